import { describe, expect, it } from 'vitest';
import type { Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { endValues } from '../../../shared/game/baseline.ts';
import { type LegalOrder, resolveNumbers } from '../../../shared/game/resolve.ts';
import { judgeOrder, readOrder } from '../../../shared/game/rules.ts';
import { objectiveValues, pathAndEnd } from '../../../shared/systems/scoring/index.ts';
import { lesson, type Values } from '../economy/variant.ts';
import { WAVE } from '../opinion/scene.ts';

/** A lesson game in which the others play as in history, or stand still. */
interface Setting {
  readonly words?: Values;
  readonly others?: 'history' | 'still';
}

const HISTORY: Setting = { others: 'history' };
/** China pays for trains, tolls are low: stations are full. */
const BUSY: Setting = {
  words: { subsidy: 4000, 'toll(KZ,trunk)': 300, 'toll(RU,trunk)': 300 },
  others: 'still',
};

interface Mover {
  readonly objective: string;
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
  /** Rounds in which it is given; from the first of them on, nothing else of its power happens. */
  readonly rounds?: readonly number[];
  readonly setting?: Setting;
  readonly sign: 1 | -1;
  /** Points of the objective that it must move; 1 unless the reason stands beside it. */
  readonly least?: number;
}

const dryPort = { project: 'khorgos_dry_port', amount: 0.15, financier: 'fund' };
const road = { project: 'wewc_road', amount: 1.5, financier: 'IFI' };
const port = { bidding: 'open', interest: 3, local: '50' };

// biome-ignore format: one mover a line
const MOVERS: readonly Mover[] = [
  { objective: 'kz_living', power: 'KZ', kind: 'fx', params: { course: 'float' }, rounds: [3], sign: 1 },
  { objective: 'kz_living', power: 'KZ', kind: 'build', params: dryPort, sign: 1 },
  { objective: 'kz_living', power: 'KZ', kind: 'eeu', params: { act: 'sign_full' }, rounds: [1], sign: 1 },
  { objective: 'kz_calm', power: 'KZ', kind: 'fx', params: { course: 'float' }, rounds: [3], sign: 1 },
  { objective: 'kz_calm', power: 'KZ', kind: 'land', params: { code: 'open' }, sign: -1 },
  { objective: 'kz_calm', power: 'KZ', kind: 'engage', params: { mode: 'consult', topic: 'china' }, rounds: [3], sign: 1 },
  { objective: 'kz_calm', power: 'KZ', kind: 'protest_answer', params: { answer: 'suspend' }, setting: { words: WAVE }, sign: 1 },
  { objective: 'kz_transit', power: 'KZ', kind: 'toll', params: { corridor: 'trunk', toll: 400 }, sign: 1 },
  { objective: 'kz_transit', power: 'KZ', kind: 'crossing', params: { node: 'dostyk' }, setting: BUSY, sign: 1 },
  { objective: 'kz_transit', power: 'KZ', kind: 'build', params: dryPort, setting: BUSY, sign: 1 },
  { objective: 'kz_free_hand', power: 'KZ', kind: 'build', params: dryPort, sign: 1 },
  { objective: 'kz_free_hand', power: 'KZ', kind: 'crossing', params: { node: 'dostyk' }, sign: 1 },
  { objective: 'kz_free_hand', power: 'KZ', kind: 'eeu', params: { act: 'economic' }, rounds: [0, 1], sign: -1 },
  { objective: 'kz_purse', power: 'KZ', kind: 'fx', params: { course: 'float' }, sign: 1 },
  { objective: 'kz_purse', power: 'KZ', kind: 'build', params: road, rounds: [0, 1, 2], sign: -1 },
  // A purse of tens of billions does not feel tolls of tens of millions: transit is small beside oil.
  { objective: 'kz_purse', power: 'KZ', kind: 'toll', params: { corridor: 'trunk', toll: 3000 }, setting: BUSY, sign: 1, least: 0.05 },
  { objective: 'ru_union', power: 'RU', kind: 'cet', params: { matter: 'economic', points: 3, payment: 0 }, sign: 1 },
  { objective: 'ru_union', power: 'RU', kind: 'energy', params: { terms: 'squeeze', line: 'all' }, sign: -1 },
  { objective: 'ru_union', power: 'RU', kind: 'food_ban', params: { ban: 'on', target: 'KZ' }, rounds: [3], sign: -1 },
  { objective: 'ru_weight', power: 'RU', kind: 'military', params: { act: 'presence' }, sign: 1 },
  { objective: 'ru_weight', power: 'RU', kind: 'cet', params: { matter: 'goods', points: 5, payment: 0 }, sign: 1 },
  { objective: 'ru_weight', power: 'RU', kind: 'energy', params: { terms: 'squeeze', line: 'rail' }, sign: -1 },
  // Kazakh food is a hundredth of the trade between the two.
  { objective: 'ru_weight', power: 'RU', kind: 'food_ban', params: { ban: 'on', target: 'KZ' }, sign: -1, least: 0.25 },
  { objective: 'ru_economy', power: 'RU', kind: 'ru_transit', params: { corridor: 'trunk', toll: 0, access: 'open' }, sign: -1 },
  { objective: 'ru_economy', power: 'RU', kind: 'food_ban', params: { ban: 'on', target: 'EU' }, sign: -1 },
  { objective: 'ru_economy', power: 'RU', kind: 'cet', params: { matter: 'goods', points: 5, payment: 0 }, sign: 1 },
  { objective: 'ru_flank', power: 'RU', kind: 'military', params: { act: 'standdown' }, sign: 1 },
  { objective: 'ru_flank', power: 'RU', kind: 'energy', params: { terms: 'squeeze', line: 'all' }, sign: -1 },
  { objective: 'ru_home', power: 'RU', kind: 'food_ban', params: { ban: 'on', target: 'EU' }, sign: 1 },
  { objective: 'ru_home', power: 'RU', kind: 'military', params: { act: 'presence' }, sign: 1 },
  { objective: 'ru_home', power: 'RU', kind: 'cet', params: { matter: 'goods', points: 5, payment: 0 }, sign: 1 },
  { objective: 'cn_roads', power: 'CN', kind: 'train_subsidy', params: { rate: 3000 }, sign: 1 },
  { objective: 'cn_roads', power: 'CN', kind: 'finance', params: { ...port, project: 'wewc_road', amount: 1.5 }, rounds: [0, 1], sign: 1 },
  { objective: 'cn_energy', power: 'CN', kind: 'finance', params: { ...port, project: 'eastern_pipeline', amount: 1 }, sign: 1 },
  { objective: 'cn_energy', power: 'CN', kind: 'summit', params: { host: 'KZ' }, sign: 1 },
  { objective: 'cn_portfolio', power: 'CN', kind: 'finance', params: { ...port, project: 'plants', amount: 1 }, sign: 1 },
  { objective: 'cn_portfolio', power: 'CN', kind: 'train_subsidy', params: { rate: 4000 }, sign: -1 },
  { objective: 'cn_standing', power: 'CN', kind: 'people', params: { group: 'youth' }, sign: 1 },
  { objective: 'cn_standing', power: 'CN', kind: 'food_access', params: { quota: 'large' }, sign: 1 },
  { objective: 'cn_standing', power: 'CN', kind: 'finance', params: { project: 'plants', bidding: 'own', amount: 1.5, interest: 3, local: '30' }, rounds: [2, 3], sign: -1 },
  { objective: 'cn_access', power: 'CN', kind: 'finance', params: { ...port, project: 'plants', amount: 2.5 }, rounds: [0, 1, 2], sign: 1 },
  { objective: 'cn_access', power: 'CN', kind: 'food_access', params: { quota: 'large' }, sign: 1 },
  { objective: 'cn_access', power: 'CN', kind: 'train_subsidy', params: { rate: 4000 }, sign: -1 },
  { objective: 'eu_free_hand', power: 'EU', kind: 'epca', params: { step: '1' }, sign: 1 },
  { objective: 'eu_free_hand', power: 'EU', kind: 'eu_corridor', params: { place: 'aktau', amount: 0.8 }, sign: 1 },
  { objective: 'eu_trade', power: 'EU', kind: 'epca', params: { step: '1' }, sign: 1 },
  { objective: 'eu_trade', power: 'EU', kind: 'sanctions', params: { change: 'up' }, sign: -1 },
  { objective: 'eu_trade', power: 'EU', kind: 'eu_corridor', params: { place: 'brest', amount: 0.8 }, setting: BUSY, sign: 1 },
  { objective: 'eu_rol', power: 'EU', kind: 'civil', params: { amount: 0.05 }, sign: 1 },
  { objective: 'eu_rol', power: 'EU', kind: 'epca', params: { step: '1' }, sign: 1 },
  { objective: 'eu_corridors', power: 'EU', kind: 'eu_corridor', params: { place: 'brest', amount: 0.3 }, sign: 1 },
  { objective: 'eu_corridors', power: 'EU', kind: 'epca', params: { step: '1' }, sign: 1 },
  { objective: 'eu_voice', power: 'EU', kind: 'sanctions', params: { change: 'hold' }, rounds: [2], setting: { words: { sanction_level: 1 } }, sign: 1 },
  { objective: 'eu_voice', power: 'EU', kind: 'scitech', params: {}, rounds: [1, 2], sign: 1 },
  { objective: 'eu_voice', power: 'EU', kind: 'civil', params: { amount: 0.05 }, rounds: [2], sign: 1 },
];

/** x of an objective over a lesson game: six tenths path, four tenths end. */
function played(mover: Mover, given: boolean): number {
  const { power, rounds = [0], setting = HISTORY } = mover;
  const { layout } = lesson;
  const k = lesson.objectives.findIndex((o) => o.id === mover.objective);
  let num: Float64Array = lesson.start.slice();
  for (const [pattern, value] of Object.entries(setting.words ?? {})) {
    for (const at of layout.entries(pattern)) num[at] = value;
  }
  const path: number[] = [];
  lesson.halves.forEach((_, round) => {
    const orders: LegalOrder[] =
      setting.others === 'history'
        ? (lesson.history[round] ?? []).filter(
            (o) => o.power !== power || round < (rounds[0] as number),
          )
        : [];
    if (given && rounds.includes(round)) orders.push(legal(mover, num, round));
    num = resolveNumbers(lesson, num, round, orders, { free: true }).num;
    path.push(objectiveValues(lesson, num)[k] as number);
  });
  return pathAndEnd(path, endValues(lesson, num, lesson.halves.length - 1)[k] as number);
}

/** The mover's order. @throws Error when the rules refuse it there: the row would prove nothing */
function legal({ power, kind, params }: Mover, num: Float64Array, round: number): LegalOrder {
  const order = readOrder(lesson, kind, params);
  if ('code' in order) throw new Error(order.code);
  const scene = { content: lesson, num, round, depth: 'intro', power, used: {} } as const;
  const refusal = judgeOrder(scene, order.kind, order.params);
  if (refusal) throw new Error(refusal.code);
  return { power, kind, params: order.params };
}

describe('movers of the objectives', () => {
  it.each(MOVERS)('$kind $params moves $objective', (mover) => {
    const unit = lesson.objectives.find((o) => o.id === mover.objective)?.unit as number;
    const points = (10 / unit) * (played(mover, true) - played(mover, false));
    expect(mover.sign * points).toBeGreaterThan(mover.least ?? 1);
  });

  it('stand for every objective of the lesson', () => {
    const told = new Set(MOVERS.map((m) => m.objective));
    expect(lesson.objectives.filter((o) => !told.has(o.id))).toEqual([]);
  });
});
