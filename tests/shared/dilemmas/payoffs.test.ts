import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { CHAPTERS } from '../../../shared/core/layout.ts';
import type { Vote } from '../../../shared/core/motion.ts';
import { byPower, type Power } from '../../../shared/core/powers.ts';
import { endValues } from '../../../shared/game/baseline.ts';
import { type LegalOrder, resolveNumbers } from '../../../shared/game/resolve.ts';
import { objectiveValues, pathAndEnd } from '../../../shared/systems/scoring/index.ts';
import type { Values } from '../economy/variant.ts';

/** What joint and single acts bring each power: the payoffs that make people talk (rules, 1.3). */

const long = contentOf('crossroads');
/** The long scenario with its drivers at the base period and no events: nothing but the acts differs. */
const still = {
  ...long,
  drivers: long.halves.map(() =>
    Float64Array.from(long.driverAt, (at) => long.start[at] as number),
  ),
  events: [],
};
const ROUNDS = still.halves.length;
/** Points of score that a unit of political capital is worth: acts are compared net of it. */
const CAPITAL = still.coefficients['talks.capitalWorth'] as number;

type Plan = readonly (readonly LegalOrder[])[];

function points(words: Values, plan: Plan): Record<Power, number> {
  let num: Float64Array = still.start.slice();
  for (const [pattern, value] of Object.entries(words)) {
    for (const at of still.layout.entries(pattern)) num[at] = value;
  }
  const path: number[][] = [];
  for (let r = 0; r < ROUNDS; r += 1) {
    num = resolveNumbers(still, num, r, plan[r] ?? []).num;
    path.push(objectiveValues(still, num));
  }
  const end = endValues(still, num, ROUNDS - 1);
  return byPower((power) =>
    still.objectives.reduce((sum, o, k) => {
      if (o.power !== power) return sum;
      const x = pathAndEnd(
        path.map((row) => row[k] as number),
        end[k] as number,
      );
      return sum + ((o.weight / 10) * x) / o.unit;
    }, 0),
  );
}

/** Points by which a plan changes each power's score against nobody doing anything. */
function gains(words: Values, plan: Plan, spent: Partial<Record<Power, number>> = {}) {
  const base = points(words, []);
  const with_ = points(words, plan);
  return byPower((power) => with_[power] - base[power] - CAPITAL * (spent[power] ?? 0));
}

const act = (power: Power, kind: string, params: LegalOrder['params']): LegalOrder => ({
  power,
  kind,
  params,
});

describe('the stag hunt of chapters', () => {
  const open: Values = { chapters_open: 1 };

  /** A chapter signed by some until it is whole: net of the capital of each signature. */
  function hunt(chapter: string, signers: readonly Power[]) {
    const halves = Math.ceil(100 / (20 * signers.length));
    const plan = Array.from({ length: halves }, () =>
      signers.map((power) => act(power, 'chapter', { chapter })),
    );
    return gains(open, plan, Object.fromEntries(signers.map((power) => [power, 2 * halves])));
  }

  for (const chapter of CHAPTERS) {
    it(`on ${chapter}: all three gain, two of them less, and who stays out gains less than he who joins`, () => {
      const all = hunt(chapter, ['KZ', 'RU', 'CN']);
      const alone = {
        KZ: hunt(chapter, ['RU', 'CN']),
        RU: hunt(chapter, ['KZ', 'CN']),
        CN: hunt(chapter, ['KZ', 'RU']),
      };
      for (const power of ['KZ', 'RU', 'CN'] as const) {
        expect(all[power], power).toBeGreaterThan(0.15);
        for (const missing of ['KZ', 'RU', 'CN'] as const) {
          expect(all[power], `${power} without ${missing}`).toBeGreaterThan(
            (alone[missing] as Record<Power, number>)[power],
          );
        }
      }
      // Kazakhstan keeps two books for a road that ends at the next gate.
      expect(alone.RU.KZ).toBeLessThan(0);
      expect(alone.CN.KZ).toBeLessThan(0);
    });
  }

  it('is worth nothing to play alone', () => {
    const lone = gains(open, [[]], { KZ: 2 });
    expect(lone.KZ).toBeLessThan(0);
  });
});

describe('the vote on the common tariff', () => {
  const union: Values = { treaty: 1 };
  const motion = (kz: Vote, payment = 0): LegalOrder => ({
    ...act('RU', 'cet', { matter: 'goods', points: 5, payment }),
    votes: { RU: 'yes', KZ: kz },
  });
  const cheaper = act('RU', 'energy', { terms: 'discount', line: 'all' });

  const forNothing = gains(union, [[motion('yes')]]);
  const veto = gains(union, [[motion('no')]]);
  const paid = gains(union, [[motion('yes'), cheaper]]);

  it('a wall serves who asks for it and hurts who lives behind it', () => {
    expect(forNothing.RU).toBeGreaterThan(0.5);
    expect(forNothing.KZ).toBeLessThan(-0.4);
    // So it does those who sell over it.
    expect(forNothing.CN).toBeLessThan(-0.3);
    expect(forNothing.EU).toBeLessThan(-0.3);
  });

  it('a veto keeps it away, at the price of Russian good will', () => {
    expect(veto.KZ).toBeGreaterThan(forNothing.KZ + 0.4);
    expect(veto.RU).toBeLessThan(0);
  });

  it('cheap energy pays for a good part of a consent, and leaves Russia its gain', () => {
    expect(paid.KZ).toBeGreaterThan(forNothing.KZ + 0.15);
    expect(paid.RU).toBeGreaterThan(0.4);
  });
});

describe('sanctions and calm', () => {
  const quarrel: Values = { sanction_level: 1, confrontation: 40 };
  const ease = act('EU', 'sanctions', { change: 'down' });
  const calm = act('RU', 'military', { act: 'standdown' });
  const escalate = act('RU', 'military', { act: 'presence' });
  const of = (eases: boolean, deed: LegalOrder) =>
    gains(quarrel, [[...(eases ? [ease] : []), deed], [deed]]);

  const game = {
    holdEscalate: of(false, escalate),
    holdCalm: of(false, calm),
    easeCalm: of(true, calm),
    easeEscalate: of(true, escalate),
  };

  it('calm for ease serves Russia, Europe and Kazakhstan between them', () => {
    for (const power of ['KZ', 'RU', 'EU'] as const) {
      expect(game.easeCalm[power], power).toBeGreaterThan(0.5);
      expect(game.easeCalm[power], power).toBeGreaterThan(game.holdCalm[power]);
    }
  });

  it('each is tempted: Russia takes the ease and escalates, and Europe stands there with nothing', () => {
    expect(game.easeEscalate.RU).toBeGreaterThan(game.easeCalm.RU + 0.5);
    expect(game.easeEscalate.EU).toBeLessThan(game.holdEscalate.EU - 0.5);
    expect(game.holdCalm.RU).toBeLessThan(game.holdEscalate.RU);
  });

  it('a quarrel between others is paid for in Kazakhstan', () => {
    expect(game.holdEscalate.KZ).toBeLessThan(-0.2);
  });
});

describe('a Chinese project', () => {
  const site: Values = { 'aware(*,OBOR)': 0.3 };
  const tranche = (bidding: 'own' | 'open'): LegalOrder =>
    act('CN', 'finance', {
      project: 'plants',
      bidding,
      amount: 2,
      interest: 3,
      local: bidding === 'own' ? '30' : '50',
    });
  const consult = act('KZ', 'engage', { mode: 'consult', topic: 'china' });
  const own = gains(site, [[tranche('own')], [tranche('own')], [tranche('own')]]);
  const openly = gains(site, [
    [tranche('open'), consult],
    [tranche('open')],
    [tranche('open'), consult],
  ]);

  it('brings more to both sides with open bids and people who were asked', () => {
    expect(openly.CN).toBeGreaterThan(own.CN);
    expect(openly.KZ).toBeGreaterThan(own.KZ);
    expect(openly.EU).toBeGreaterThan(own.EU + 0.5);
  });
});
