import type { Signal } from '../../shared/core/talk.ts';
import { t } from '../i18n/messages.ts';
import { namedOrder, untilText } from './clauses.ts';

/** What a warning or a promise announces. */
export function signalText({ order, until }: Pick<Signal, 'order' | 'until'>): string {
  return t('talks:signal.text', { order: namedOrder(order), until: untilText(until) });
}
