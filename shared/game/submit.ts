import * as v from 'valibot';
import { DIRECTIONS } from '../core/aims.ts';
import type { Content } from '../core/content.ts';
import { VOTES } from '../core/motion.ts';
import type { Power } from '../core/powers.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { Command, Draft, GameState, Giver, Phase } from '../core/state.ts';
import { orderKind } from '../orders/index.ts';
import { withAim } from './aims.ts';
import { checked, sceneOf, withDrafts } from './drafting.ts';
import { castVote, votesCost } from './motions.ts';
import { isNew, lies } from './provisos.ts';
import { sumOf } from './rules.ts';
import { withKept } from './secrets.ts';
import { withTalk } from './talks/commands.ts';
import { filed, refiled, unfiled } from './talks/filing.ts';
import { paramsSchema, provisoSchema, talkSchemas } from './talks/schema.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const round = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const params = paramsSchema;

/** The one schema of commands: parsed here, typed in core. */
export const commandSchema: v.GenericSchema<unknown, Command> = v.variant('type', [
  v.strictObject({
    id,
    round,
    type: v.literal('draft'),
    order: v.strictObject({ kind: v.pipe(v.string(), v.maxLength(40)), params }),
    motive: v.optional(id),
    proviso: v.optional(provisoSchema),
  }),
  v.strictObject({
    id,
    round,
    type: v.literal('edit'),
    draft: id,
    params,
    proviso: v.optional(v.nullable(provisoSchema)),
  }),
  v.strictObject({ id, round, type: v.literal('withdraw'), draft: id }),
  v.strictObject({
    id,
    round,
    type: v.literal('rank'),
    drafts: v.pipe(v.array(id), v.maxLength(12)),
  }),
  v.strictObject({ id, round, type: v.literal('ready'), ready: v.boolean() }),
  v.strictObject({
    id,
    round,
    type: v.literal('keep'),
    secrets: v.pipe(v.array(id), v.maxLength(3)),
  }),
  v.strictObject({ id, round, type: v.literal('aim'), indicator: v.nullable(id) }),
  v.strictObject({
    id,
    round,
    type: v.literal('forecast'),
    indicator: id,
    direction: v.picklist(DIRECTIONS),
  }),
  v.strictObject({
    id,
    round,
    type: v.literal('vote'),
    motion: v.pipe(v.string(), v.maxLength(60)),
    vote: v.picklist(VOTES),
  }),
  ...talkSchemas,
]);

export type Submitted =
  | { readonly ok: true; readonly state: GameState; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/** Phases in which each type of command is heard. In ink time nothing new is laid down. */
const PHASES_OF: Readonly<Record<Command['type'], readonly Phase[]>> = {
  draft: ['briefing', 'deliberation'],
  edit: ['briefing', 'deliberation', 'ink'],
  withdraw: ['briefing', 'deliberation', 'ink'],
  rank: ['briefing', 'deliberation', 'ink'],
  ready: ['briefing', 'deliberation', 'ink', 'report'],
  keep: ['briefing', 'deliberation'],
  aim: ['briefing', 'deliberation', 'ink'],
  forecast: ['briefing', 'deliberation', 'ink'],
  vote: ['briefing', 'deliberation', 'ink'],
  propose: ['briefing', 'deliberation'],
  counter: ['briefing', 'deliberation'],
  sign: ['briefing', 'deliberation', 'ink'],
  decline: ['briefing', 'deliberation', 'ink'],
  retract: ['briefing', 'deliberation', 'ink'],
  say: ['briefing', 'deliberation'],
  signal: ['briefing', 'deliberation'],
  leave: ['briefing', 'deliberation', 'ink'],
  deem: ['debrief'],
};

/**
 * A seat's command: parse → authorise → phase → rules → apply. Pure: the given state is not changed.
 * A command id that was accepted in this round before is answered with success and changes nothing.
 * @param seat the power the sender holds, or null for somebody without a seat
 * @param input whatever came over the wire
 */
export function submit(
  content: Content,
  state: GameState,
  seat: Power | null,
  giver: Giver,
  input: unknown,
): Submitted {
  const parsed = v.safeParse(commandSchema, input);
  if (!parsed.success) return no(refuse('malformed'));
  if (seat === null) return no(refuse('notYourSeat'));
  const command = parsed.output;
  if (state.accepted.includes(tag(seat, command.id))) {
    return { ok: true, state, repeated: true };
  }
  if (state.phase === 'debrief' && command.type !== 'deem') return no(refuse('gameOver'));
  if (command.round !== state.round) return no(refuse('lateRound'));
  if (!PHASES_OF[command.type].includes(state.phase)) {
    return no(refuse(state.phase === 'ink' ? 'inkTime' : 'wrongPhase'));
  }
  const next = apply(content, state, seat, giver, command);
  if ('code' in next) return no(next);
  return {
    ok: true,
    repeated: false,
    state: { ...next, accepted: [...next.accepted, tag(seat, command.id)] },
  };
}

function tag(seat: Power, command: string): string {
  return `${seat}:${command}`;
}

function no(refusal: Refusal): Submitted {
  return { ok: false, refusal };
}

function apply(
  content: Content,
  state: GameState,
  seat: Power,
  giver: Giver,
  command: Command,
): GameState | Refusal {
  const drafts = state.drafts[seat];
  switch (command.type) {
    case 'draft': {
      const { order, proviso } = command;
      const draft = checked(content, state, seat, drafts, order.kind, order.params, proviso);
      if ('code' in draft) return draft;
      const motive = giver === 'bot' && command.motive ? { motive: command.motive } : {};
      const laid = { id: command.id, giver, ...draft, ...motive };
      return called(filed(withDrafts(state, seat, [...drafts, laid]), seat, giver, laid), laid);
    }
    case 'edit': {
      const at = drafts.findIndex((d) => d.id === command.draft);
      const old = drafts[at];
      if (!old) return refuse('unknownDraft');
      if (state.phase === 'ink' && lies(old)) return refuse('inkTime');
      const others = drafts.filter((d) => d !== old);
      const { params, proviso = old.proviso } = command;
      if (state.phase === 'ink' && isNew(proviso, old.proviso)) return refuse('inkTime');
      const draft = checked(content, state, seat, others, old.kind, params, proviso, old.proviso);
      if ('code' in draft) return draft;
      if (state.phase === 'ink' && lies(draft)) return refuse('inkTime');
      const laid = { id: old.id, giver, ...draft };
      return refiled(withDrafts(state, seat, drafts.with(at, laid)), seat, giver, laid);
    }
    case 'withdraw': {
      const rest = drafts.filter((d) => d.id !== command.draft);
      if (rest.length === drafts.length) return refuse('unknownDraft');
      return unfiled(withDrafts(state, seat, rest), seat, command.draft);
    }
    case 'rank': {
      const ranked = command.drafts.map((d) => drafts.find((x) => x.id === d));
      const complete =
        new Set(command.drafts).size === drafts.length && ranked.every((d) => d !== undefined);
      return complete && ranked.length === drafts.length
        ? withDrafts(state, seat, ranked as readonly Draft[])
        : refuse('unknownDraft');
    }
    case 'ready': {
      const others = state.ready.filter((p) => p !== seat);
      return { ...state, ready: command.ready ? [...others, seat] : others };
    }
    case 'vote': {
      const scene = sceneOf(content, state, seat);
      const capital = state.num[content.layout.at('pc', seat)] as number;
      const left = capital - sumOf(scene, drafts).pc - votesCost(state.motions, seat);
      return castVote(content, state, seat, command, left);
    }
    case 'keep':
      return withKept(state, seat, command);
    case 'aim':
    case 'forecast':
      return withAim(content, state, seat, command);
    case 'propose':
    case 'counter':
    case 'sign':
    case 'decline':
    case 'retract':
    case 'say':
    case 'signal':
    case 'leave':
    case 'deem':
      return withTalk(content, state, seat, giver, command);
  }
}

/** Who is asked to join an act of several is not done with the round. */
function called(state: GameState, { kind, params }: Pick<Draft, 'kind' | 'params'>): GameState {
  const asked = orderKind(kind)?.joint?.(params)?.powers ?? [];
  return { ...state, ready: state.ready.filter((power) => !asked.includes(power)) };
}
