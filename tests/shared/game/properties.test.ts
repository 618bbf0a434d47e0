import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { ARMINGTON_SECTORS, DEPTHS, POWERS, REGIONS } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import {
  advance,
  believedState,
  createGame,
  hashGame,
  loadGame,
  offers,
  preview,
  saveGame,
  viewFor,
} from '../../../shared/game/index.ts';
import { imbalance } from '../transit/scene.ts';
import { gestures, playGestures } from './random-play.ts';
import { referee, refereed } from './referee.ts';

const content = contentOf('lesson');

function expectBalanced({ num }: GameState): void {
  const { layout } = content;
  for (const [id, x] of imbalance(num)) expect(Math.abs(x), id).toBeLessThan(1e-6);
  // One matrix holds what one region sells and the other buys; the home share is its diagonal.
  let home = 0;
  let all = 0;
  for (const sector of ARMINGTON_SECTORS) {
    for (const from of REGIONS) {
      const value = num[layout.at('value', 'KZ', from, sector)] as number;
      expect(value).toBeGreaterThanOrEqual(0);
      all += value;
      if (from === 'KZ') home += value;
    }
  }
  expect(num[layout.at('home_share')]).toBeCloseTo((100 * home) / all, 6);
}

describe('a game under random legal and illegal play', () => {
  it('keeps its identities, ranges and ledgers at every depth', () => {
    fc.assert(
      fc.property(gestures(content), fc.constantFrom(...DEPTHS), (list, depth) => {
        // The referee looks after every command: ranges, the ledger sums of all indicators, limits,
        // what a save keeps.
        const state = playGestures(content, list, { depth });
        // Of the last state also: flows balance at every place, and shares of a market sum to one.
        expectBalanced(state);
      }),
      { numRuns: 40 },
    );
  });

  it('takes −0 for 0, which a saved game would not keep', () => {
    let state = advance(content, createGame(content, { seed: 1, depth: 'intro' }));
    const order = { kind: 'toll', params: { corridor: 'trunk', toll: -0 } };
    const command = { id: 'zero', round: 0, type: 'draft', order };
    const done = refereed(content, state, 'KZ', 'person', command);
    expect(done.ok).toBe(true);
    if (done.ok) state = done.state;
    while (state.phase !== 'report') state = advance(content, state);
    referee(content, state);
  });

  it('gives the same bytes for the same play', () => {
    fc.assert(
      fc.property(gestures(content), (list) => {
        expect(hashGame(playGestures(content, list))).toBe(hashGame(playGestures(content, list)));
      }),
      { numRuns: 10 },
    );
  });
});

describe('save and restore twins', () => {
  it('play on alike from every point', () => {
    fc.assert(
      fc.property(gestures(content), gestures(content), (before, after) => {
        const one = playGestures(content, before);
        let twin = loadGame(content, saveGame(one));
        let original = one;
        for (const gesture of after) {
          if (gesture.type !== 'advance') continue;
          original = advance(content, original);
          twin = advance(content, twin);
        }
        expect(hashGame(twin)).toBe(hashGame(original));
      }),
      { numRuns: 15 },
    );
  });

  it('says what is wrong with a save that is not one', () => {
    const good = saveGame(createGame(content, { seed: 1, depth: 'intro' }));
    expect(() => loadGame(content, good.slice(1))).toThrow('JSON');
    expect(() => loadGame(content, '{"v":99}')).toThrow('version 99');
    expect(() => loadGame(content, good.replace('"lesson"', '"other"'))).toThrow('other');
    expect(() => loadGame(content, '{"v":4,"scenario":"lesson","num":[1]}')).toThrow('state words');
  });
});

/** A game some way in, played by nobody. */
function started(seed: number): GameState {
  let state = createGame(content, { seed, depth: 'intro' });
  for (let i = 0; i < 6; i += 1) state = advance(content, state);
  return state;
}

describe('views', () => {
  it('hide the seed, the drafts of others and what the registry hides', () => {
    let state = started(123456789);
    const secret = {
      id: 'secret-id',
      kind: 'energy',
      params: { terms: 'squeeze' },
      giver: 'person',
    };
    state = { ...state, drafts: { ...state.drafts, RU: [secret as never] } };
    for (const seat of [...POWERS, null]) {
      const text = JSON.stringify(viewFor(content, state, seat));
      expect(text).not.toContain('123456789');
      if (seat !== 'RU') expect(text).not.toContain('secret-id');
    }
    expect(JSON.stringify(viewFor(content, state, 'RU'))).toContain('secret-id');
  });

  it('show the fund to Kazakhstan, a band to the others, capital to its owner', () => {
    const state = started(1);
    const { layout } = content;
    const fund = layout.at('fund');
    const exact = state.num[fund] as number;
    expect(viewFor(content, state, 'KZ').num[fund]).toBeCloseTo(exact, 3);
    for (const seat of ['RU', 'CN', 'EU', null] as const) {
      const view = viewFor(content, state, seat);
      expect(view.num[fund]).toBe(Math.round(exact / 10) * 10);
      expect(view.bands).toContain(fund);
      expect(view.num[layout.at('pc', 'KZ')]).toBeNull();
    }
    for (const word of ['doubt', 'hidden']) {
      for (const seat of [...POWERS, null]) {
        expect(viewFor(content, state, seat).num[layout.at(word)]).toBeNull();
      }
    }
  });

  it('open the scores of all only when the game is over', () => {
    let state = started(1);
    expect(viewFor(content, state, 'KZ').end).toBeNull();
    while (state.phase !== 'debrief') state = advance(content, state);
    const end = viewFor(content, state, 'KZ').end;
    expect(Object.keys(end?.scores ?? {})).toEqual([...POWERS]);
  });
});

describe('what a seat believes', () => {
  it('is the same in two games that differ only in secrets or seed', () => {
    const a = started(1);
    const num = a.num.slice();
    const { layout } = content;
    num[layout.at('doubt')] = 77;
    num.fill(33, layout.at('hidden'), layout.at('hidden') + layout.span('hidden'));
    num[layout.at('pc', 'RU')] = 1;
    const other = {
      id: 'x',
      kind: 'energy',
      params: { terms: 'squeeze', line: 'all' },
      giver: 'person',
    };
    const b: GameState = {
      ...a,
      seed: 999,
      num,
      drafts: { ...a.drafts, RU: [other as never] },
    };
    const viewA = viewFor(content, a, 'KZ');
    const viewB = viewFor(content, b, 'KZ');
    expect(believedState(content, viewB)).toEqual(believedState(content, viewA));
    for (const offer of offers(content, viewA)) {
      expect(preview(content, viewB, [offer])).toEqual(preview(content, viewA, [offer]));
    }
  });
});
