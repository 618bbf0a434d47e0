import type { HallState, HallWorld, ProjectorState } from '../../shared/protocol/hall.ts';
import { alike } from '../../shared/protocol/roster.ts';
import type { Session } from './session.ts';

/** What a console is shown: everything but keys. */
export function consoleSight(
  session: Session,
  worlds: readonly HallWorld[],
  role: HallState['role'],
  consoles: number,
): HallState {
  const { data, code, expires } = session;
  const { scenario, depth, pace, seating, locked, readTalks, absence, scoresShown, cabinet } = data;
  const seated = worlds.flatMap(({ seats }) => seats.flatMap(({ members }) => members));
  return {
    role,
    code,
    scenario,
    depth,
    pace,
    seating,
    locked,
    readTalks,
    absence: absence / 1000,
    scoresShown,
    cabinet,
    expires,
    consoles,
    roster: data.roster.map((entry) => ({
      ...entry,
      seated: seated.some(({ name }) => alike(name, entry.name)),
    })),
    worlds,
  };
}

/** What the wall is shown, field by field: no names, no calls for help, scores only once the facilitator shows them. */
export function projectorSight(session: Session, worlds: readonly HallWorld[]): ProjectorState {
  const { data, code, expires } = session;
  const { scenario, depth, scoresShown } = data;
  return {
    role: 'projector',
    code,
    scenario,
    depth,
    expires,
    worlds: worlds.map((world) => ({
      number: world.number,
      phase: world.phase,
      round: world.round,
      rounds: world.rounds,
      paused: world.paused,
      waiting: world.waiting,
      deadline: world.deadline,
      left: world.left,
      length: world.length,
      rewinds: world.rewinds,
      seats: world.seats.map(({ power, members, ready }) => ({
        power,
        held: members.length > 0,
        connected: members.some(({ connected }) => connected),
        ready,
      })),
      scores: scoresShown ? world.scores : null,
    })),
  };
}
