import type { Content } from '../core/content.ts';
import type { Power } from '../core/powers.ts';
import type { View } from '../core/view.ts';
import { DOMAINS, HOLDERS, holdupOf, influenceOf, losses } from '../systems/influence/holdup.ts';
import { believedState } from './believed.ts';

/** What one power's word could cost Kazakhstan, in per cent of the reference loss. */
export interface Leverage {
  readonly power: Power;
  readonly total: number;
  /** Where it would hurt; parts of the total. */
  readonly domains: readonly { readonly id: string; readonly part: number }[];
}

/** Hold-up by power and domain, as far as a view knows. */
export function leverageOf(content: Content, view: View): readonly Leverage[] {
  const num = believedState(content, view);
  const compiled = influenceOf(content);
  const parts = new Float64Array(DOMAINS.length);
  return HOLDERS.map((power, h) => {
    const loss = losses(content, compiled, num, h, parts);
    const total = holdupOf(compiled, num, h, loss);
    const domains = DOMAINS.map((id, d) => ({
      id,
      part: loss > 0 ? (total * (parts[d] as number)) / loss : 0,
    }));
    return { power, total, domains };
  });
}
