import * as v from 'valibot';
import { POWERS } from '../../core/powers.ts';
import { DECLINE_REASONS } from '../../core/talk.ts';

/** Points that an offer may have, and versions that it may go through. */
export const MOST_CLAUSES = 6;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const round = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const power = v.picklist(POWERS);
/** Ids of offers are made of power, round and the id of the command that laid them down. */
const proposal = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));

export const paramsSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(24)),
    v.union([v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.finite())]),
  ),
  v.check((p) => Object.keys(p).length <= 12),
);
const order = v.strictObject({ kind: v.pipe(v.string(), v.maxLength(40)), params: paramsSchema });

const deed = v.strictObject({ on: v.literal('order'), power, order });

/** What a clause may hang on. */
const condition = v.variant('on', [
  v.strictObject({
    on: v.literal('indicator'),
    owner: v.picklist([...POWERS, 'shared'] as const),
    indicator: v.pipe(v.string(), v.maxLength(40)),
    is: v.picklist(['least', 'most'] as const),
    value: v.pipe(v.number(), v.finite()),
  }),
  v.strictObject({ on: v.literal('agreement'), agreement: proposal }),
  deed,
]);

/** "If that is signed, this order, else the other." */
export const provisoSchema = v.strictObject({
  agreement: proposal,
  otherwise: v.nullable(order),
});

const clauses = v.pipe(
  v.array(
    v.strictObject({
      kind: v.pipe(v.string(), v.maxLength(40)),
      by: power,
      params: paramsSchema,
      order: v.optional(order),
      until: round,
      when: v.optional(condition),
      text: v.optional(v.pipe(v.string(), v.maxLength(2000))),
    }),
  ),
  v.minLength(1),
  v.maxLength(MOST_CLAUSES),
);
const to = v.union([v.pipe(v.array(power), v.minLength(1), v.maxLength(3)), v.literal('all')]);

/** Commands of the talks, for the one schema of commands. */
export const talkSchemas = [
  v.strictObject({
    id,
    round,
    type: v.literal('propose'),
    to: v.pipe(v.array(power), v.minLength(1), v.maxLength(3)),
    clauses,
  }),
  v.strictObject({ id, round, type: v.literal('counter'), proposal, clauses }),
  v.strictObject({ id, round, type: v.literal('sign'), proposal, version }),
  v.strictObject({
    id,
    round,
    type: v.literal('decline'),
    proposal,
    version,
    reason: v.picklist(DECLINE_REASONS),
  }),
  v.strictObject({ id, round, type: v.literal('retract'), proposal }),
  v.strictObject({
    id,
    round,
    type: v.literal('say'),
    to,
    // Longer by what trimming takes away; the rules count what is left.
    text: v.pipe(v.string(), v.maxLength(2000)),
  }),
  v.strictObject({
    id,
    round,
    type: v.literal('signal'),
    to,
    kind: v.picklist(['warn', 'promise'] as const),
    order,
    until: round,
    when: v.optional(deed),
  }),
  v.strictObject({ id, round, type: v.literal('leave'), agreement: proposal, notice: v.boolean() }),
  v.strictObject({
    id,
    round,
    type: v.literal('deem'),
    agreement: proposal,
    clause: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_CLAUSES - 1)),
    kept: v.boolean(),
  }),
] as const;
