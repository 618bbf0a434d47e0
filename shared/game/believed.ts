import type { Content } from '../core/content.ts';
import type { View } from '../core/view.ts';

/**
 * The numeric state as a seat may believe it: what the view shows, and for hidden entries the public
 * estimate (the scenario's start value, which is printed in the model card; of a banded one its middle). Never touches the true
 * state, so two games that differ only in secrets or seed are believed the same.
 * @returns shape [layout.size]
 */
export function believedState(content: Content, view: View): Float64Array {
  const num = content.start.slice();
  view.num.forEach((value, i) => {
    if (value !== null) num[i] = value;
  });
  believeCrews(content, view, num);
  return num;
}

/**
 * Who does not read the contracts knows what was bid for openly: the rest of what China has paid is taken
 * to be built by its own firms, in the same part everywhere.
 */
function believeCrews({ layout }: Content, view: View, num: Float64Array): void {
  const own = layout.at('cn_own');
  if (view.num[own] !== null) return;
  const paid = layout.at('cn_paid');
  const count = layout.dims.project.length;
  let all = 0;
  for (let p = 0; p < count; p += 1) all += num[paid + p] as number;
  const open = num[layout.at('open_value')] as number;
  const part = all > 0 ? Math.max(0, 1 - open / all) : 0;
  for (let p = 0; p < count; p += 1) num[own + p] = part * (num[paid + p] as number);
}
