import { computed, signal } from '@preact/signals';
import { ownAim } from './aims.ts';
import { phase, round, seat } from './game.ts';
import { drafts } from './orders.ts';
import { talks } from './talks.ts';

const KEPT = 'multivector.hints';
const HINTS = ['card', 'offer', 'foresee'] as const;
export type Hint = (typeof HINTS)[number];

function kept(): string {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

/** Hints that this device has had; `off` when its person wants none. */
const had = signal<readonly string[]>(kept().split(',').filter(Boolean));

function keep(next: readonly string[]): void {
  had.value = next;
  try {
    localStorage.setItem(KEPT, next.join(','));
  } catch {
    // Forbidden: the hints come again on the next visit.
  }
}

/** What shows that a hint was followed. */
const followed: Readonly<Record<Hint, () => boolean>> = {
  card: () => drafts.value.length > 0,
  offer: () => talks.value.proposals.some(({ by, draft }) => by === seat.value && draft === null),
  foresee: () => ownAim.value?.forecast != null,
};

/** The hint of the moment: in the first round, while orders are laid, one after the other. */
export const hint = computed<{
  readonly id: Hint;
  readonly at: number;
  readonly of: number;
} | null>(() => {
  if (seat.value === null || round.value !== 0 || phase.value !== 'deliberation') return null;
  if (had.value.includes('off')) return null;
  const at = HINTS.findIndex((id) => !had.value.includes(id) && !followed[id]());
  const id = HINTS[at];
  return id ? { id, at: at + 1, of: HINTS.length } : null;
});

export function passHint(id: Hint): void {
  keep([...had.value, id]);
}

export function noHints(): void {
  keep(['off']);
}

/** The hints once more, for who asks for them in the help. */
export function hintsAgain(): void {
  keep([]);
}
