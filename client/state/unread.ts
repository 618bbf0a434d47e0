import { computed, effect, signal } from '@preact/signals';
import type { Signal, Statement } from '../../shared/core/talk.ts';
import { room, seat } from './game.ts';
import {
  allWordsIn,
  type Channel,
  channels,
  isMuted,
  offersToAnswer,
  signalsIn,
  talkOpen,
} from './talks.ts';

const READ = 'multivector.read.';

/** By channel: how many free words, and how many warnings and promises of others have been seen. */
type Marks = Readonly<Partial<Record<Channel, readonly [number, number]>>>;
const marks = signal<{ readonly key: string; readonly read: Marks }>({ key: '', read: {} });

const key = computed(() => (room.value && seat.value ? `${room.value.code}.${seat.value}` : ''));

function kept(of: string): Marks {
  try {
    return JSON.parse(localStorage.getItem(READ + of) ?? '{}') as Marks;
  } catch {
    return {};
  }
}

function ofOthers<T extends Statement | Signal>(lines: readonly T[]): readonly T[] {
  return lines.filter(({ by }) => by !== seat.value);
}

const read = computed<Marks>(() =>
  marks.value.key === key.value ? marks.value.read : kept(key.value),
);

/** Words in a channel that this person has not seen yet; hidden words never wait. */
export function unreadIn(channel: Channel): number {
  const seen = read.value[channel];
  const [words, signals] = Array.isArray(seen) ? seen : [0, 0];
  return (
    ofOthers(allWordsIn(channel))
      .slice(words)
      .filter(({ by }) => !isMuted(by)).length + ofOthers(signalsIn(channel)).slice(signals).length
  );
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
  if (channel === null || channel === 'agreements' || key.value === '' || unreadIn(channel) === 0)
    return;
  const next = {
    ...read.value,
    [channel]: [ofOthers(allWordsIn(channel)).length, ofOthers(signalsIn(channel)).length] as const,
  };
  marks.value = { key: key.value, read: next };
  try {
    localStorage.setItem(READ + key.value, JSON.stringify(next));
  } catch {
    // Forbidden: it is remembered until the page is closed.
  }
});
