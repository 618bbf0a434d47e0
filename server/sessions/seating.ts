import { POWERS, type Power } from '../../shared/core/powers.ts';
import { type Outcome, refuse } from '../../shared/core/refusal.ts';
import { alike, type RosterEntry } from '../../shared/protocol/roster.ts';
import type { Seating, SeatPlace } from '../../shared/protocol/sessions.ts';

/** What seating looks at in one world. */
export interface SeatedWorld {
  readonly number: number;
  /** Whether its first round has begun. */
  readonly started: boolean;
  /** People who may share a seat. */
  readonly cabinet: number;
  readonly seats: readonly { readonly power: Power; readonly names: readonly string[] }[];
}

/** Somebody new at the door. */
export interface Newcomer {
  /** His line of the list, when he is on it. */
  readonly entry: RosterEntry | null;
  readonly world?: number | undefined;
  readonly power?: Power | undefined;
}

interface FreeSeat extends SeatPlace {
  /** Kept for somebody on the list who has not come. */
  readonly reserved: boolean;
  /** Who sits there already. */
  readonly people: number;
  readonly started: boolean;
}

/**
 * Where a newcomer sits down. Who is on the list has the place that it names, if it is free. A wish is heard
 * where seating is free. Otherwise, and whenever a world is running, people go where they are needed.
 * @param draw a number from 0 to below its argument
 */
export function seatFor(
  worlds: readonly SeatedWorld[],
  seating: Seating,
  roster: readonly RosterEntry[],
  newcomer: Newcomer,
  draw: (below: number) => number,
): Outcome<SeatPlace> {
  const free = freeSeats(worlds, roster, newcomer.entry);
  if (free.length === 0) {
    const seats = worlds.reduce((sum, { cabinet }) => sum + cabinet * POWERS.length, 0);
    return { ok: false, refusal: refuse('sessionFull', { seats }) };
  }
  const wish = seating === 'free' ? newcomer : newcomer.entry;
  const fits = free.filter((seat) => wanted(seat, wish?.world, wish?.power));
  if (seating === 'free' && newcomer.entry === null) {
    const { world, power } = newcomer;
    if (world !== undefined && power !== undefined && !fits.some(({ reserved }) => !reserved)) {
      return { ok: false, refusal: refuse('seatTaken', { power }) };
    }
  }
  const open = fits.length > 0 ? fits : free;
  // A seat that waits for somebody on the list is given away last.
  const best = open.some(({ reserved }) => !reserved) ? open.filter((s) => !s.reserved) : open;
  if (seating === 'random' && !best.some(({ started }) => started)) {
    return { ok: true, value: placeOf(best[draw(best.length)] as FreeSeat) };
  }
  return { ok: true, value: placeOf(needed(best, worlds)) };
}

function placeOf({ world, power }: FreeSeat): SeatPlace {
  return { world, power };
}

function wanted(
  seat: FreeSeat,
  world: number | null | undefined,
  power: Power | null | undefined,
): boolean {
  return (world ?? seat.world) === seat.world && (power ?? seat.power) === seat.power;
}

function freeSeats(
  worlds: readonly SeatedWorld[],
  roster: readonly RosterEntry[],
  own: RosterEntry | null,
): readonly FreeSeat[] {
  const seated = worlds.flatMap(({ seats }) => seats.flatMap(({ names }) => names));
  const waiting = roster.filter(
    (entry) => entry !== own && !seated.some((name) => alike(name, entry.name)),
  );
  return worlds.flatMap(({ number, started, cabinet, seats }) =>
    seats
      .filter(({ names }) => names.length < cabinet)
      .map(({ power, names }) => {
        const expected = waiting.filter((e) => e.world === number && e.power === power).length;
        return {
          world: number,
          power,
          started,
          people: names.length,
          reserved: expected >= cabinet - names.length,
        };
      }),
  );
}

/** The world with the fewest people; there the seat with the fewest; of those the power that the fewest hold anywhere. */
function needed(free: readonly FreeSeat[], worlds: readonly SeatedWorld[]): FreeSeat {
  const people = (number: number): number =>
    worlds
      .filter((world) => world.number === number)
      .flatMap(({ seats }) => seats.flatMap(({ names }) => names)).length;
  const holders = (power: Power): number =>
    worlds
      .flatMap(({ seats }) => seats.filter((seat) => seat.power === power))
      .flatMap(({ names }) => names).length;
  const order = (seat: FreeSeat): readonly number[] => [
    people(seat.world),
    seat.people,
    holders(seat.power),
    seat.world,
    POWERS.indexOf(seat.power),
  ];
  const [first] = [...free].sort((a, b) => {
    const x = order(a);
    const y = order(b);
    const at = x.findIndex((value, k) => value !== y[k]);
    return at < 0 ? 0 : (x[at] as number) - (y[at] as number);
  });
  return first as FreeSeat;
}
