import type { Content } from '../core/content.ts';
import type { View } from '../core/view.ts';

/**
 * The numeric state as a seat may believe it: what the view shows, and for hidden entries the public
 * estimate (the scenario's start value, which is printed in the model card). Never touches the true
 * state, so two games that differ only in secrets or seed are believed the same.
 * @returns shape [layout.size]
 */
export function believedState(content: Content, view: View): Float64Array {
  const num = content.start.slice();
  view.num.forEach((value, i) => {
    if (value !== null) num[i] = value;
  });
  return num;
}
