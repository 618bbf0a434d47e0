import { t } from '../i18n/messages.ts';
import type { Happening } from '../state/happenings.ts';
import { offerTitle } from './clauses.ts';

/** What another power has done in the talks, as a sentence. */
export function happeningText({ what, by, clauses }: Happening): string {
  return t(`talks:said.${what}`, {
    power: t(`common:powerAtStart.${by}`),
    offer: offerTitle(clauses),
  });
}
