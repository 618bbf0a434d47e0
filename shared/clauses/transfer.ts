import type { ClauseKind } from '../core/clause.ts';
import { coefficient } from '../core/content.ts';
import type { OrderScene } from '../core/order.ts';
import { POWERS, type Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import type { Clause } from '../core/talk.ts';
import { choice, number, slider, text } from '../orders/form.ts';
import { isLast } from './words.ts';

/** Whose books a loan of each power stands in: Russia and Europe lend through banks of states. */
const LENDS = { CN: 'CN', EU: 'IFI', RU: 'IFI' } as const;

/** The creditor that a loan by a power is owed to; null where it has nobody to lend to. */
export function creditorOf(power: Power): (typeof LENDS)[keyof typeof LENDS] | null {
  return power === 'KZ' ? null : LENDS[power];
}

function escrowed(clause: Clause): boolean {
  return text(clause.params, 'escrow') === 'held';
}

/** Most that friends may send in a half-year, $bn. */
export function mostSent({ content }: Pick<OrderScene, 'content'>, power: Power): number {
  return coefficient(content, 'clauses.sendMost') * content.envelope[power];
}

/**
 * Money on its date, given or lent, from what its payer may spend. In escrow the rules keep it until what
 * was named has happened; where that does not happen in time, it goes back.
 */
export const transfer: ClauseKind = {
  id: 'transfer',
  depth: 'standard',
  icon: 'banknote',
  bound: POWERS,
  ordered: false,
  params: [
    choice('to', POWERS, 'KZ', 'power'),
    slider('amount', 'bn', 0.05, 0.9, 0.05, 0.1),
    choice('form', ['grant', 'loan'], 'grant'),
    choice('schedule', ['first', 'each', 'last'], 'first'),
    choice('escrow', ['none', 'held'], 'none'),
  ],
  ownsCondition: escrowed,
  secret: ({ escrow }) => (escrow === 'held' ? ['amount'] : []),
  legal(scene, clause, parties) {
    const { content, num } = scene;
    const to = text(clause.params, 'to') as Power;
    const sum = number(clause.params, 'amount');
    if (to === clause.by || !parties.includes(to)) return refuse('badParameter', { param: 'to' });
    const most = mostSent(scene, clause.by);
    if (sum > most + 1e-9) return refuse('sendLess', { most });
    if (escrowed(clause) && !clause.when) return refuse('escrowWhen');
    if (text(clause.params, 'form') === 'grant') return null;
    // Only the Kazakh state's debts are kept.
    const creditor = creditorOf(clause.by);
    if (to !== 'KZ' || !creditor) return refuse('badParameter', { param: 'form' });
    const ceiling = coefficient(content, 'lending.ceiling');
    const owed = num[content.layout.at('debt', creditor)] as number;
    return creditor === 'CN' && owed + sum > ceiling
      ? refuse('debtCeiling', { most: ceiling })
      : null;
  },
  // What an envelope is good for nobody foresees; what the Fund is, everybody.
  suggests(scene, parties, until) {
    const deals = parties.map((by): Clause => {
      const amount = Math.floor(20 * mostSent(scene, by) + 1e-9) / 20;
      const params = { to: 'KZ', amount, form: 'grant', schedule: 'first', escrow: 'none' };
      return { kind: 'transfer', by, params, until };
    });
    return deals.filter((c) => !transfer.legal(scene, c, parties)).map((c) => [c]);
  },
  // The rules pay by themselves, from what orders leave of the envelope.
  fulfils: () => [],
  breaks: () => [],
  due(clause, round) {
    const schedule = text(clause.params, 'schedule');
    const now =
      schedule === 'each' ||
      (schedule === 'first' && clause.fresh && clause.active === undefined) ||
      (schedule === 'last' && round === clause.until);
    return {
      to: text(clause.params, 'to') as Power,
      // Who is no party is not told what goes into escrow, and counts on nothing.
      amount: now && 'amount' in clause.params ? number(clause.params, 'amount') : 0,
      loan: text(clause.params, 'form') === 'loan',
      escrow: escrowed(clause),
    };
  },
  /** Small change moves nobody, and what comes back has cost nothing. */
  value({ content, payment }, clause) {
    const sum = number(clause.params, 'amount');
    const small = coefficient(content, 'clauses.sendCounts') * content.envelope[clause.by];
    if (sum < small - 1e-9 || (payment(clause)?.returned ?? 0) > 0) return 0;
    return coefficient(content, 'clauses.moneyWorth') * sum;
  },
  judge(hearing, clause) {
    const last = isLast(hearing, clause);
    const payment = hearing.payment(clause);
    if (!payment) return { fate: last ? 'dormant' : 'pending', final: last, chance: 'none' };
    const { short, due, released, returned } = payment;
    if (short === 'spent') return { fate: 'breached', final: true, chance: 'could' };
    const schedule = text(clause.params, 'schedule');
    // What is due once is settled with its date; what lies in escrow, when it leaves it.
    const settled = schedule === 'each' ? last : due > 0 || released > 0 || returned > 0;
    if (short === 'empty') {
      return { fate: 'excused', final: schedule !== 'each' || last, chance: 'none' };
    }
    if (due === 0 && released === 0 && returned === 0 && payment.held === 0) {
      return { fate: last ? 'dormant' : 'pending', final: last, chance: 'none' };
    }
    const open = escrowed(clause) && payment.held > 0;
    return { fate: 'kept', final: last || (settled && !open), chance: 'tempted' };
  },
};
