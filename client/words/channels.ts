import { list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { type Channel, othersIn } from '../state/channels.ts';

/** Who else is in a channel, as its name. */
export function channelName(channel: Channel): string {
  if (channel === 'all') return t('talks:all');
  return list(othersIn(channel).map((power) => t(`common:power.${power}`)));
}
