import type { LaidCard } from '../core/card.ts';
import type { RoundContext } from '../core/round.ts';
import { carryOut } from './dated.ts';

/** The facilitator's cards of a round happen with what comes from outside, before any order. */
export function playCards(ctx: RoundContext, cards: readonly LaidCard[]): void {
  for (const { id, text, effects } of cards) {
    for (const effect of effects) carryOut(ctx, effect, `card:${id}`);
    const node = ctx.content.cards.deck.find((card) => card.id === id)?.node;
    ctx.news.push({
      key: `card.${id}`,
      ...(text === null ? {} : { params: { text } }),
      ...(node === undefined ? {} : { node }),
    });
  }
}
