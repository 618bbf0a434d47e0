import { computed, signal } from '@preact/signals';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import { type Audience, membersOf } from '../../shared/core/talk.ts';
import { room, seat } from './game.ts';

/** A channel: all at the table, or the others of a private one in their usual order, as `RU` or `RU-CN`. */
export type Channel = 'all' | Power | `${Power}-${Power}`;

/** Other powers, in the fixed order. */
export const partners = computed<readonly Power[]>(() =>
  seat.value === null ? [] : POWERS.filter((power) => power !== seat.value),
);

/** The channel that this seat shares with others; with everybody it is the table's own. */
export function channelWith(others: readonly Power[]): Channel {
  const [first, second, third] = POWERS.filter((power) => others.includes(power));
  if (!first || third) return 'all';
  return second ? `${first}-${second}` : first;
}

/** The others in a channel. */
export function othersIn(channel: Channel): readonly Power[] {
  return channel === 'all' ? partners.value : (channel.split('-') as Power[]);
}

/** To whom words of a channel go, as the rules take it. */
export function audienceOf(channel: Channel): Audience {
  return channel === 'all' ? 'all' : othersIn(channel);
}

/** The channel in which an offer or an agreement is talked over; those of others stand before all. */
export function channelOf(parties: readonly Power[]): Channel {
  const own = seat.value;
  if (own === null || !parties.includes(own)) return 'all';
  return channelWith(parties.filter((power) => power !== own));
}

/** The channel in which something was said. */
export function channelOfWords(one: { readonly by: Power; readonly to: Audience }): Channel {
  return channelOf(membersOf(one) ?? POWERS);
}

/** Every private channel of three that this seat may open. */
export const sets = computed<readonly Channel[]>(() =>
  partners.value.flatMap((a, i) => partners.value.slice(i + 1).map((b) => channelWith([a, b]))),
);

const OPENED = 'multivector.channels.';
const opened = signal<{ readonly key: string; readonly channels: readonly string[] } | null>(null);

const key = computed(() => (room.value && seat.value ? `${room.value.code}.${seat.value}` : ''));

/** Channels that this person has opened on this device, whether anything was said there or not. */
export const openedSets = computed<readonly string[]>(() => {
  if (opened.value?.key === key.value) return opened.value.channels;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(OPENED + key.value) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
});

/** Puts a channel of three on the list, for good. */
export function openSet(channel: Channel): void {
  if (openedSets.value.includes(channel)) return;
  const channels = [...openedSets.value, channel];
  opened.value = { key: key.value, channels };
  try {
    localStorage.setItem(OPENED + key.value, JSON.stringify(channels));
  } catch {
    // Forbidden: it stays until the page is closed.
  }
}
