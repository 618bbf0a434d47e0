import { type Content, coefficient } from '../../core/content.ts';
import type { Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { RoundContext } from '../../core/round.ts';
import type { GameState, Giver } from '../../core/state.ts';
import type { AgreedClause, Agreement } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { shiftTrust } from '../../orders/effects.ts';
import { closed } from './closing.ts';

const NOTICE = 'mech:notice_given';
const LEFT = 'mech:agreement_left';

/** What a way of leaving brings. */
export interface Parting {
  /** Points of trust that each of the others loses in the power that goes. */
  readonly trust: Readonly<Partial<Record<Power, number>>>;
  /** Billions of dollars in escrow that go to the others. */
  readonly escrow: number;
  /** Last round in which the agreement binds; the present one less one when it binds no more. */
  readonly last: number;
  /** Clauses that bind the power until then. */
  readonly remains: readonly AgreedClause[];
  /** Why this way is closed. */
  readonly refusal: Refusal | null;
}

/** Both ways out of an agreement, for whoever thinks of leaving it. */
export interface LeavePreview {
  readonly notice: Parting;
  readonly atOnce: Parting;
}

/**
 * Leaves an agreement. With notice it binds to its last round; at once it binds no more, not even in this
 * round. What it costs is settled with the round.
 */
export function withLeave(
  content: Content,
  state: GameState,
  seat: Power,
  giver: Giver,
  command: { readonly agreement: string; readonly notice: boolean },
): GameState | Refusal {
  const { talks, round } = state;
  const at = talks.agreements.findIndex((a) => a.id === command.agreement);
  const agreement = talks.agreements[at];
  if (!agreement) return refuse('unknownAgreement');
  const refusal = whyNot(content, agreement, round, seat, command.notice);
  if (refusal) return refusal;
  // Whoever sits in for somebody breaks nothing off in his name.
  const signed = agreement.signed.find((s) => s.power === seat);
  if (giver === 'bot' && signed?.giver === 'person') return refuse('personSigned');
  const last = command.notice ? lastAfterNotice(content, round) : round - 1;
  const notice = { power: seat, giver, round, last };
  const left: Agreement = command.notice
    ? { ...agreement, notice }
    : { ...agreement, notice, status: 'left', clauses: agreement.clauses.map(closed) };
  return {
    ...state,
    talks: { ...talks, agreements: talks.agreements.with(at, left) },
    // Who is left must know before he is done with the round.
    ready: state.ready.filter((p) => p === seat || !agreement.parties.includes(p)),
  };
}

/** What both ways of leaving would bring a seat; null where it is bound by nothing of that name. */
export function leavePreview(content: Content, view: View, id: string): LeavePreview | null {
  const { seat, round, talks } = view;
  const agreement = talks.agreements.find((a) => a.id === id);
  if (seat === null || !agreement?.parties.includes(seat)) return null;
  const parting = (notice: boolean): Parting => {
    const last = notice ? lastAfterNotice(content, round) : round - 1;
    const points = k(content, notice ? 'notice' : 'atOnce');
    return {
      trust: Object.fromEntries(othersThan(agreement, seat).map((p) => [p, points])),
      escrow: notice ? 0 : forfeit(agreement, seat),
      last,
      remains: notice ? agreement.clauses.filter((c) => c.by === seat && !c.final) : [],
      refusal: whyNot(content, agreement, round, seat, notice),
    };
  };
  return { notice: parting(true), atOnce: parting(false) };
}

function whyNot(
  content: Content,
  agreement: Agreement,
  round: number,
  seat: Power,
  notice: boolean,
): Refusal | null {
  if (!agreement.parties.includes(seat) || agreement.status !== 'running') {
    return refuse('unknownAgreement');
  }
  // A word to everybody stands under one name alone.
  if (agreement.signed.length < agreement.parties.length) return refuse('wordStands');
  if (!notice) return null;
  if (agreement.notice) return refuse('noticeGiven');
  const last = lastAfterNotice(content, round);
  return agreement.clauses.every((c) => c.final || c.until <= last) ? refuse('noticeLate') : null;
}

/** The round in which notice is given counts. */
function lastAfterNotice(content: Content, round: number): number {
  return round + k(content, 'noticeRounds') - 1;
}

/** Billions of dollars that a power has in escrow under an agreement and loses by leaving it at once. */
export function forfeit(agreement: Agreement, power: Power): number {
  return agreement.clauses.reduce((sum, c) => (c.by === power ? sum + (c.held ?? 0) : sum), 0);
}

/** Step 9b: trust and news of what was left in this round. */
export function judgeLeaving(ctx: RoundContext, agreement: Agreement): void {
  const { notice, status } = agreement;
  if (notice?.round !== ctx.round) return;
  const atOnce = status === 'left';
  const others = othersThan(agreement, notice.power);
  const points = k(ctx.content, atOnce ? 'atOnce' : 'notice');
  for (const other of others) {
    shiftTrust(ctx, atOnce ? LEFT : NOTICE, -points, notice.power, other);
  }
  ctx.news.push({
    key: atOnce ? 'talks.left' : 'talks.notice',
    power: notice.power,
    params: { powers: others.join(',') },
  });
}

/** After the last round of notice an agreement that still runs is over: left, not broken. */
export function afterNotice(agreement: Agreement, round: number): Agreement {
  const { notice, status } = agreement;
  if (status !== 'running' || !notice || round < notice.last) return agreement;
  return { ...agreement, status: 'left', clauses: agreement.clauses.map(closed) };
}

function othersThan({ parties }: Agreement, power: Power): readonly Power[] {
  return parties.filter((p) => p !== power);
}

function k(content: Content, name: string): number {
  return coefficient(content, `leaving.${name}`);
}
