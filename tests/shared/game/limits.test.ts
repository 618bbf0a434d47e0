import { describe, expect, it } from 'vitest';
import { contentOf, scenarioIds } from '../../../server/content.ts';
import { indicatorEntries, indicatorsAt } from '../../../shared/core/indicators.ts';
import { DEPTHS, POWERS, type Power } from '../../../shared/core/powers.ts';
import { SECRET_POINTS } from '../../../shared/core/secret.ts';
import type { GameState } from '../../../shared/core/state.ts';
import {
  advance,
  createGame,
  EXTRA_PC,
  openParams,
  submit,
  viewFor,
} from '../../../shared/game/index.ts';
import { openAt } from '../../../shared/game/rules.ts';
import { ORDERS, ordersOf } from '../../../shared/orders/index.ts';

/** What a depth asks of its players at most, as teachers count on it. */
const LIMITS = {
  intro: { own: 5, shared: 2, orders: 2, extra: 0, hand: 4, proposals: 1, secrets: 0 },
  standard: { own: 9, shared: 4, orders: 3, extra: 0, hand: 6, proposals: 3, secrets: 1 },
  expert: { own: 14, shared: 6, orders: 3, extra: 1, hand: 99, proposals: 6, secrets: 2 },
} as const;

const KINDS = {
  intro: { KZ: 8, RU: 5, CN: 5, EU: 5 },
  standard: { KZ: 17, RU: 9, CN: 10, EU: 10 },
  expert: { KZ: 20, RU: 10, CN: 11, EU: 11 },
} as const;

describe.each(scenarioIds())('the scenario %s', (id) => {
  const content = contentOf(id);

  it.each(DEPTHS)('at %s depth shows no more than its limits', (depth) => {
    const { own, shared, ...most } = LIMITS[depth];
    const open = indicatorsAt(content, depth);
    for (const power of POWERS) expect(open[power], power).toHaveLength(own);
    expect(open.shared).toHaveLength(shared);
    const { orders, extra, hand, proposals } = content.limits[depth];
    expect({ orders, extra, hand, proposals, secrets: most.secrets }).toEqual(most);
  });

  it.each([
    ['intro', 1],
    ['standard', 2],
    ['expert', Infinity],
  ] as const)('at %s depth leaves open at most %d settings of an order', (depth, most) => {
    for (const kind of ORDERS.filter((one) => openAt(one, depth))) {
      const open = openParams(kind, content.limits[depth]).map((spec) => spec.id);
      expect(open.length, kind.id).toBeLessThanOrEqual(most);
      // The main settings come first, in their rank; nothing is closed that the limit would allow.
      expect(open, kind.id).toEqual(expect.arrayContaining(kind.main.slice(0, most)));
      if (most === Infinity) expect(open, kind.id).toHaveLength(kind.params.length);
      for (const id of kind.main) expect(kind.params.map((spec) => spec.id)).toContain(id);
    }
  });

  it.each(DEPTHS)('at %s depth tells no seat of a deeper indicator', (depth) => {
    let state: GameState = createGame(content, { seed: 5, depth });
    while (state.phase !== 'report') state = advance(content, state);
    for (const seat of [...POWERS, null]) {
      const view = viewFor(content, state, seat);
      const columns = LIMITS[depth].shared + (seat ? LIMITS[depth].own : 0);
      expect(view.series.every((row) => row.length === columns)).toBe(true);
      expect(view.report?.indicators).toHaveLength(columns);
      expect(view.secrets?.kept.length ?? 0).toBe(seat ? LIMITS[depth].secrets : 0);
    }
    while (state.phase !== 'debrief') state = advance(content, state);
    const { indicators } = viewFor(content, state, null).end as NonNullable<
      ReturnType<typeof viewFor>['end']
    >;
    for (const power of POWERS) expect(indicators[power]).toHaveLength(LIMITS[depth].own);
  });

  it('shows each power only what it may see exactly', () => {
    const state = createGame(content, { seed: 5, depth: 'expert' });
    const num = state.num.slice();
    for (const power of POWERS) {
      const view = viewFor(content, { ...state, num }, power);
      for (const { id: name, word } of [
        ...content.indicators[power],
        ...content.indicators.shared,
      ]) {
        for (const at of indicatorEntries(content.layout, word)) {
          expect(view.num[at], `${name} of ${power}`).not.toBeNull();
          expect(view.bands, `${name} of ${power}`).not.toContain(at);
        }
      }
    }
  });
});

describe('order kinds', () => {
  it.each(DEPTHS)('at %s depth are as many as the table of limits says, at most', (depth) => {
    for (const power of POWERS) {
      const open = ordersOf(power).filter((kind) => openAt(kind, depth) && !kind.choice);
      expect(open.length, power).toBeLessThanOrEqual(KINDS[depth][power]);
    }
  });

  it('open at most two settings at first', () => {
    for (const { id, main } of ORDERS.filter(({ depth }) => depth === 'intro')) {
      expect(main.length, id).toBeLessThanOrEqual(id === 'finance' ? 3 : 2);
    }
  });
});

describe('the fourth order', () => {
  const content = contentOf('lesson');

  /** A game whose powers have capital for four orders, and room for a new round's. */
  function rich(depth: (typeof DEPTHS)[number]): GameState {
    const state = advance(content, createGame(content, { seed: 5, depth }));
    const num = state.num.slice();
    for (const power of POWERS) num[content.layout.at('pc', power)] = 6.5;
    return { ...state, num };
  }

  function laid(state: GameState, power: Power, kind: string, params: object): GameState {
    const id = `${kind}${JSON.stringify(params)}`;
    const order = { kind, params };
    const command = { id, round: state.round, type: 'draft', order };
    const done = submit(content, state, power, 'person', command);
    if (!done.ok) throw new Error(done.refusal.code);
    return done.state;
  }

  const TOLLS = ['trunk', 'asia', 'caspian', 'south', 'road'] as const;
  const toll = (state: GameState, i: number): GameState =>
    laid(state, 'KZ', 'toll', { corridor: TOLLS[i], toll: 700 });

  it('is given at expert depth alone, for two more capital', () => {
    let three = rich('expert');
    for (let i = 0; i < 3; i += 1) three = toll(three, i);
    let four = toll(three, 3);
    const fifth = () => laid(four, 'KZ', 'crossing', { node: 'dostyk' });
    expect(fifth).toThrow('tooManyDrafts');
    const at = content.layout.at('pc', 'KZ');
    while (four.phase !== 'report') {
      four = advance(content, four);
      three = advance(content, three);
    }
    // A toll costs one capital by itself.
    expect((three.num[at] as number) - (four.num[at] as number)).toBeCloseTo(1 + EXTRA_PC, 9);

    let standard = rich('standard');
    for (let i = 0; i < 3; i += 1) standard = toll(standard, i);
    expect(() => toll(standard, 3)).toThrow('tooManyDrafts');
  });

  it('is refused where its higher price is not there', () => {
    let state = rich('expert');
    const num = state.num.slice();
    num[content.layout.at('pc', 'KZ')] = 4;
    state = { ...state, num };
    for (let i = 0; i < 3; i += 1) state = toll(state, i);
    expect(() => toll(state, 3)).toThrow('noCapital');
  });
});

it('secret aims are worth more met than they cost missed', () => {
  expect(SECRET_POINTS.met).toBeGreaterThan(-SECRET_POINTS.missed);
});
