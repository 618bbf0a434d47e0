import type { Phase } from '../../shared/core/state.ts';
import type { Pace } from '../../shared/protocol/messages.ts';
import type { Clock } from '../time.ts';

/** Lengths in seconds at the normal pace: a round of a 45-minute lesson. `ink` is deliberation's last fifth. */
const SECONDS: Readonly<Record<Phase, number>> = {
  lobby: 0,
  briefing: 15,
  deliberation: 135,
  ink: 30,
  report: 60,
  debrief: 0,
};

const FACTOR: Readonly<Record<Pace, number>> = {
  calm: 0,
  quick: 0.5,
  normal: 1,
  hour: 1.375,
  long: 1.5,
  slow: 2,
};

/** Share of a phase that must have passed before readiness of all ends it. */
const READY_FROM = 0.4;

/** Least time a phase still gets when a stopped clock goes on, in milliseconds. */
const GRACE = 10_000;

/** Milliseconds a phase lasts; 0 = it has no deadline. */
function phaseLength(phase: Phase, pace: Pace): number {
  return SECONDS[phase] * FACTOR[pace] * 1000;
}

/**
 * The clock of one game: when the phase ends by time, and from when on by readiness. It stands
 * still while the host has paused it or while no person is there.
 */
export class PhaseClock {
  readonly #clock: Clock;
  #pace: Pace;
  readonly #expired: () => void;
  readonly #readyAllowed: () => void;
  #length = 0;
  /** Server time of the end while running; 0 = stopped, or no deadline. */
  #deadline = 0;
  /** Milliseconds left while stopped. */
  #left = 0;
  #paused = false;
  #waiting = false;
  #cancel: (() => void)[] = [];

  constructor(clock: Clock, pace: Pace, expired: () => void, readyAllowed: () => void) {
    this.#clock = clock;
    this.#pace = pace;
    this.#expired = expired;
    this.#readyAllowed = readyAllowed;
  }

  get length(): number {
    return this.#length;
  }
  get deadline(): number {
    return this.#deadline;
  }
  get left(): number {
    return this.#left;
  }
  get paused(): boolean {
    return this.#paused;
  }
  get waiting(): boolean {
    return this.#waiting;
  }
  /** Whether the phase may end before its time because all are ready. */
  get readyCounts(): boolean {
    if (this.#paused || this.#waiting) return false;
    return this.#length === 0 || this.#leftNow() <= this.#length * (1 - READY_FROM);
  }

  /** A phase begins. */
  begin(phase: Phase): void {
    this.#halt();
    this.#length = phaseLength(phase, this.#pace);
    this.#left = this.#length;
    this.#run();
  }

  /** The pace of the phases that follow. */
  setPace(pace: Pace): void {
    this.#pace = pace;
  }

  /** Gives the phase more time, in milliseconds. False where it has no deadline. */
  extend(ms: number): boolean {
    if (this.#length === 0) return false;
    const left = this.#leftNow();
    this.#halt();
    this.#length += ms;
    this.#left = left + ms;
    this.#run();
    return true;
  }

  setPaused(paused: boolean): void {
    this.#change(() => {
      this.#paused = paused;
    });
  }

  setWaiting(waiting: boolean): void {
    this.#change(() => {
      this.#waiting = waiting;
    });
  }

  stop(): void {
    this.#halt();
  }

  #leftNow(): number {
    return this.#deadline > 0 ? Math.max(0, this.#deadline - this.#clock.now()) : this.#left;
  }

  #change(set: () => void): void {
    const stood = this.#paused || this.#waiting;
    this.#left = this.#leftNow();
    set();
    const stands = this.#paused || this.#waiting;
    this.#halt();
    if (stood && !stands && this.#length > 0) {
      this.#left = Math.max(this.#left, Math.min(GRACE, this.#length));
    }
    this.#run();
  }

  #run(): void {
    if (this.#length === 0 || this.#paused || this.#waiting) return;
    const left = this.#left;
    this.#deadline = this.#clock.now() + left;
    this.#left = 0;
    const untilReady = left - this.#length * (1 - READY_FROM);
    if (untilReady > 0) this.#cancel.push(this.#clock.after(untilReady, this.#readyAllowed));
    this.#cancel.push(this.#clock.after(left, this.#expired));
  }

  #halt(): void {
    for (const cancel of this.#cancel) cancel();
    this.#cancel = [];
    this.#deadline = 0;
  }
}
