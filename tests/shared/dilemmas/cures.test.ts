import { describe, expect, it } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { SHADOW_ROUNDS } from '../../../shared/game/baseline.ts';
import { advance, createGame, scoresOf, submit } from '../../../shared/game/index.ts';
import { type LegalOrder, resolveNumbers } from '../../../shared/game/resolve.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { objectiveValues } from '../../../shared/systems/scoring/index.ts';
import { lesson, type Values, variant } from '../economy/variant.ts';
import { better, type Given, game, type Plan, rounds } from './scene.ts';

const { layout } = lesson;
const read = (num: Float64Array, label: string): number => num[layout.find(label)] as number;

/** A seed for all games here. */
const SEED = 7;

/** History's run of the lesson, with some powers' orders left out and others put in by round. */
function lessonRun(
  plan: readonly (readonly LegalOrder[])[],
  without: readonly Power[] = [],
  rounds = lesson.halves.length,
  seed = SEED,
): Float64Array[] {
  const states: Float64Array[] = [];
  let num: Float64Array = lesson.start;
  for (let r = 0; r < rounds; r += 1) {
    const others = (lesson.history[r] ?? []).filter((o) => !without.includes(o.power));
    num = resolveNumbers(lesson, num, r, [...others, ...(plan[r] ?? [])], { free: true, seed }).num;
    states.push(num);
  }
  return states;
}

/** Points of a power's score in one state, without their zero. */
function pointsIn(power: Power, values: readonly number[]): number {
  return lesson.objectives.reduce(
    (sum, o, k) =>
      o.power === power ? sum + ((o.weight / 10) * (values[k] as number)) / o.unit : sum,
    0,
  );
}

/** A whole game through the facade; `give` sends a power's orders of a round. */
function played(
  give: (round: number) => readonly { seat: Power; kind: string; params: object }[],
  seed = SEED,
): { state: GameState; refused: string[] } {
  let state = createGame(lesson, { seed, depth: 'intro' });
  const refused: string[] = [];
  let id = 0;
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') {
      for (const { seat, kind, params } of give(state.round)) {
        id += 1;
        const command = {
          id: `c${id}`,
          round: state.round,
          type: 'draft',
          order: { kind, params },
        };
        const done = submit(lesson, state, seat, 'person', command);
        if (done.ok) state = done.state;
        else refused.push(`${state.round} ${done.refusal.code}`);
      }
    }
    state = advance(lesson, state);
  }
  return { state, refused };
}

const fx = (course: string): Given => ({ power: 'KZ', kind: 'fx', params: { course } });

describe('cures of one-sided play', () => {
  it('Europe giving to all: what lies outside the mandate costs unity, what lies inside does not', () => {
    const unity = (kind: string, params: Given['params']): number =>
      read(game('EU', {}, [[{ power: 'EU', kind, params }]]).num, 'eu_cohesion') -
      read(game('EU', {}, []).num, 'eu_cohesion');
    expect(unity('scitech', {})).toBeLessThan(-0.25);
    expect(unity('eu_corridor', { place: 'brest', amount: 0.8 })).toBeLessThan(-0.25);
    expect(unity('epca', { step: '1' })).toBe(0);
    expect(unity('civil', { amount: 0.05 })).toBeGreaterThan(0.4);
  });

  it('China lending to all: what a slump leaves unpaid does not count', () => {
    const lend: Plan = rounds(3, {
      power: 'CN',
      kind: 'finance',
      params: { project: 'plants', bidding: 'own', amount: 2, interest: 3, local: '30' },
    });
    const counted = (words: Values): number =>
      (game('CN', words, lend).by.cn_portfolio as number) -
      (game('CN', words, []).by.cn_portfolio as number);
    expect(counted({ growth: -8 })).toBeLessThan(counted({}) - 0.02);
  });

  it('Russia squeezing always: the second time costs what the first one won', () => {
    const terms = (how: string): Given => ({
      power: 'RU',
      kind: 'energy',
      params: { terms: how, line: 'all' },
    });
    const once: Plan = [[terms('squeeze')]];
    const twice: Plan = [[terms('squeeze')], [], [terms('neutral')], [], [terms('squeeze')]];
    const open: Plan = [[terms('squeeze')], [], [terms('neutral')]];
    expect(better('RU', {}, once, [])).toBeGreaterThan(0);
    expect(better('RU', {}, twice, open)).toBeLessThan(0);
    const bypass = game('RU', {}, twice).num;
    expect(read(bypass, 'bypass')).toBeCloseTo(100 * 1.25 * 1.25, 6);
  });

  it('floating in the first round: without a gap it costs prices and trust', () => {
    const [floated, held] = [[fx('float')], [fx('hold')]].map(
      (orders) => lessonRun([orders], ['KZ'], 1)[0] as Float64Array,
    ) as [Float64Array, Float64Array];
    expect(read(floated, 'cpi')).toBeGreaterThan(read(held, 'cpi') + 2);
    expect(read(floated, 'att(cities,gov)')).toBeLessThan(read(held, 'att(cities,gov)') - 8);
    expect(pointsIn('KZ', objectiveValues(lesson, floated))).toBeLessThan(
      pointsIn('KZ', objectiveValues(lesson, held)),
    );
    // Where the tenge is far too dear everybody has waited for it.
    const scare = (gap: number): number => {
      const [usual, bold] = [
        variant({}),
        variant({ coefficients: { 'economy.floatScare': 0 } }),
      ].map((content) => {
        const num = content.start.slice();
        num[layout.find('gap')] = gap;
        return resolveNumbers(content, num, 0, [fx('float')]).num;
      }) as [Float64Array, Float64Array];
      return read(usual, 'cpi') - read(bold, 'cpi');
    };
    expect(scare(0)).toBeGreaterThan(2);
    expect(scare(25)).toBeCloseTo(0, 9);
  });

  it('farming trust: small favours of one round together win a pair no more than the largest', () => {
    const favours: LegalOrder[] = [
      { power: 'KZ', kind: 'land', params: { code: 'open' } },
      { power: 'CN', kind: 'summit', params: { host: 'KZ' } },
      {
        power: 'CN',
        kind: 'finance',
        params: { project: 'plants', bidding: 'open', amount: 1, interest: 3, local: '50' },
      },
    ];
    const trust = (orders: readonly LegalOrder[]): number =>
      read(resolveNumbers(lesson, lesson.start, 0, orders).num, 'trust(CN,KZ)') -
      read(resolveNumbers(lesson, lesson.start, 0, []).num, 'trust(CN,KZ)');
    expect(trust(favours)).toBeCloseTo(trust(favours.slice(0, 1)), 9);
    expect(trust(favours.slice(1))).toBeLessThanOrEqual(4);
  });

  it('friends who send money: no more than 15 % of the envelope reaches Kazakhstan, in the open', () => {
    const cet = orderKind('cet');
    const payment = cet?.params.find((p) => p.id === 'payment');
    if (!cet || payment?.type !== 'number') throw new Error('no payment');
    const params = { matter: 'economic', points: 3, payment: payment.max };
    const [paid, not] = [payment.max, 0].map((sum) => {
      const order: LegalOrder = { power: 'RU', kind: 'cet', params: { ...params, payment: sum } };
      return resolveNumbers(lesson, lesson.start, 0, [order]).num;
    }) as [Float64Array, Float64Array];
    const reached = read(paid, 'fund') - read(not, 'fund');
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThanOrEqual(0.15 * lesson.envelope.RU);
    const scene = { content: lesson, num: lesson.start, round: 0 };
    expect(cet.cost(scene, 'RU', params).money).toBe(payment.max);
    expect(cet.motion?.(params)?.payment).toBe(payment.max);
  });

  it('banning and lifting by turns: a cooldown, and the union pays each time', () => {
    const ban = (round: number): { seat: Power; kind: string; params: object }[] => [
      {
        seat: 'RU',
        kind: 'food_ban',
        params: { ban: round % 2 === 0 ? 'on' : 'off', target: 'KZ' },
      },
    ];
    const { refused } = played(ban);
    expect(refused[0]).toBe('1 cooldown');
    const cycle: Plan = [0, 1, 2, 3, 4].map((r) =>
      r % 2 === 1
        ? []
        : [
            {
              power: 'RU',
              kind: 'food_ban',
              params: { ban: r % 4 === 0 ? 'on' : 'off', target: 'KZ' },
            },
          ],
    );
    expect(better('RU', {}, cycle, [])).toBeLessThan(-0.3);
    const after = game('RU', {}, cycle).num;
    expect(read(after, 'trust(KZ,RU)')).toBeLessThan(
      read(game('RU', {}, []).num, 'trust(KZ,RU)') - 6,
    );
  });

  it('hoarding capital: nine are kept and no more', () => {
    const { state } = played(() => []);
    for (const power of POWERS) expect(read(state.num, `pc(${power})`)).toBe(9);
  });

  it('looting the last round: two rounds of standing policy value the end', () => {
    const before = lessonRun([], [], 5).at(-1) as Float64Array;
    const last = (orders: readonly LegalOrder[]): Float64Array =>
      resolveNumbers(lesson, before, 5, orders, { free: true }).num;
    const shadow = (num: Float64Array): number => {
      let state = num;
      let points = pointsIn('KZ', objectiveValues(lesson, num));
      for (let i = 1; i <= SHADOW_ROUNDS; i += 1) {
        state = resolveNumbers(lesson, state, 5 + i, [], { held: true }).num;
        points += pointsIn('KZ', objectiveValues(lesson, state));
      }
      return points / (1 + SHADOW_ROUNDS);
    };
    // A peg ordered at the last moment is dear only afterwards.
    const [peg, float] = [last([fx('hold')]), last([])];
    const now =
      pointsIn('KZ', objectiveValues(lesson, peg)) - pointsIn('KZ', objectiveValues(lesson, float));
    expect(now).toBeGreaterThan(3);
    expect(shadow(peg) - shadow(float)).toBeLessThan(0.15 * now);
  });

  it('putting every protest down: anger goes under and comes back, and Europe closes its door', () => {
    const answers = (how: string): Plan =>
      [0, 1, 2].map(() => [{ power: 'KZ', kind: 'protest_answer', params: { answer: how } }]);
    // A wave in each of three rounds.
    const three = (how: string): Float64Array => {
      let num: Float64Array = lesson.start.slice();
      for (const orders of answers(how)) {
        for (const [pattern, value] of Object.entries({ wave: 1, wave_topic: 3 })) {
          for (const at of layout.entries(pattern)) num[at] = value;
        }
        num = resolveNumbers(lesson, num, 0, orders, { held: true, free: true }).num;
      }
      return num;
    };
    const later = (num: Float64Array): Float64Array => {
      let state = num;
      for (let r = 0; r < 4; r += 1)
        state = resolveNumbers(lesson, state, r, [], { held: true }).num;
      return state;
    };
    const [down, heard] = [three('suppress'), three('consult')];
    expect(read(down, 'hidden(rural)')).toBeGreaterThan(read(heard, 'hidden(rural)') + 5);
    expect(read(down, 'legitimacy')).toBeLessThan(read(heard, 'legitimacy') - 5);
    expect(read(later(down), 'hazard')).toBeGreaterThan(read(later(heard), 'hazard'));
    const step = (num: Float64Array): string | undefined =>
      orderKind('epca')?.legal({ content: lesson, num, round: 0 }, 'EU', { step: '1' })?.code;
    expect(step(down)).toBe('remembered');
    expect(step(heard)).toBeUndefined();
    expect(step(later(down))).toBeUndefined();
  });

  it('a free hand by new debts: what is owed to one is a threat of that one', () => {
    const base = game('KZ', {}, []).num;
    const owing = game('KZ', { 'debt(CN)': 60 }, []).num;
    expect(read(owing, 'holdup(CN)')).toBeGreaterThan(read(base, 'holdup(CN)') + 10);
    const most = { content: lesson, num: lesson.start.slice(), round: 0 };
    most.num[layout.find('debt(CN)')] = 39.5;
    const params = { project: 'plants', bidding: 'open', amount: 1, interest: 3, local: '50' };
    expect(orderKind('finance')?.legal(most, 'CN', params)?.code).toBe('debtCeiling');
  });

  it('copying history: gives what history gives, fifty', () => {
    const { state } = played(() => []);
    const copied: GameState = {
      ...state,
      num: lessonRun([]).at(-1) as Float64Array,
      path: lessonRun([]).map((num) => objectiveValues(lesson, num)),
    };
    for (const power of POWERS) expect(scoresOf(lesson, copied)[power].score).toBeCloseTo(50, 6);
  });
});
