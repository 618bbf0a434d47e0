import { describe, expect, it } from 'vitest';
import type { OrderKind, Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { sceneOf } from '../../../shared/game/drafting.ts';
import { type DraftedOrder, judgeSum, openAt, type SeatScene } from '../../../shared/game/rules.ts';
import { fits, initialParams, ORDERS } from '../../../shared/orders/index.ts';
import { lesson } from '../economy/variant.ts';
import { gameWith, still, WAVE } from '../opinion/scene.ts';

/** Kinds that a depth counts; the choices that events bring come on top. */
const LESSON = ORDERS.filter((kind) => !kind.choice && openAt(kind, 'intro'));

function seat(power: Power, words = {}): SeatScene {
  return sceneOf(still, gameWith(words, still, 0, 'intro'), power);
}

/** A setting of a kind that costs capital, and one that costs money, where there are such. */
function dearest(kind: OrderKind, by: 'pc' | 'money'): { params: Params; price: number } | null {
  const power = kind.by[0] as Power;
  const scene = seat(power, WAVE);
  const priced = [initialParams(kind.params, still), ...kind.candidates(scene, power)].map(
    (some) => {
      const params = { ...initialParams(kind.params, still), ...some };
      return { params, price: kind.cost(scene, power, params)[by] };
    },
  );
  const most = priced.reduce((a, b) => (b.price > a.price ? b : a));
  return most.price > 0 ? most : null;
}

/** Two orders that fill a power's slots and cost little. */
const FILLERS: Readonly<Record<Power, readonly DraftedOrder[]>> = {
  KZ: [
    { kind: 'toll', params: { corridor: 'asia', toll: 600 } },
    { kind: 'toll', params: { corridor: 'south', toll: 600 } },
  ],
  RU: [
    { kind: 'ru_transit', params: { corridor: 'road', toll: 100, access: 'open' } },
    { kind: 'ru_transit', params: { corridor: 'siberian', toll: 100, access: 'open' } },
  ],
  CN: [
    { kind: 'food_access', params: { quota: 'small' } },
    { kind: 'people', params: { group: 'youth' } },
  ],
  EU: [
    { kind: 'scitech', params: {} },
    { kind: 'eu_corridor', params: { place: 'brest', amount: 0.2 } },
  ],
};

it('the lesson has twenty-three kinds: eight, five, five and five', () => {
  const count = (power: Power): number => LESSON.filter((kind) => kind.by.includes(power)).length;
  expect([count('KZ'), count('RU'), count('CN'), count('EU')]).toEqual([8, 5, 5, 5]);
});

describe.each(LESSON.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  const power = kind.by[0] as Power;

  it('is not given on credit of the desk', () => {
    const priced = dearest(kind, 'pc');
    if (!priced) throw new Error(`${kind.id} has no setting that costs capital`);
    const { params, price } = priced;
    const poor = seat(power, { ...WAVE, 'pc(*)': price - 0.5 });
    const rich = seat(power, { ...WAVE, 'pc(*)': price });
    expect(judgeSum(poor, [], kind, params)?.code).toBe('noCapital');
    expect(judgeSum(rich, [], kind, params)?.code).not.toBe('noCapital');
  });

  it('is not paid from an empty purse', () => {
    const priced = dearest(kind, 'money');
    const scene = seat(power, { ...WAVE, 'pc(*)': 9 });
    if (!priced) {
      const params = initialParams(kind.params, still);
      expect(kind.cost(scene, power, params).money).toBe(0);
      return;
    }
    const { params, price } = priced;
    const withLeft = (left: number): SeatScene => ({
      ...scene,
      content: { ...still, envelope: { ...still.envelope, [power]: left } },
    });
    expect(judgeSum(withLeft(price - 0.01), [], kind, params)?.code).toBe('noMoney');
    expect(judgeSum(withLeft(price), [], kind, params)).toBeNull();
    // What stands printed is within what a power may spend in a round.
    expect(price).toBeLessThanOrEqual(lesson.envelope[power]);
  });

  it('takes one of two slots, unless it is an answer', () => {
    const params = {
      ...initialParams(kind.params, still),
      ...kind.candidates(seat(power), power)[0],
    };
    const scene = seat(power, { ...WAVE, 'pc(*)': 9 });
    const code = judgeSum(scene, FILLERS[power], kind, params)?.code;
    const taken = kind.reaction?.(params) ? undefined : 'tooManyDrafts';
    expect(code === 'alreadyDrafted' ? 'tooManyDrafts' : code).toBe(taken);
  });

  it('knows its settings from nonsense', () => {
    for (const spec of kind.params) {
      expect(fits(spec, 'nonsense', still)).toBe(false);
      expect(fits(spec, Number.NaN, still)).toBe(false);
      expect(fits(spec, undefined, still)).toBe(false);
      expect(fits(spec, spec.initial, still)).toBe(true);
    }
    for (const some of kind.candidates(seat(power), power)) {
      for (const spec of kind.params) {
        if (spec.id in some) expect(fits(spec, some[spec.id], still), spec.id).toBe(true);
      }
    }
  });
});
