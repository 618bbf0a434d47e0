import { POWERS } from '../../shared/core/powers.ts';
import type { News } from '../../shared/core/round.ts';
import type { AgreedClause, Breach } from '../../shared/core/talk.ts';
import { figure, list, money } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { talks } from '../state/talks.ts';
import { namedOrder } from './clauses.ts';

const MINUS = '\u2212';

/** Which deed broke a clause, or what was due and did not come. */
function reasonText({ order, missing, unpaid }: Breach): string {
  if (unpaid) return t('talks:breach.unpaid', { amount: money(unpaid) });
  const names = {
    order: order ? namedOrder(order) : '',
    missing: missing ? namedOrder(missing) : '',
  };
  if (order && missing) return t('talks:breach.otherwise', names);
  if (order) return t('talks:breach.order', names);
  return t(missing ? 'talks:breach.missing' : 'talks:breach.plain', names);
}

/** Trust that is lost with each of the others, in a sentence. */
export function trustLost(price: Breach['price']): string {
  const lost = POWERS.flatMap((power) => {
    const points = Math.round((price[power] ?? 0) * 10) / 10;
    if (points <= 0) return [];
    const amount = MINUS + figure(points, Number.isInteger(points) ? 0 : 1);
    return [t('talks:breach.with', { power: t(`common:power.${power}`), amount })];
  });
  return lost.length > 0
    ? t('talks:breach.price', { powers: list(lost) })
    : t('talks:breach.noPrice');
}

/** Why a clause counts as broken and what that cost, in two sentences; null where it was not. */
export function breachText(clause: AgreedClause): string | null {
  const { breach } = clause;
  return breach ? `${reasonText(breach)} ${trustLost(breach.price)}` : null;
}

/** The same for the news of a broken word. */
export function newsOfBreach({ key, params }: News): string | null {
  if (key !== 'talks.broken') return null;
  const agreement = talks.value.agreements.find(({ id }) => id === params?.agreement);
  const clause = agreement?.clauses[Number(params?.n)];
  return clause ? breachText(clause) : null;
}
