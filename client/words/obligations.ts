import type { AgreedClause, Agreement } from '../../shared/core/talk.ts';
import { isDeemed } from '../../shared/game/index.ts';
import { list, money } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import type { Obligation } from '../state/agreements.ts';
import { breachText } from './breach.ts';
import { untilText } from './clauses.ts';

/** How a point of an agreement stands now, in a word or two. */
export function stateText({ fate, final }: AgreedClause): string {
  if (fate === 'kept' && !final) return t('talks:list.keptSoFar');
  if (fate === 'dormant' && !final) return t('talks:list.dormantSoFar');
  return t(fate === 'excused' ? 'talks:list.excused' : `talks:fate.${fate}`);
}

/** When a point falls due or until when it binds, and to whom it is owed; null once it is settled. */
function dueText({ clause, owed, deed, now, pays }: Obligation): string | null {
  if (clause.final || clause.kind === 'consent') return null;
  if (pays) {
    return t(pays.escrow ? 'talks:list.paysHeld' : 'talks:list.pays', {
      amount: money(pays.amount),
      to: t(`common:power.${pays.to}`),
    });
  }
  const to = list(owed.map((power) => t(`common:power.${power}`)));
  if (now) return t(deed ? 'talks:list.dueNow' : 'talks:list.bindsNow', { to });
  return t(deed ? 'talks:list.due' : 'talks:list.binds', { to, until: untilText(clause.until) });
}

/** Why a point stands as it stands, what falls due, and what lies in escrow: each a sentence. */
export function obligationNotes(one: Obligation): readonly string[] {
  const { clause, deed } = one;
  const power = t(`common:powerAtStart.${clause.by}`);
  const why =
    clause.fate === 'excused'
      ? t(deed ? 'talks:list.couldNot' : 'talks:list.anyhow', { power })
      : breachText(clause);
  const held = clause.held ?? 0;
  const paid = clause.paid ?? 0;
  return [
    isDeemed(clause) ? t('talks:list.deemed') : null,
    why,
    one.condition && t(`talks:list.condition.${one.condition}`),
    dueText(one),
    held > 0 ? t('talks:list.held', { amount: money(held) }) : null,
    paid > 0 ? t('talks:list.paid', { amount: money(paid) }) : null,
  ].filter((text) => text !== null);
}

/** A party's notice, in a sentence; null where none was given. */
export function noticeText({ notice, status }: Agreement): string | null {
  if (!notice) return null;
  const power = t(`common:powerAtStart.${notice.power}`);
  return t(status === 'running' ? 'talks:list.notice' : 'talks:list.noticeOver', {
    power,
    until: untilText(notice.last),
  });
}
