import type { Clock } from '../../../server/time.ts';

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/** A clock that a test turns by hand. */
export class HandClock implements Clock {
  #now = 1_400_000_000_000;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Turns the clock on; whatever falls due on the way is called at its own time, in order. */
  turn(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
    }
    this.#now = end;
  }
}
