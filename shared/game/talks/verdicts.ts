import { clauseKind } from '../../clauses/index.ts';
import type { BoundClause } from '../../core/clause.ts';
import { type Content, coefficient } from '../../core/content.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import { move, type RoundContext, setPolicy } from '../../core/round.ts';
import {
  type AgreedClause,
  type Agreement,
  type Breach,
  type Chance,
  type Talks,
  VOTE,
} from '../../core/talk.ts';
import { shiftTrust } from '../../orders/effects.ts';
import { orderKind } from '../../orders/index.ts';
import { isContingent } from './active.ts';
import { causeOfBreach } from './breach.ts';
import { closed } from './closing.ts';
import type { Court } from './hearing.ts';
import { afterNotice, judgeLeaving } from './leaving.ts';
import { booked, emptied } from './payments.ts';
import { heard } from './signals.ts';

const KEPT = 'mech:word_kept';
const BROKEN = 'mech:word_broken';

const CHANCES: readonly Chance[] = ['none', 'could', 'tempted'];

/**
 * Step 9b: judges every clause in force and every warning and promise, and lets trust, the memory of
 * broken words and Europe's credibility answer to them. What was signed or broken becomes news.
 * @returns the talks after the round; offers that nobody signed are void
 */
export function judgeTalks(court: Court, ctx: RoundContext, talks: Talks): Talks {
  const gains = new Map<string, number>();
  const agreements = talks.agreements.map((a) => {
    judgeLeaving(ctx, a);
    const judged = a.status === 'running' ? judgeAgreement(court, ctx, a, gains) : a;
    return emptied(ctx, afterNotice(judged, ctx.round));
  });
  return {
    ...talks,
    agreements,
    proposals: talks.proposals.map((p) => (p.status === 'open' ? { ...p, status: 'void' } : p)),
    signals: talks.signals.map((s) => (s.fate === 'open' ? heard(court, s) : s)),
  };
}

function judgeAgreement(
  court: Court,
  ctx: RoundContext,
  agreement: Agreement,
  gains: Map<string, number>,
): Agreement {
  const { round } = court;
  const { parties } = agreement;
  const fresh = agreement.signedRound === round;
  if (fresh && agreement.clauses.some((c) => c.kind !== 'consent')) {
    const others = parties.filter((p) => p !== agreement.by).join(',');
    ctx.news.push({ key: 'talks.signed', power: agreement.by, params: { powers: others } });
  }
  const clauses = agreement.clauses.map((clause, n): AgreedClause => {
    if (clause.final) return clause;
    const bound = court.bound.find((b) => b.agreement === agreement.id && b.place === n);
    // Its occasion did not come in this round: neither kept nor broken.
    if (!bound) return round < clause.until ? clause : closed({ ...clause, judged: round });
    const verdict = clauseKind(clause.kind)?.judge(court, bound);
    if (!verdict) return clause;
    const chance = most(clause.chance, verdict.chance);
    let breach: Breach | undefined;
    if (verdict.fate === 'breached') {
      const told = { agreement: agreement.id, n };
      breach = { ...causeOfBreach(court, bound), price: punish(court, ctx, bound, told) };
    } else if (verdict.final && verdict.fate === 'kept' && chance === 'tempted') {
      reward(court, ctx, bound, gains);
    }
    // What is open in this round takes back nothing that was judged before.
    const fate = verdict.fate === 'pending' ? clause.fate : verdict.fate;
    const contingent = isContingent(clause);
    if (contingent && clause.active === undefined) {
      const owed = parties.filter((p) => p !== clause.by).join(',');
      ctx.news.push({
        key: 'talks.came',
        power: clause.by,
        params: { powers: owed, clause: clause.kind },
      });
    }
    const active = contingent ? { active: round } : {};
    const judged: AgreedClause = {
      ...booked(clause, court.payment(bound)),
      fate,
      judged: round,
      chance,
      ...active,
      ...(breach ? { breach } : {}),
    };
    return verdict.final ? closed(judged) : judged;
  });
  if (clauses.some((c) => c.fate === 'breached')) {
    // Who was let down owes nothing more.
    return { ...agreement, clauses: clauses.map(closed), status: 'broken' };
  }
  return { ...agreement, clauses, status: clauses.every((c) => c.final) ? 'ended' : 'running' };
}

function most(a: Chance, b: Chance): Chance {
  return CHANCES.indexOf(a) > CHANCES.indexOf(b) ? a : b;
}

/**
 * A broken word costs the trust of those it was given to, some of everybody's, and is remembered.
 * @param told where the news finds the clause: id of the agreement and place of the clause in it
 * @returns points of trust that each of the others has lost
 */
function punish(
  court: Court,
  ctx: RoundContext,
  clause: BoundClause,
  told: { readonly agreement: string; readonly n: number },
): Breach['price'] {
  const { content } = court;
  const price: Partial<Record<Power, number>> = {};
  const lose = (other: Power, points: number): void => {
    const at = content.layout.at('trust', by, other);
    const before = ctx.num[at] as number;
    shiftTrust(ctx, BROKEN, -points, by, other);
    const lost = Math.round((before - (ctx.num[at] as number)) * 100) / 100;
    if (lost > 0) price[other] = lost;
  };
  const { by, parties } = clause;
  const victims = parties.filter((p) => p !== by);
  let worst = 0;
  for (const victim of victims) {
    const loss =
      k(content, 'breach') + k(content, 'breachPerPoint') * court.forgone(victim, clause);
    worst = Math.max(worst, loss);
    lose(victim, loss);
  }
  for (const observer of POWERS) {
    if (parties.includes(observer)) continue;
    lose(observer, k(content, 'observers') * worst);
  }
  setPolicy(ctx, content.layout.at('reputation', by), k(content, 'tag'), BROKEN);
  if (by === 'EU') credibility(ctx, -k(content, 'wordBroken'), BROKEN);
  ctx.news.push({
    key: 'talks.broken',
    power: by,
    params: { powers: victims.join(','), clause: clause.kind, ...told },
  });
  return price;
}

/** A word kept at a cost wins trust, by what it cost; a pair wins so much a round and no more. */
function reward(
  court: Court,
  ctx: RoundContext,
  clause: BoundClause,
  gains: Map<string, number>,
): void {
  const { content } = court;
  const { by, parties } = clause;
  const cost = costOf(court, clause);
  // What he would have done anyhow proves nothing.
  if (cost <= 0) return;
  const points = Math.min(
    k(content, 'deliveryMost'),
    k(content, 'delivery') + k(content, 'deliveryPerPoint') * cost,
  );
  for (const other of parties) {
    if (other === by) continue;
    const pair = [by, other].sort().join();
    const before = gains.get(pair) ?? 0;
    const gain = Math.min(points, k(content, 'gainMost') - before);
    if (gain <= 0) continue;
    gains.set(pair, before + gain);
    shiftTrust(ctx, KEPT, gain, by, other);
  }
  if (by === 'EU') credibility(ctx, k(content, 'wordKept'), KEPT);
}

/** Points of own score that keeping the word has cost: the deed itself, or what was let pass. */
function costOf(court: Court, clause: BoundClause): number {
  const { by, order } = clause;
  const kind = clauseKind(clause.kind);
  if (!kind) return 0;
  if (kind.value) return kind.value(court, clause);
  if (order?.kind === VOTE) return court.otherVote(by, String(order.params.motion));
  const deeds = kind.fulfils(court, clause);
  if (deeds.length > 0) {
    const scene = { content: court.content, num: court.prev, round: court.round };
    return deeds.reduce((sum, deed) => {
      const spent = orderKind(deed.kind)?.cost(scene, by, deed.params).pc ?? 0;
      return sum + k(court.content, 'capitalWorth') * spent - court.worth(by, deed);
    }, 0);
  }
  return kind
    .breaks(court, clause)
    .filter((deed) => court.possible(by, deed))
    .reduce((top, deed) => Math.max(top, court.worth(by, deed)), 0);
}

function credibility(ctx: RoundContext, points: number, cause: string): void {
  move(ctx, ctx.content.layout.at('credibility'), points, cause);
}

function k(content: Content, name: string): number {
  return coefficient(content, `talks.${name}`);
}
