import type { Phase } from '../../../shared/core/state.ts';
import type { HandClock } from '../../server/support/clock.ts';
import type { House } from '../../server/support/house.ts';

/** Shorter than the shortest phase, so that none is passed over. */
const STEP_MS = 4000;
/** A whole game at the slow pace is shorter. */
const STEPS = 2000;

/** Turns the clock on until the game is in a phase (of a round), and not a step further. */
export async function turnTo(
  house: House,
  clock: HandClock,
  code: string,
  phase: Phase,
  round?: number,
): Promise<void> {
  for (let i = 0; i < STEPS; i += 1) {
    const { body } = await house.ask('GET', `/${code}`);
    if (body.phase === phase && (round === undefined || body.round === round)) return;
    clock.turn(STEP_MS);
  }
  throw new Error(`${code} never came to ${phase} ${round ?? ''}.`);
}
