import type { Content, Indicator } from './content.ts';
import { POWERS, type Power } from './powers.ts';

/** All indicators in storage order of `GameState.series`: KZ, RU, CN, EU, shared. */
export function allIndicators(
  content: Content,
): readonly { readonly owner: Power | 'shared'; readonly indicator: Indicator }[] {
  return [...POWERS, 'shared' as const].flatMap((owner) =>
    content.indicators[owner].map((indicator) => ({ owner, indicator })),
  );
}
