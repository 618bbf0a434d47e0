import { computed, effect, signal } from '@preact/signals';
import { room, seat } from './game.ts';
import { type Channel, channels, offersToAnswer, signalsIn, talkOpen, wordsIn } from './talks.ts';

const READ = 'multivector.read.';

type Marks = Readonly<Record<string, number>>;
const marks = signal<{ readonly key: string; readonly read: Marks }>({ key: '', read: {} });

const key = computed(() => (room.value && seat.value ? `${room.value.code}.${seat.value}` : ''));

function kept(of: string): Marks {
  try {
    return JSON.parse(localStorage.getItem(READ + of) ?? '{}') as Marks;
  } catch {
    return {};
  }
}

/** Words and warnings of others in a channel, read or not. */
function heard(channel: Channel): number {
  const all = [...wordsIn(channel), ...signalsIn(channel)];
  return all.filter(({ by }) => by !== seat.value).length;
}

const read = computed<Marks>(() =>
  marks.value.key === key.value ? marks.value.read : kept(key.value),
);

/** Words in a channel that this person has not seen yet. */
export function unreadIn(channel: Channel): number {
  return Math.max(0, heard(channel) - (read.value[channel] ?? 0));
}

/** All that waits in the talks: offers to answer and words not yet seen. */
export const unread = computed(
  () =>
    offersToAnswer.value.length +
    channels.value.reduce((sum, channel) => sum + unreadIn(channel), 0),
);

// What lies open is read.
effect(() => {
  const channel = talkOpen.value;
  if (channel === null || key.value === '' || unreadIn(channel) === 0) return;
  const next = { ...read.value, [channel]: heard(channel) };
  marks.value = { key: key.value, read: next };
  try {
    localStorage.setItem(READ + key.value, JSON.stringify(next));
  } catch {
    // Forbidden: it is remembered until the page is closed.
  }
});
