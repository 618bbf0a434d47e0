import { t } from '../i18n/messages.ts';
import type { Happening } from '../state/happenings.ts';
import { offerTitle } from './clauses.ts';
import { signalText } from './signals.ts';

/** What another power has done in the talks, as a sentence. */
export function happeningText({ what, by, clauses, signal, toAll }: Happening): string {
  const key = what === 'words' && toAll ? 'wordsAll' : what;
  return t(`talks:said.${key}`, {
    power: t(`common:powerAtStart.${by}`),
    offer: offerTitle(clauses),
    text: signal ? signalText(signal) : '',
  });
}
