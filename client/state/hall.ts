import { computed, signal } from '@preact/signals';
import type { Outcome, Refusal } from '../../shared/core/refusal.ts';
import type {
  HallCommand,
  HallSeat,
  HallState,
  HallWorld,
  ProjectorState,
  WorldOutcome,
} from '../../shared/protocol/hall.ts';
import { connectHall, type HallConnection } from '../net/hall.ts';
import type { Ending, Link } from '../net/keptRoom.ts';

let connection: HallConnection | null = null;

export const link = signal<Link>('connecting');
export const ending = signal<Ending | null>(null);
/** Why the session cannot be entered. */
export const shut = signal<Refusal | null>(null);
const sight = signal<HallState | ProjectorState | null>(null);

/** What a console sees; null before the first sight. */
export const hall = computed<HallState | null>(() =>
  sight.value && sight.value.role !== 'projector' ? sight.value : null,
);
/** What the projector sees; null before the first sight. */
export const wall = computed<ProjectorState | null>(() =>
  sight.value?.role === 'projector' ? sight.value : null,
);

/** Worlds that the buttons on top act on; empty = all. */
export const chosen = signal<readonly number[]>([]);
/** What the last command came to, by world where they differ. */
export const outcome = signal<{ readonly refusals: readonly WorldOutcome[] } | null>(null);
/** Beats once a second, so that clocks are told anew. */
export const beat = signal(0);

export function enter(code: string, key: string): void {
  connection?.close();
  connection = connectHall(code, key, () => {
    link.value = connection?.link() ?? 'connecting';
    ending.value = connection?.ending() ?? null;
    shut.value = connection?.refusal() ?? null;
    sight.value = connection?.state() ?? null;
  });
  setInterval(() => {
    beat.value += 1;
  }, 1000);
}

export const retry = (): void => connection?.retry();

/** Milliseconds until a world's phase ends; null = it has no deadline or its clock stands. */
export function timeLeft({ deadline }: Pick<HallWorld, 'deadline'>): number | null {
  // Read, so that whoever shows it is drawn again with each beat.
  beat.value;
  return deadline > 0 && connection ? connection.until(deadline) : null;
}

/** The worlds that a command goes to, as the protocol names them: absent = all. */
export function aimedAt(): { readonly worlds?: number[] } {
  const worlds = [...chosen.value].sort((a, b) => a - b);
  return worlds.length > 0 ? { worlds } : {};
}

/** Gives a command; what was refused stands in `outcome`. @returns whether nothing was refused */
export async function give<T = unknown>(command: HallCommand): Promise<Outcome<T>> {
  if (!connection) return { ok: false, refusal: { code: 'offline' } };
  const done = await connection.command<T>(command);
  const each = done.ok && Array.isArray(done.value) ? (done.value as readonly WorldOutcome[]) : [];
  const refusals = done.ok
    ? each.filter(({ refusal }) => refusal !== null)
    : [{ world: 0, refusal: done.refusal }];
  outcome.value = refusals.length > 0 ? { refusals } : null;
  return done;
}

/** Calls for help that wait, the oldest first. */
export const calls = computed(() =>
  (hall.value?.worlds ?? [])
    .flatMap((world) =>
      world.seats.flatMap((seat) => (seat.help ? [{ world, seat, help: seat.help }] : [])),
    )
    .sort((a, b) => a.help.at - b.help.at),
);

/** Names of the people of a seat. */
export function namesOf(seat: HallSeat): string {
  return seat.members.map(({ name }) => name).join(', ');
}
