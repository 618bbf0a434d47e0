import type { Power } from '../../shared/core/powers.ts';
import type { Clock } from '../time.ts';
import type { Place } from './seats.ts';

/**
 * Who is connected, and for how long the others have been missed. A seat is there as long as one of its
 * people is. Somebody is missed only by people: while nobody is there, nobody's time runs.
 */
export class Presence {
  readonly #clock: Clock;
  #patience: number;
  readonly #missed: (power: Power) => void;
  readonly #here = new Map<Power, Set<number>>();
  readonly #timers = new Map<Power, () => void>();

  /** @param patience milliseconds after which `missed` is told once */
  constructor(clock: Clock, patience: number, missed: (power: Power) => void) {
    this.#clock = clock;
    this.#patience = patience;
    this.#missed = missed;
  }

  /** How long somebody is missed from now on, in milliseconds; who is missed already keeps his time. */
  set patience(ms: number) {
    this.#patience = ms;
  }

  get nobody(): boolean {
    return this.#here.size === 0;
  }

  has(power: Power): boolean {
    return this.#here.has(power);
  }

  hasMember({ power, member }: Place): boolean {
    return this.#here.get(power)?.has(member) ?? false;
  }

  arrive({ power, member }: Place): void {
    this.#forget(power);
    this.#here.set(power, (this.#here.get(power) ?? new Set()).add(member));
  }

  depart({ power, member }: Place): void {
    const here = this.#here.get(power);
    here?.delete(member);
    if (here?.size === 0) this.clear(power);
  }

  /** All people of a seat are gone. */
  clear(power: Power): void {
    this.#here.delete(power);
    if (this.nobody) this.stop();
    else this.expect(power);
  }

  /** Begins to miss somebody, unless he is there or missed already. */
  expect(power: Power): void {
    if (this.#here.has(power) || this.#timers.has(power) || this.nobody) return;
    const cancel = this.#clock.after(this.#patience, () => {
      this.#timers.delete(power);
      this.#missed(power);
    });
    this.#timers.set(power, cancel);
  }

  move(from: Power, to: Power): void {
    const here = this.#here.get(from);
    if (!here) return;
    this.#here.delete(from);
    this.#here.set(to, here);
    this.#forget(to);
  }

  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #forget(power: Power): void {
    this.#timers.get(power)?.();
    this.#timers.delete(power);
  }
}
