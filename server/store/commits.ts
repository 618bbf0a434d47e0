import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Work = (trx: Transaction<Tables>) => Promise<void>;

interface Waiting {
  readonly work: Work;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Most pieces of work in one transaction, so that the first in line never waits for a crowd. */
const LARGEST = 64;

/**
 * Group commit: what comes while a transaction is being written shares the next one, in order.
 * One flush to disk then serves many commands, and each is still acknowledged only after it.
 */
export class Commits {
  readonly #db: Kysely<Tables>;
  readonly #line: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Resolves once the work is durable. @throws what the work threw; nothing of it is kept then */
  add(work: Work): Promise<void> {
    return new Promise((done, failed) => {
      this.#line.push({ work, done, failed });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is left to write. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Everything that arrives in this turn of the event loop belongs to the first group.
    await new Promise((turn) => setImmediate(turn));
    while (this.#line.length > 0) {
      const group = this.#line.splice(0, LARGEST);
      try {
        await this.#db.transaction().execute(async (trx) => {
          for (const { work } of group) await work(trx);
        });
        for (const { done } of group) done();
      } catch (error) {
        if (group.length === 1) (group[0] as Waiting).failed(error);
        else await this.#oneByOne(group);
      }
    }
    this.#running = null;
  }

  /** A group failed: only the guilty may suffer. */
  async #oneByOne(group: readonly Waiting[]): Promise<void> {
    for (const { work, done, failed } of group) {
      try {
        await this.#db.transaction().execute(work);
        done();
      } catch (error) {
        failed(error);
      }
    }
  }
}
