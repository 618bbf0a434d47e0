import type { Signal } from '../../shared/core/talk.ts';
import { t } from '../i18n/messages.ts';
import { namedOrder, untilText } from './clauses.ts';

/** What a warning or a promise announces. */
export function signalText({
  order,
  until,
  when,
}: Pick<Signal, 'order' | 'until' | 'when'>): string {
  const told = { order: namedOrder(order), until: untilText(until) };
  return when
    ? t('talks:signal.textWhen', { ...told, ...conditionText(when) })
    : t('talks:signal.text', told);
}

/** The deed of another on which a word hangs. */
export function conditionText({ power, order }: NonNullable<Signal['when']>): {
  readonly power: string;
  readonly deed: string;
} {
  return { power: t(`common:power.${power}`), deed: namedOrder(order) };
}
