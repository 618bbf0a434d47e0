import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { Draft, GameState } from '../../../shared/core/state.ts';
import {
  advance,
  candidates,
  createGame,
  judged,
  previewer,
  sceneOfView,
  submit,
  viewFor,
} from '../../../shared/game/index.ts';

const content = contentOf('lesson');
const { layout } = content;

/** Who may see a word, told here once more and by hand: a slip in the registry must not pass. */
const SECRETS: Readonly<Record<string, readonly Power[]>> = {
  doubt: [],
  hidden: [],
  'pc(KZ)': ['KZ'],
  'pc(RU)': ['RU'],
  'pc(CN)': ['CN'],
  'pc(EU)': ['EU'],
};

const draft = (id: string, kind: string, params: Draft['params']): Draft => ({
  id,
  kind,
  params,
  giver: 'person',
});

const HIDDEN_DRAFTS: Readonly<Record<Power, Draft>> = {
  KZ: draft('secret-kz', 'fx', { course: 'float' }),
  RU: draft('secret-ru', 'energy', { terms: 'squeeze', line: 'all' }),
  CN: draft('secret-cn', 'train_subsidy', { rate: 3250 }),
  EU: draft('secret-eu', 'sanctions', { change: 'up' }),
};

/** One game at every phase of its first three rounds, with orders of all in it. */
function moments(): GameState[] {
  const list: GameState[] = [];
  let state = advance(content, createGame(content, { seed: 5, depth: 'intro' }));
  while (state.round < 3) {
    if (state.phase === 'deliberation') {
      for (const power of POWERS) {
        const { kind, params } = HIDDEN_DRAFTS[power];
        const command = {
          id: `${power}a`,
          round: state.round,
          type: 'draft',
          order: { kind, params },
        };
        const done = submit(content, state, power, 'person', command);
        if (done.ok) state = done.state;
      }
    }
    list.push(state);
    state = advance(content, state);
  }
  return list;
}

const ALL = moments();
const seen = (state: GameState, seat: Power | null): string =>
  JSON.stringify(viewFor(content, state, seat));

/** The game with another value at one entry of its numeric state. */
function with_(state: GameState, at: number): GameState {
  const num = state.num.slice();
  const [low, high] = [layout.min[at] as number, layout.max[at] as number];
  num[at] = (num[at] as number) > (low + high) / 2 ? low : high;
  return { ...state, num };
}

describe('what leaves the server', () => {
  it('is the same for everybody who may not see the number that differs', () => {
    const state = ALL.at(-1) as GameState;
    for (const [label, owners] of Object.entries(SECRETS)) {
      const first = label.includes('(') ? layout.find(label) : layout.at(label);
      const other = with_(state, first);
      for (const seat of [...POWERS, null]) {
        const may = seat !== null && owners.includes(seat);
        expect(seen(other, seat) === seen(state, seat), `${label} for ${seat}`).toBe(!may);
      }
    }
  });

  it('holds no number that only others see, whichever entry differs', () => {
    const state = ALL.at(-1) as GameState;
    for (const seat of [...POWERS, null]) {
      const view = viewFor(content, state, seat);
      view.num.forEach((value, at) => {
        if (value !== null || view.bands.includes(at)) return;
        expect(seen(with_(state, at), seat)).toBe(seen(state, seat));
      });
    }
  });

  it('holds the sealed orders, ranks and refusals of the seat alone, in every phase', () => {
    for (const state of ALL) {
      if (state.phase === 'report') continue;
      for (const power of POWERS) {
        const other: GameState = {
          ...state,
          seed: state.seed + 1,
          drafts: { ...state.drafts, [power]: [HIDDEN_DRAFTS[power]] },
          used: { ...state.used, [`${power}:food_access`]: state.round },
        };
        for (const seat of [...POWERS, null]) {
          if (seat === power) expect(seen(other, seat)).not.toBe(seen(state, seat));
          else expect(seen(other, seat)).toBe(seen(state, seat));
        }
      }
    }
  });

  it('gives the same previews of every order in two games that differ only in secrets or seed', () => {
    const state = ALL.find((s) => s.phase === 'deliberation' && s.round === 2) as GameState;
    for (const seat of POWERS) {
      let num = state.num;
      const view = viewFor(content, state, seat);
      view.num.forEach((value, at) => {
        if (value === null && !view.bands.includes(at)) num = with_({ ...state, num }, at).num;
      });
      const others = POWERS.filter((p) => p !== seat);
      const drafts = { ...state.drafts };
      for (const p of others) drafts[p] = [HIDDEN_DRAFTS[p]];
      const twin = viewFor(content, { ...state, seed: 99, num, drafts }, seat);
      const scene = sceneOfView(content, view);
      const [look, again] = [previewer(content, view), previewer(content, twin)];
      const tried = candidates(scene).filter(
        (o) => judged(scene, [], o.kind, o.params).refusal === null,
      );
      expect(tried.length).toBeGreaterThan(3);
      for (const order of tried) expect(again.of([order])).toEqual(look.of([order]));
    }
  });
});
