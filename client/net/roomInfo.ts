import type { RoomInfo, SeatInfo } from '../../shared/protocol/messages.ts';

/** The room's state as the framework decodes it: like `RoomInfo`, with its own kind of list. */
export type WireState = Omit<RoomInfo, 'seats' | 'host'> & {
  readonly host: RoomInfo['host'] | '';
  readonly seats: Iterable<SeatInfo>;
};

/** A plain copy: what the framework decodes changes in place, and a page compares old with new. */
export function roomInfo(state: WireState): RoomInfo {
  const {
    code,
    next,
    session,
    world,
    overseen,
    rewinds,
    mode,
    scenario,
    depth,
    pace,
    phase,
    round,
    rounds,
  } = state;
  const { paused, waiting, deadline, left, length, expires, host } = state;
  return {
    code,
    next,
    session,
    world,
    overseen,
    rewinds,
    mode,
    scenario,
    depth,
    pace,
    phase,
    round,
    rounds,
    paused,
    waiting,
    deadline,
    left,
    length,
    expires,
    host: host === '' ? null : host,
    seats: [...state.seats].map(({ power, name, head, held, player, connected, ready }) => ({
      power,
      name,
      head,
      held,
      player,
      connected,
      ready,
    })),
  };
}
