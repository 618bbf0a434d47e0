import { isPower, type Power } from '../../shared/core/powers.ts';
import type { Command } from '../../shared/core/state.ts';
import type { GameEvent } from '../store/store.ts';
import type { CommandEvent } from './record.ts';

/** When each seat's person last did something, so that a facilitator sees who has fallen silent. */
export class Deeds {
  readonly #last = new Map<Power, number>();
  /** Round before the first that is watched: what lies further back is not held against anybody. */
  readonly #from: number;

  constructor(round: number, events: readonly GameEvent[]) {
    this.#from = round - 1;
    for (const { kind, round: at, data } of events) {
      if (kind !== 'command') continue;
      const { seat, giver, command } = data as CommandEvent;
      if (giver === 'person' && isPower(seat)) this.did(seat, at, command);
    }
  }

  /** Saying that one is ready is no deed. */
  did(power: Power, round: number, command: unknown): void {
    if ((command as Command).type !== 'ready') this.#last.set(power, round);
  }

  /** Somebody new sits here: he is not answerable for those before him. */
  sits(power: Power, round: number): void {
    this.#last.set(power, round - 1);
  }

  /** Rounds from this one on are played anew. */
  forget(round: number): void {
    for (const [power, last] of this.#last) {
      if (last >= round) this.#last.set(power, round - 1);
    }
  }

  silent(power: Power, round: number): boolean {
    return (this.#last.get(power) ?? this.#from) < round;
  }

  /** Resolved rounds in a row without a deed. */
  idle(power: Power, resolved: number): number {
    return Math.max(0, resolved - 1 - (this.#last.get(power) ?? this.#from));
  }
}
