import type { EventEffect } from './effect.ts';

/** A happening that the facilitator may lay into a round. */
export interface CardSpec {
  readonly id: string;
  readonly node?: string;
  readonly effects: readonly EventEffect[];
}

export interface CardDeck {
  readonly deck: readonly CardSpec[];
  /** Words that a card of one's own may move, and by how much at most. */
  readonly words: Readonly<Record<string, number>>;
}

/** Id of a card of the facilitator's own words. */
export const OWN_CARD = 'own';
/** Cards that may be laid into one round, and effects that an own card may have. */
export const MOST_CARDS = 2;
export const MOST_EFFECTS = 4;

/** What the facilitator asks for: a card of the deck, or a sentence of his own with its effects. */
export type CardRequest =
  | { readonly deck: string }
  | {
      readonly text: string;
      readonly effects: readonly { readonly word: string; readonly delta: number }[];
    };

/** A card that was laid: it counts when its round is resolved. Part of the saved state. */
export interface LaidCard {
  readonly id: string;
  readonly round: number;
  /** The facilitator's sentence, plain text; null for a card of the deck. */
  readonly text: string | null;
  readonly effects: readonly EventEffect[];
}

/** Cards that count in a round. */
export function cardsIn(cards: readonly LaidCard[], round: number): readonly LaidCard[] {
  return cards.filter((card) => card.round === round);
}
