import { t } from '../i18n/messages.ts';
import { othersIn } from '../state/channels.ts';
import type { Happening } from '../state/happenings.ts';
import { channelName } from './channels.ts';
import { offerTitle } from './clauses.ts';
import { signalText } from './signals.ts';

/** What another power has done in the talks, as a sentence; it names the channel where more than two read it. */
export function happeningText({ what, by, clauses, signal, channel }: Happening): string {
  const several = channel !== 'all' && othersIn(channel).length > 1;
  const place = { channel: channelName(channel) };
  const words = channel === 'all' ? 'wordsAll' : several ? 'wordsSet' : 'words';
  const said = t(`talks:said.${what === 'words' ? words : what}`, {
    power: t(`common:powerAtStart.${by}`),
    offer: offerTitle(clauses),
    text: signal ? signalText(signal) : '',
    ...place,
  });
  if (what === 'words' || (channel !== 'all' && !several)) return said;
  return `${said} ${t(channel === 'all' ? 'talks:said.inAll' : 'talks:said.in', place)}`;
}
