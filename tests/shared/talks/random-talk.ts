import fc from 'fast-check';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { Condition, NamedOrder } from '../../../shared/core/talk.ts';

/** Orders that agreements speak of, with who gives them. */
export const DEEDS: readonly { readonly power: Power; readonly order: NamedOrder }[] = [
  { power: 'KZ', order: { kind: 'toll', params: { corridor: 'trunk', toll: 1500 } } },
  { power: 'KZ', order: { kind: 'crossing', params: { node: 'dostyk' } } },
  { power: 'RU', order: { kind: 'military', params: { act: 'standdown' } } },
  {
    power: 'RU',
    order: { kind: 'ru_transit', params: { corridor: 'trunk', toll: 2000, access: 'slow' } },
  },
  { power: 'CN', order: { kind: 'summit', params: { host: 'KZ' } } },
  { power: 'CN', order: { kind: 'people', params: {} } },
  { power: 'EU', order: { kind: 'sanctions', params: { change: 'ease' } } },
];

/** One point of an offer, before it is known who is party to it. */
export interface Point {
  readonly what: number;
  readonly by: number;
  readonly deed: number;
  readonly rounds: number;
  readonly when: 'always' | Condition['on'];
  readonly pick: number;
  readonly value: number;
}

/** One gesture at the table; what it means is settled by what lies there. */
export type Gesture =
  | { readonly do: 'next' }
  | {
      readonly do: 'offer' | 'agree';
      readonly by: Power;
      readonly to: Power[];
      readonly points: Point[];
    }
  | { readonly do: 'deposit'; readonly by: Power; readonly point: Point }
  | { readonly do: 'knot'; readonly size: number; readonly free: boolean }
  | {
      readonly do: 'counter';
      readonly pick: number;
      readonly seat: number;
      readonly points: Point[];
    }
  | { readonly do: 'sign' | 'decline' | 'retract'; readonly pick: number; readonly seat: number }
  | { readonly do: 'leave'; readonly pick: number; readonly seat: number; readonly notice: boolean }
  | { readonly do: 'order'; readonly deed: number }
  | { readonly do: 'stray'; readonly pick: number; readonly seat: Power; readonly version: number };

const pick = fc.nat({ max: 20 });
const power = fc.constantFrom(...POWERS);
const point = fc.record({
  what: fc.nat({ max: 9 }),
  by: fc.nat({ max: 3 }),
  deed: fc.nat({ max: DEEDS.length - 1 }),
  rounds: fc.nat({ max: 3 }),
  when: fc.constantFrom('always', 'always', 'agreement', 'agreement', 'indicator', 'order'),
  pick,
  value: fc.constantFrom(0, 40, 60, 61, 99),
}) as fc.Arbitrary<Point>;
const points = fc.array(point, { minLength: 1, maxLength: 3 });
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('next' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('offer' as const, 'offer' as const, 'agree' as const),
      by: power,
      to: fc.uniqueArray(power, { minLength: 1, maxLength: 3 }),
      points,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('counter' as const), pick, seat: pick, points }),
  },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('sign' as const), pick, seat: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('decline' as const, 'retract' as const),
      pick,
      seat: pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      pick,
      seat: pick,
      notice: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      deed: fc.nat({ max: DEEDS.length - 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('deposit' as const), by: power, point }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('knot' as const),
      size: fc.integer({ min: 2, max: 4 }),
      free: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stray' as const),
      pick,
      seat: power,
      version: fc.integer({ min: 1, max: 4 }),
    }),
  },
);
export const conversation: fc.Arbitrary<Gesture[]> = fc.array(gesture, {
  minLength: 30,
  maxLength: 70,
});
