import { describe, expect, it } from 'vitest';
import { fixedPolicy, playScripted, settingsOf } from '../../../server/cli/scripted.ts';
import { nextMoves } from '../../../shared/bots/index.ts';
import type { Params } from '../../../shared/core/order.ts';
import { byPower, POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { advance, createGame, scoresOf, submit, viewFor } from '../../../shared/game/index.ts';
import { readOrder } from '../../../shared/game/rules.ts';
import { lesson } from '../economy/variant.ts';

interface Habit {
  readonly kind: string;
  readonly params: Params;
}

/** Score that nobody may reach by doing one thing over and over. */
const MOST = 60;
const SEEDS = [3, 4, 5];

/** Score of a power that gives the same orders in every round in which they are legal and paid for. */
function habitScore(power: Power, habits: readonly Habit[], others: boolean, seed: number): number {
  const wishes = habits.map(({ kind, params }) => {
    const order = readOrder(lesson, kind, params);
    if ('code' in order) throw new Error(`${kind}: ${order.code}`);
    return { kind, params: order.params };
  });
  const own = fixedPolicy('habit', wishes);
  const rest = others ? null : fixedPolicy('idle', []);
  return playScripted(
    lesson,
    'intro',
    byPower((p) => (p === power ? own : rest)),
    seed,
  )[power];
}

function meanOf(list: readonly number[]): number {
  return list.reduce((sum, x) => sum + x, 0) / list.length;
}

/** Every setting that a kind of the lesson names as worth trying, and the ends of its sliders. */
const settings = (power: Power): readonly Habit[] => settingsOf(lesson, 'intro', power);

/** Horns that a power might always choose. */
const HORNS: Readonly<Record<Power, readonly (readonly Habit[])[]>> = {
  KZ: [
    [
      { kind: 'fx', params: { course: 'hold' } },
      { kind: 'land', params: { code: 'open' } },
    ],
    [
      { kind: 'fx', params: { course: 'float' } },
      { kind: 'eeu', params: { act: 'economic' } },
    ],
    [
      { kind: 'land', params: { code: 'moratorium' } },
      { kind: 'engage', params: { mode: 'consult', topic: 'china' } },
    ],
    [
      { kind: 'protest_answer', params: { answer: 'suppress' } },
      { kind: 'eeu', params: { act: 'stall' } },
    ],
    [
      { kind: 'crossing', params: { node: 'aktau' } },
      { kind: 'build', params: { project: 'kuryk_port', amount: 0.3 } },
    ],
  ],
  RU: [
    [
      { kind: 'energy', params: { terms: 'squeeze' } },
      { kind: 'ru_transit', params: { toll: 1900 } },
    ],
    [
      { kind: 'military', params: { act: 'presence' } },
      { kind: 'food_ban', params: { ban: 'on', target: 'all' } },
    ],
    [
      { kind: 'military', params: { act: 'standdown' } },
      { kind: 'energy', params: { terms: 'discount' } },
    ],
    [{ kind: 'cet', params: { matter: 'goods', points: 5, payment: 0.1 } }],
  ],
  CN: [
    [{ kind: 'finance', params: { project: 'plants', bidding: 'own', amount: 2.5 } }],
    [{ kind: 'finance', params: { project: 'plants', bidding: 'open', amount: 2.5, local: '50' } }],
    [
      { kind: 'train_subsidy', params: { rate: 4000 } },
      { kind: 'people', params: { group: 'youth' } },
    ],
    [
      { kind: 'finance', params: { project: 'kuryk_port', bidding: 'open', amount: 0.4 } },
      { kind: 'finance', params: { project: 'aktau_port', bidding: 'open', amount: 0.3 } },
    ],
  ],
  EU: [
    [{ kind: 'sanctions', params: { change: 'up' } }],
    [
      { kind: 'sanctions', params: { change: 'hold' } },
      { kind: 'civil', params: { amount: 0.1 } },
    ],
    [
      { kind: 'eu_corridor', params: { place: 'aktau', amount: 0.8 } },
      { kind: 'scitech', params: {} },
    ],
  ],
};

/** The lesson against three bots: a power's habits through the facade, or a bot in its seat too. */
function atTable(seat: Power | null, habits: readonly Habit[], seed: number): GameState {
  let state = advance(lesson, createGame(lesson, { seed, depth: 'intro' }));
  let id = 0;
  const give = (power: Power, move: object): boolean => {
    id += 1;
    const done = submit(lesson, state, power, 'bot', { id: `m${id}`, round: state.round, ...move });
    if (done.ok) state = done.state;
    return done.ok;
  };
  const turn = (power: Power): boolean => {
    let acted = false;
    for (let step = 0; step < 8; step += 1) {
      const moves = nextMoves(lesson, viewFor(lesson, state, power));
      if (!moves.map((move) => give(power, move)).includes(true)) break;
      acted = true;
    }
    return acted;
  };
  const talk = (): void => {
    const bots = POWERS.filter((p) => p !== seat);
    for (let pass = 0; pass < 8; pass += 1) if (!bots.map(turn).includes(true)) return;
  };
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') {
      for (const order of habits) if (seat) give(seat, { type: 'draft', order });
      talk();
    }
    if (state.phase === 'ink') talk();
    state = advance(lesson, state);
  }
  return state;
}

describe.each(POWERS)('%s', (power) => {
  it.each([true, false])(
    'wins no more by any one order over and over, others as in history: %s',
    (others) => {
      const over = settings(power)
        .map((habit) => ({
          ...habit,
          score: habitScore(power, [habit], others, SEEDS[0] as number),
        }))
        .filter(({ score }) => score > MOST - 2)
        .map((one) => ({
          ...one,
          mean: meanOf(SEEDS.map((s) => habitScore(power, [one], others, s))),
        }))
        .filter(({ mean }) => mean > MOST);
      expect(over).toEqual([]);
    },
  );

  it('wins no more by always choosing the same horn', () => {
    for (const horn of HORNS[power]) {
      for (const others of [true, false]) {
        const mean = meanOf(SEEDS.map((seed) => habitScore(power, horn, others, seed)));
        expect(mean, horn.map(({ kind }) => kind).join(' ')).toBeLessThan(MOST);
      }
    }
  });
});

describe('against three bots', () => {
  /** Seeds of games with bots: one game is a matter of luck. */
  const TABLES = [3, 4, 5];
  const HABITS: readonly (readonly [Power, Habit])[] = [
    ['KZ', { kind: 'fx', params: { course: 'step20' } }],
    ['RU', { kind: 'cet', params: { matter: 'economic', points: 3, payment: 0.1 } }],
    ['CN', { kind: 'food_access', params: { quota: 'large' } }],
    ['EU', { kind: 'civil', params: { amount: 0.1 } }],
  ];

  it('a fourth bot does better than the best habit of its power', () => {
    const games = TABLES.map((seed) => scoresOf(lesson, atTable(null, [], seed)));
    for (const [power, habit] of HABITS) {
      const bot = meanOf(games.map((scores) => scores[power].score));
      const score = meanOf(
        TABLES.map((seed) => scoresOf(lesson, atTable(power, [habit], seed))[power].score),
      );
      expect(score, power).toBeLessThan(bot);
      expect(score, power).toBeLessThan(MOST);
    }
  }, 240_000);
});
