import type { Content } from '../core/content.ts';
import type { ParamSpec } from '../core/order.ts';
import type { Clause, DeclineReason, Proposal, ProposalVersion } from '../core/talk.ts';
import {
  describeOrder,
  judged,
  judgeProposal,
  readyOffers,
  type Slider,
  slidersOf,
} from '../game/index.ts';
import { seemsTo, type Weighed, weigh } from './bargain.ts';
import { alikeOffers, saidTooOften } from './memory.ts';
import type { Mind } from './mind.ts';

/** What a bot says to an offer. */
export type Answer =
  | { readonly type: 'sign'; readonly proposal: string; readonly version: number }
  | { readonly type: 'counter'; readonly proposal: string; readonly clauses: readonly Clause[] }
  | {
      readonly type: 'decline';
      readonly proposal: string;
      readonly version: number;
      readonly reason: DeclineReason;
    };

/** Times that a bot writes an offer anew before it says yes or no. */
const COUNTERS = 2;
/** Points that an offer must seem to bring the other side: nobody signs for nothing. */
const THEIRS = 0.05;
/** Steps into which a slider's way is parted when a bot looks for better terms. */
const STEPS = 4;
/** Settings that say what an order is about: with another it is another order. */
const OBJECTS: readonly string[] = ['project', 'step'];

/** Answers to all open offers that wait for the seat. */
export function answersOf(mind: Mind): readonly Answer[] {
  const { view, seat } = mind;
  return view.talks.proposals.flatMap((p) => {
    const version = p.versions.at(-1);
    const waits =
      p.status === 'open' &&
      p.round === view.round &&
      p.parties.includes(seat) &&
      !p.signed.some((s) => s.power === seat);
    return waits && version ? [answerTo(mind, p, version)] : [];
  });
}

function answerTo(mind: Mind, p: Proposal, version: ProposalVersion): Answer {
  const about = { proposal: p.id, version: version.number };
  const decline = (reason: DeclineReason): Answer => ({ type: 'decline', ...about, reason });
  // What it would take is its own affair: nobody finds it out by asking over and over.
  if (saidTooOften(mind, p, version)) return decline('other');
  const weighed = weigh(mind, version.clauses);
  const { reserve } = mind.persona;
  if (!payable(mind, p, version)) return decline('notNow');
  if (!weighed.blocked && weighed.careful >= reserve) return { type: 'sign', ...about };
  const better = counterTo(mind, p, version);
  return better
    ? { type: 'counter', proposal: p.id, clauses: better }
    : decline(reasonFor(weighed, reserve));
}

/** Whether an order of the seat's own, on the terms to which another has changed it, still fits its desk. */
function payable({ scene, view, seat }: Mind, p: Proposal, { clauses }: ProposalVersion): boolean {
  const order = clauses[0]?.order;
  if (p.draft === null || p.by !== seat || !order) return true;
  const others = view.drafts.filter(({ id }) => id !== p.draft);
  return judged(scene, others, order.kind, order.params).refusal === null;
}

function reasonFor({ full, trusted, blocked }: Weighed, reserve: number): DeclineReason {
  if (full < reserve) return 'tooLittle';
  if (blocked) return 'notNow';
  return trusted < reserve ? 'noTrust' : 'tooRisky';
}

/** Better terms that the others might still sign; null when there are none or enough was written. */
function counterTo(mind: Mind, p: Proposal, version: ProposalVersion): readonly Clause[] | null {
  const { view, seat, content } = mind;
  // Who is done with the round is not called back for a version that he has not asked for.
  if (p.parties.some((q) => q !== seat && q !== p.by && view.ready.includes(q))) return null;
  const written = p.versions.filter((v) => v.by === seat && v.number > 1).length;
  const onDesk = p.draft !== null && p.by === seat;
  if (view.phase === 'ink' || written >= COUNTERS || onDesk) return null;
  const others = p.parties.filter((power) => power !== seat);
  const near = p.draft === null ? moved(mind, version.clauses) : filingsLike(mind, p, version);
  const best = bestOf(mind, p, near);
  if (best || p.draft !== null) return best;
  const ready = readyOffers(content, view, others).map(({ clauses }) => clauses);
  return bestOf(mind, p, ready);
}

/** The terms on which both sides gain most, among those that were not on the table yet. */
function bestOf(
  mind: Mind,
  p: Proposal,
  terms: readonly (readonly Clause[])[],
): readonly Clause[] | null {
  const others = p.parties.filter((power) => power !== mind.seat);
  let best: { clauses: readonly Clause[]; joint: number } | null = null;
  for (const clauses of terms) {
    if (p.versions.some((v) => alikeOffers(v.clauses, clauses))) continue;
    if (judgeProposal(mind.content, mind.view, others, clauses, p.id)) continue;
    const { careful, blocked } = weigh(mind, clauses);
    if (blocked || careful < mind.persona.reserve) continue;
    const theirs = Math.min(...others.map((power) => seemsTo(mind, power, clauses)));
    if (theirs < THEIRS) continue;
    const joint = careful * theirs;
    if (!best || joint > best.joint) best = { clauses, joint };
  }
  return best?.clauses ?? null;
}

/** The same offer with one of its settings moved. */
function moved(
  { content, view }: Mind,
  clauses: readonly Clause[],
): readonly (readonly Clause[])[] {
  return slidersOf(content, view, clauses).flatMap((slider) => {
    return settingsOf(content, slider.spec).map((value) => withSetting(clauses, slider, value));
  });
}

function settingsOf(content: Content, spec: ParamSpec): readonly (string | number)[] {
  return spec.type === 'choice'
    ? spec.options(content)
    : Array.from({ length: STEPS + 1 }, (_, i) => onGrid(spec, i / STEPS));
}

function onGrid(spec: ParamSpec & { readonly type: 'number' }, part: number): number {
  const steps = Math.round((part * (spec.max - spec.min)) / spec.step);
  return Number((spec.min + steps * spec.step).toFixed(6));
}

function withSetting(
  clauses: readonly Clause[],
  { clause, where, spec }: Slider,
  value: string | number,
): readonly Clause[] {
  return clauses.map((c, i) => {
    if (i !== clause) return c;
    if (where === 'until') return { ...c, until: Number(value) };
    if (where === 'params') return { ...c, params: { ...c.params, [spec.id]: value } };
    if (!c.order) return c;
    return { ...c, order: { ...c.order, params: { ...c.order.params, [spec.id]: value } } };
  });
}

/** Other terms of an order that a partner has filed: one of its settings moved, the same object. */
function filingsLike(
  mind: Mind,
  p: Proposal,
  { clauses }: ProposalVersion,
): readonly (readonly Clause[])[] {
  const filed = clauses[0]?.order;
  if (!filed) return [];
  const { content, scene } = mind;
  const his = { ...scene, power: p.by, used: {}, pledged: 0 };
  const { params, main } = describeOrder(filed.kind);
  return params
    .filter((spec) => main.includes(spec.id) && !OBJECTS.includes(spec.id))
    .flatMap((spec) => settingsOf(content, spec).map((value) => ({ [spec.id]: value })))
    .flatMap((change) => {
      const offer = judged(his, [], filed.kind, { ...filed.params, ...change });
      const order = { kind: filed.kind, params: offer.params };
      return offer.refusal ? [] : [clauses.map((c): Clause => ({ ...c, order }))];
    });
}
