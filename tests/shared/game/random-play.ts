import fc from 'fast-check';
import { CLAUSES } from '../../../shared/clauses/index.ts';
import type { Content } from '../../../shared/core/content.ts';
import type { OrderKind } from '../../../shared/core/order.ts';
import { type Depth, POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { advance, createGame } from '../../../shared/game/index.ts';
import { ORDERS } from '../../../shared/orders/index.ts';
import { referee, refereed } from './referee.ts';

/** One gesture of somebody at the table, sensible or not. */
export type Gesture =
  | { readonly type: 'advance' }
  | { readonly type: 'send'; readonly seat: Power | null; readonly input: unknown };

const seat = fc.constantFrom<Power | null>(...POWERS, ...POWERS, ...POWERS, null);

/** Parameters of a kind: mostly on the grid, sometimes off it. */
function paramsOf(content: Content, kind: Pick<OrderKind, 'params'>): fc.Arbitrary<unknown> {
  return fc.record(
    Object.fromEntries(
      kind.params.map((spec) => [
        spec.id,
        spec.type === 'choice'
          ? fc.constantFrom(...spec.options(content), ...spec.options(content), 'atlantis')
          : fc.oneof(
              fc
                .integer({ min: 0, max: Math.round((spec.max - spec.min) / spec.step) })
                .map((n) => spec.min + n * spec.step),
              fc.double(),
            ),
      ]),
    ),
    { requiredKeys: [] },
  );
}

const power = fc.constantFrom(...POWERS);
const audience = fc.oneof(
  fc.uniqueArray(power, { minLength: 1, maxLength: 3 }),
  fc.constant('all'),
);

/** Offers, answers and words, sensible or not; the number of an offer counts from the newest. */
function talks(
  content: Content,
  id: fc.Arbitrary<string>,
  round: fc.Arbitrary<number>,
): fc.Arbitrary<unknown> {
  const named = fc
    .constantFrom(...ORDERS.map((kind) => kind.id), 'vote')
    .map((kind) => ({ kind, params: {} }));
  const when = fc.oneof(
    fc.record({
      on: fc.constant('indicator'),
      owner: fc.constantFrom(...POWERS, 'shared'),
      indicator: fc.constantFrom('growth', 'stability', 'fund', 'atlantis'),
      is: fc.constantFrom('least', 'most'),
      value: fc.oneof(fc.nat({ max: 100 }), fc.constant(-0)),
    }),
    fc.record({
      on: fc.constant('agreement'),
      agreement: fc.tuple(power, fc.nat({ max: 3 })).map(([by, at]) => `${by}-${at}-0`),
    }),
    fc.record({ on: fc.constant('order'), power, order: named }),
  );
  const clause = fc.constantFrom(...CLAUSES).chain((kind) =>
    fc.record(
      {
        kind: fc.constant(kind.id),
        by: power,
        params: paramsOf(content, kind),
        until: round,
        ...(kind.ordered ? { order: named } : {}),
        ...(kind.deemed ? { text: fc.oneof(fc.constant('We agree'), fc.string()) } : {}),
        when,
      },
      {
        requiredKeys: [
          'kind',
          'by',
          'params',
          'until',
          ...(kind.ordered ? ['order' as const] : []),
        ],
      },
    ),
  );
  const clauses = fc.array(clause, { minLength: 1, maxLength: 3 });
  const proposal = fc.nat({ max: 2 });
  const version = fc.constantFrom(1, 1, 2);
  const base = { id, round };
  return fc.oneof(
    fc.record({
      ...base,
      type: fc.constant('propose'),
      to: fc.uniqueArray(power, { minLength: 1, maxLength: 3 }),
      clauses,
    }),
    fc.record({ ...base, type: fc.constant('counter'), proposal, clauses }),
    fc.record({ ...base, type: fc.constant('sign'), proposal, version }),
    fc.record({
      ...base,
      type: fc.constant('decline'),
      proposal,
      version,
      reason: fc.constantFrom('tooLittle', 'noTrust'),
    }),
    fc.record({ ...base, type: fc.constant('retract'), proposal }),
    fc.record({
      ...base,
      type: fc.constant('leave'),
      agreement: proposal,
      notice: fc.boolean(),
    }),
    fc.record({
      ...base,
      type: fc.constant('deem'),
      agreement: proposal,
      clause: fc.nat({ max: 2 }),
      kept: fc.boolean(),
    }),
    fc.record({
      ...base,
      type: fc.constant('say'),
      to: audience,
      text: fc.string(),
    }),
    fc.record({
      ...base,
      type: fc.constant('signal'),
      to: audience,
      kind: fc.constantFrom('warn', 'promise'),
      order: named,
      until: round,
    }),
  );
}

/** Commands for a content: legal, illegal, malformed. */
export function gestures(content: Content): fc.Arbitrary<Gesture[]> {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const round = fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6, -1, 1.5);
  const order = fc
    .constantFrom(...ORDERS)
    .chain((kind) => fc.record({ kind: fc.constant(kind.id), params: paramsOf(content, kind) }));
  const input = fc.oneof(
    { weight: 8, arbitrary: fc.record({ id, round, type: fc.constant('draft'), order }) },
    { weight: 1, arbitrary: fc.record({ id, round, type: fc.constant('withdraw'), draft: id }) },
    {
      weight: 1,
      arbitrary: fc.record({ id, round, type: fc.constant('rank'), drafts: fc.array(id) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        id,
        round,
        type: fc.constant('edit'),
        draft: id,
        params: order.map((o) => o.params),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ id, round, type: fc.constant('ready'), ready: fc.boolean() }),
    },
    { weight: 4, arbitrary: talks(content, id, round) },
    { weight: 1, arbitrary: fc.anything() },
  );
  return fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant<Gesture>({ type: 'advance' }) },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('send' as const),
          seat,
          input,
        }) as fc.Arbitrary<Gesture>,
      },
    ),
    { minLength: 20, maxLength: 90 },
  );
}

/** Plays gestures from a new game on, the referee watching; commands carry the present round half the time. */
export function playGestures(
  content: Content,
  list: readonly Gesture[],
  { seed = 1, depth = 'intro' as Depth } = {},
): GameState {
  let state = advance(content, createGame(content, { seed, depth }));
  list.forEach((gesture, i) => {
    if (gesture.type === 'advance') {
      state = advance(content, state);
      referee(content, state);
      return;
    }
    let { input } = gesture;
    // Ids repeat on purpose; half of the commands are meant for the round being played.
    if (i % 2 === 0 && typeof input === 'object' && input !== null && 'round' in input) {
      input = { ...input, round: state.round, id: `${i}` };
    }
    if (typeof input === 'object' && input !== null && 'proposal' in input) {
      const offer = state.talks.proposals.at(-1 - Number(input.proposal));
      if (offer) input = { ...input, proposal: offer.id };
    }
    if (typeof input === 'object' && input !== null && 'agreement' in input) {
      const agreement = state.talks.agreements.at(-1 - Number(input.agreement));
      if (agreement) input = { ...input, agreement: agreement.id };
    }
    const result = refereed(content, state, gesture.seat, 'person', input);
    if (result.ok) state = result.state;
  });
  return state;
}
