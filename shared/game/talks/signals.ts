import { given } from '../../clauses/index.ts';
import type { Hearing } from '../../core/clause.ts';
import type { Signal } from '../../core/talk.ts';

/**
 * What a round makes of an open warning or promise. Without a condition it is kept by the deed or, once
 * its time is over, was words. With one it binds from the deed that it hangs on: without that it is void.
 */
export function heard(hearing: Hearing, signal: Signal): Signal {
  const { content, round } = hearing;
  const { by, order, until, when } = signal;
  const done = given(hearing, by, order) !== undefined;
  if (!when) {
    if (done) return { ...signal, fate: 'kept' };
    return round >= until ? { ...signal, fate: 'bluffed' } : signal;
  }
  const came = given(hearing, when.power, when.order) ? round : undefined;
  const met = signal.met ?? came;
  if (met === undefined) return round >= until ? { ...signal, fate: 'void' } : signal;
  const known: Signal = { ...signal, met };
  if (done) return { ...known, fate: 'kept' };
  // Orders are sealed: who learns of a deed by the report can answer it in the next round.
  if (round >= Math.max(until, met + 1)) return { ...known, fate: 'bluffed' };
  return round === content.halves.length - 1 ? { ...known, fate: 'void' } : known;
}
