import { exp, log } from '../../core/math.ts';
import { CORRIDORS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import type { CompiledTransit } from './compile.ts';

/** Weeks of a half-year. */
const WEEKS = 26;

/** Corridors that trains serve. */
const SERVED = CORRIDORS.map((id, i) => ({ id, i })).filter(
  ({ id }) => id !== 'road' && id !== 'sea',
);

/**
 * Trains a week follow last round's boxes, with a lag: log frequency moves by `adoption` of its gap
 * to the trains that the boxes would fill (times `provision`: new lines run half empty). More
 * trains, less waiting, more boxes: this loop carries the growth after 2013.
 */
export function adaptService(ctx: RoundContext, c: CompiledTransit): void {
  const { k, at } = c;
  for (const { i } of SERVED) {
    const entry = at.freq + i;
    const now = (ctx.prev[entry] as number) + k.frequencyFloor;
    const filled = (ctx.prev[at.boxes + i] as number) / (WEEKS * k.teuPerTrain);
    const wanted = filled * k.provision + k.frequencyFloor;
    const next = exp(log(now) + k.adoption * (log(wanted) - log(now))) - k.frequencyFloor;
    move(ctx, entry, Math.max(next, 0) - (ctx.num[entry] as number), 'mech:service');
  }
}
