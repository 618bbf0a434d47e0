import { describe, expect, it } from 'vitest';
import type { Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { objectiveValues } from '../../../shared/systems/scoring/index.ts';
import type { Values } from '../economy/variant.ts';
import { gameWith, still, WAVE } from './scene.ts';

interface Given {
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
}

/** Own score of a power in points, as its path mean over some rounds, for one horn against another. */
function gain(
  power: Power,
  words: Values,
  horn: readonly (readonly Given[])[],
  other: readonly (readonly Given[])[],
  rounds: number,
): number {
  const path = (orders: readonly (readonly Given[])[]): number => {
    let num: Float64Array = gameWith(words).num;
    let points = 0;
    for (let r = 0; r < rounds; r += 1) {
      num = resolveNumbers(still, num, r, orders[r] ?? []).num;
      const values = objectiveValues(still, num);
      still.objectives.forEach((o, k) => {
        if (o.power !== power) return;
        points += ((o.weight / 10) * (values[k] as number)) / o.unit / rounds;
      });
    }
    return points;
  };
  return path(horn) - path(other);
}

const kz = (kind: string, params: Params): Given => ({ power: 'KZ', kind, params });
const OPEN_LAND = kz('land', { code: 'open' });
const HEARING = kz('engage', { mode: 'consult', topic: 'land' });
const answer = (how: string): Given[][] => [[kz('protest_answer', { answer: how })]];

describe('dilemmas whose better horn flips with a visible word', () => {
  it('KZ5: a hearing before the land law pays where people are angry, not where they are calm', () => {
    const talk = (grievance: number): number =>
      gain('KZ', { grievance, 'aware(*,OBOR)': 0.3 }, [[HEARING, OPEN_LAND]], [[OPEN_LAND]], 6);
    expect(talk(5)).toBeLessThan(-0.02);
    expect(talk(25)).toBeGreaterThan(0.1);
  });

  it('KZ5: clearing the squares is the better answer in calm times, talking in angry ones', () => {
    const talk = (grievance: number): number =>
      gain(
        'KZ',
        { ...WAVE, grievance, 'grievance(*,land)': grievance + 10 },
        answer('consult'),
        answer('suppress'),
        6,
      );
    expect(talk(10)).toBeLessThan(-0.1);
    expect(talk(40)).toBeGreaterThan(0.03);
  });

  const terms = (bidding: string, local: string): Given[][] =>
    [0, 1, 2].map(() => [
      {
        power: 'CN',
        kind: 'finance',
        params: { project: 'dostyk_mointy', bidding, amount: 1.5, interest: 3, local },
      },
    ]);
  const open = (power: Power, aware: number): number =>
    gain(
      power,
      { grievance: 25, 'aware(*,OBOR)': aware },
      terms('open', '50'),
      terms('own', '30'),
      4,
    );

  it('KZ2: open bids are worth their price where the public knows of the road', () => {
    expect(open('KZ', 0.05)).toBeLessThan(-0.05);
    expect(open('KZ', 0.9)).toBeGreaterThan(0.05);
  });

  it('CN1: so they are for China', () => {
    expect(open('CN', 0.05)).toBeLessThan(-0.05);
    expect(open('CN', 0.9)).toBeGreaterThan(0.05);
  });
});
