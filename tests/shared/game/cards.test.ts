import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { type CardRequest, cardsIn } from '../../../shared/core/card.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import {
  advance,
  baselineOf,
  createGame,
  inject,
  loadGame,
  previewCard,
  saveGame,
  viewFor,
} from '../../../shared/game/index.ts';
import { referee } from './referee.ts';

const content = contentOf('lesson');
const { cards, layout } = content;

function begun(): GameState {
  return advance(content, createGame(content, { seed: 7, depth: 'expert' }));
}

function laid(request: CardRequest, state = begun()): GameState {
  const done = inject(content, state, request);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

function refusal(request: CardRequest, state = begun()): string | undefined {
  const done = inject(content, state, request);
  return done.ok ? undefined : done.refusal.code;
}

/** The report of the round that is being played. */
function reported(state: GameState): GameState {
  let next = state;
  while (next.phase !== 'report') next = advance(content, next);
  return next;
}

const own = (word: string, delta: number, text = 'Rain falls for a month.'): CardRequest => ({
  text,
  effects: [{ word, delta }],
});

describe('a card of the deck', () => {
  it.each(cards.deck.map((card) => [card.id, card] as const))(
    '%s counts in its round',
    (id, card) => {
      const with_ = reported(laid({ deck: id }));
      const not = reported(begun());
      expect(with_.report?.news).toContainEqual({
        key: `card.${id}`,
        ...(card.node ? { node: card.node } : {}),
      });
      for (const { word } of card.effects) {
        const moved = layout.entries(word).some((at) => with_.num[at] !== not.num[at]);
        expect(moved, word).toBe(true);
      }
      referee(content, with_);
    },
  );

  it('is a cause in the report of what it moved', () => {
    const { report } = reported(laid({ deck: 'attack' }));
    const told = report?.indicators.shared.find(({ id }) => id === 'stability');
    const at = told?.causes.indexOf('card:attack') ?? -1;
    expect(told?.amounts[at]).toBeCloseTo(-4, 6);
  });

  it('an earthquake is over when the line is mended: nothing is left of it in the next half-year', () => {
    let state = reported(laid({ deck: 'earthquake' }));
    const at = layout.at('jam', 'dostyk');
    expect(state.num[at]).toBe(2);
    state = reported(advance(content, state));
    expect(state.num[at]).toBe(0);
    const relief = layout.at('relief', 'dostyk');
    expect(state.num[relief]).toBeCloseTo(content.start[relief] as number, 9);
  });
});

describe('a card of the facilitator’s own', () => {
  it.each(Object.entries(cards.words))('may move %s by %f and no more', (word, most) => {
    for (const delta of [most, -most]) {
      const state = reported(laid(own(word, delta)));
      const not = reported(begun());
      const up = layout
        .entries(word)
        .map((at) => (state.num[at] as number) - (not.num[at] as number));
      // Where a word stands at its bound, it can go one way only.
      if (up.some((x) => x !== 0)) expect(up.some((x) => x * delta > 0)).toBe(true);
      else expect(delta).toBeLessThan(0);
      referee(content, state);
    }
    expect(refusal(own(word, 1.01 * most))).toBe('cardEffect');
    expect(refusal(own(word, Number.NaN))).toBe('cardEffect');
  });

  it('moves nothing else, nothing twice, and at most four things', () => {
    for (const word of ['pc(KZ)', 'hidden', 'usdkzt', 'constructor', '__proto__', 'nonsense']) {
      expect(refusal(own(word, 1))).toBe('cardEffect');
    }
    const effect = { word: 'brent', delta: 1 };
    expect(refusal({ text: 'Oil.', effects: [effect, effect] })).toBe('cardEffect');
    const five = Object.keys(cards.words).slice(0, 5);
    const effects = five.map((word) => ({ word, delta: 0 }));
    expect(refusal({ text: 'Much.', effects })).toBe('cardEffect');
    expect(refusal({ text: 'Much.', effects: effects.slice(1) })).toBeUndefined();
  });

  it('is told in plain words', () => {
    expect(refusal(own('brent', 1, '<b>Oil</b>'))).toBe('wordsMarks');
    expect(refusal(own('brent', 1, '   '))).toBe('wordsEmpty');
    const { report } = reported(laid(own('brent', 5, ' A  pipeline bursts. ')));
    expect(report?.news).toContainEqual({
      key: 'card.own',
      params: { text: 'A pipeline bursts.' },
    });
  });
});

describe('cards in the game', () => {
  it('are laid while a round is open, two of them at most', () => {
    const lobby = createGame(content, { seed: 7, depth: 'intro' });
    expect(refusal({ deck: 'scandal' }, lobby)).toBe('wrongPhase');
    expect(refusal({ deck: 'scandal' }, reported(begun()))).toBe('wrongPhase');
    expect(refusal({ deck: 'none' })).toBe('unknownCard');
    const two = laid({ deck: 'slowdown' }, laid({ deck: 'scandal' }));
    expect(refusal({ deck: 'attack' }, two)).toBe('cardsEnough');
    const next = advance(content, reported(two));
    expect(refusal({ deck: 'attack' }, next)).toBeUndefined();
    expect(cardsIn(laid({ deck: 'attack' }, next).cards, 1)).toHaveLength(1);
  });

  it('nobody sees one before the report, and nobody sees who laid it', () => {
    const before = begun();
    const state = laid(own('brent', 5), before);
    for (const seat of [...POWERS, null]) {
      expect(viewFor(content, state, seat)).toEqual(viewFor(content, before, seat));
    }
  });

  it('survive a save, and count once', () => {
    const state = laid({ deck: 'scandal' });
    const twin = loadGame(content, saveGame(state));
    expect(twin).toEqual(state);
    expect([...reported(twin).num]).toEqual([...reported(state).num]);
    const later = reported(advance(content, reported(state)));
    expect(later.report?.news.map(({ key }) => key)).not.toContain('card.scandal');
  });

  it('strike history as well, so that they are nobody’s merit', () => {
    const { cards: all } = laid({ deck: 'scandal' });
    const struck = baselineOf(content, 7, all);
    const usual = baselineOf(content, 7);
    expect(struck.path[0]).not.toEqual(usual.path[0]);
    expect(baselineOf(content, 7).path).toEqual(usual.path);
  });

  it('are previewed on the indicators of all, and the preview lays nothing', () => {
    const state = begun();
    const seen = previewCard(content, state, { deck: 'attack' });
    if (!seen.ok) throw new Error(seen.refusal.code);
    for (const power of POWERS) {
      const stability = seen.value[power].find(({ id }) => id === 'stability');
      expect(stability?.soon).toBeLessThan(-3);
    }
    const none = previewCard(content, state, { text: 'Nothing happens.', effects: [] });
    if (!none.ok) throw new Error(none.refusal.code);
    expect(
      Object.values(none.value)
        .flat()
        .every(({ soon, later }) => soon === 0 && later === 0),
    ).toBe(true);
    expect(previewCard(content, state, { deck: 'none' }).ok).toBe(false);
    expect(state.cards).toEqual([]);
  });
});
