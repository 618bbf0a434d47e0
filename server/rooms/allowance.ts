import type { Clock } from '../time.ts';

/** A token bucket: so many a second on average, and so many at once. */
export class Allowance {
  readonly #clock: Clock;
  readonly #rate: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(clock: Clock, perSecond: number, atOnce: number) {
    this.#clock = clock;
    this.#rate = perSecond;
    this.#most = atOnce;
    this.#left = atOnce;
    this.#at = clock.now();
  }

  /** Takes one; false when none is left. */
  take(): boolean {
    const now = this.#clock.now();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#rate);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
