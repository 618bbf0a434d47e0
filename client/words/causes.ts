import type { Power } from '../../shared/core/powers.ts';
import type { GivenOrder } from '../../shared/core/state.ts';
import { hasText, named, t } from '../i18n/messages.ts';
import { kindName, orderTitle } from './orders.ts';

export type CauseGroup =
  | 'order'
  | 'driver'
  | 'event'
  | 'mech'
  | 'clause'
  | 'limit'
  | 'interaction'
  | 'other';

export interface CauseWords {
  readonly text: string;
  readonly group: CauseGroup;
  /** An order of the reader's own power. */
  readonly own: boolean;
}

const GROUPS: readonly CauseGroup[] = [
  'order',
  'driver',
  'event',
  'mech',
  'clause',
  'limit',
  'interaction',
  'other',
];

/**
 * A ledger cause in words.
 * @param orders orders of the round, so that an order's cause can say which
 */
export function causeWords(
  cause: string,
  seat: Power | null,
  orders: readonly GivenOrder[],
): CauseWords {
  const [head = '', ...rest] = cause.split(':');
  // The facilitator's cards are happenings like others, with words of their own.
  if (head === 'card')
    return { text: named('causes:card', rest.join(':')), group: 'event', own: false };
  const group = GROUPS.find((g) => g === head) ?? 'other';
  if (group === 'order') {
    const [power = '', kind = ''] = rest;
    const given = orders.filter((o) => o.power === power && o.kind === kind);
    const one = given.length === 1 ? given[0] : undefined;
    const title = one ? orderTitle(one.kind, one.params) : kindName(kind);
    const own = power === seat;
    const text = own
      ? t('game:cause.ownOrder', { title })
      : t('game:cause.order', { power: named('common:powerAtStart', power), title });
    return { text, group, own };
  }
  const key = rest.join(':');
  if (key && hasText(`causes:${group}.${key}`)) {
    return { text: named(`causes:${group}`, key), group, own: false };
  }
  if (group === 'driver') {
    return { text: t('game:cause.driver', { name: named('game:driver', key) }), group, own: false };
  }
  return { text: named('game:cause', key || group), group, own: false };
}
