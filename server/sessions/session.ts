import { KEPT } from '../rooms/tableParts.ts';
import type { GameStore, SessionData, SessionRecord } from '../store/store.ts';
import type { Clock } from '../time.ts';

const DAY = 24 * 3600 * 1000;

/** One session in memory: what it remembers, and one thing at a time where two might collide. */
export class Session {
  readonly code: string;
  readonly #store: GameStore;
  readonly #clock: Clock;
  readonly #watchers = new Set<() => void>();
  #data: SessionData;
  #expires: number;
  #line: Promise<unknown> = Promise.resolve();

  constructor(store: GameStore, clock: Clock, { code, data, expires }: SessionRecord) {
    this.code = code;
    this.#store = store;
    this.#clock = clock;
    this.#data = data;
    this.#expires = expires;
  }

  get data(): SessionData {
    return this.#data;
  }
  get expires(): number {
    return this.#expires;
  }

  /** Stores a change; seen by others once it is safe. @throws the store's error, and nothing has changed */
  change(change: Partial<SessionData>): Promise<void> {
    return this.alone(async () => {
      const data = { ...this.#data, ...change };
      await this.#store.sessions.write(this.code, { data });
      this.#data = data;
      for (const call of this.#watchers) call();
    });
  }

  /** Runs when all that was begun before is done. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#line.then(work, work);
    this.#line = result.catch(() => {});
    return result;
  }

  /** Somebody was here: the session and its worlds are kept on. Once a day is often enough to write. */
  async keep(): Promise<void> {
    const expires = this.#clock.now() + KEPT;
    if (expires - this.#expires < DAY) return;
    this.#expires = expires;
    await this.#store.sessions.write(this.code, { expires });
    for (const world of this.#data.worlds) await this.#store.write(world, { expires });
  }

  /** Calls back after each change. @returns takes the call back */
  watch(call: () => void): () => void {
    this.#watchers.add(call);
    return () => this.#watchers.delete(call);
  }
}
