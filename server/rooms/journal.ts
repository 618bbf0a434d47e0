import type { Logger } from 'pino';
import type { GameState } from '../../shared/core/state.ts';
import type { Entry, GameEvent, GameStore } from '../store/store.ts';
import { snapshotOf } from './record.ts';

/** What is stored beside the log's lines. */
export type Changes = Pick<Entry, 'seats' | 'expires' | 'meta'> & { readonly snapshot?: boolean };
/** A line of the log before it has its number; without a round it belongs to the present one. */
export type Note = Pick<GameEvent, 'kind' | 'data'> & { readonly round?: number };

export interface JournalParts {
  readonly code: string;
  readonly store: GameStore;
  readonly log: Logger;
  readonly state: GameState;
  /** Number of the last logged event. */
  readonly seq: number;
  /** Something is safely stored. */
  readonly stored: () => void;
  /** The store failed: what is in memory is ahead of it and must not be shown. */
  readonly failed: () => void;
}

/**
 * One game's way into the store: the state with all that was accepted, the part of it that is
 * stored, and the order of the writes between them.
 */
export class Journal {
  /** The game with all that was accepted. */
  state: GameState;
  readonly #parts: JournalParts;
  #stored: GameState;
  #seq: number;
  #closed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.state = parts.state;
    this.#stored = parts.state;
    this.#seq = parts.seq;
  }

  /** The game as it is stored: the only one that may be shown. */
  get stored(): GameState {
    return this.#stored;
  }
  /** Whether nothing is taken any more, because it was closed or because the store failed. */
  get closed(): boolean {
    return this.#closed;
  }
  /** Number that the next line of the log will bear. */
  get next(): number {
    return this.#seq + 1;
  }
  /** The write that everything accepted so far is part of. */
  get last(): Promise<void> {
    return this.#last;
  }

  /** Takes nothing more; resolves when all that was accepted is stored. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last.catch(() => {});
  }

  /** Stores a change with its lines of the log, in the order of the calls. @throws the store's error */
  write(changes: Changes, notes: readonly Note[]): Promise<void> {
    if (this.#closed) {
      const refused = Promise.reject(new Error('the game is closed'));
      refused.catch(() => {});
      return refused;
    }
    const { state } = this;
    const { store, code, stored, failed, log } = this.#parts;
    const events = notes.map((note) => {
      this.#seq += 1;
      return { round: state.round, ...note, seq: this.#seq };
    });
    const { snapshot, ...rest } = changes;
    const entry: Entry = {
      ...rest,
      events,
      ...(snapshot ? { snapshot: snapshotOf(state, this.#seq) } : {}),
    };
    this.#last = store.write(code, entry).then(
      () => {
        this.#stored = state;
        if (!this.#closed) stored();
      },
      (error: unknown) => {
        log.error({ err: error }, 'the store did not take a change');
        if (!this.#closed) {
          this.#closed = true;
          failed();
        }
        throw error;
      },
    );
    // Who asked hears of it; where nobody asked, the room is made anew, which is answer enough.
    this.#last.catch(() => {});
    return this.#last;
  }
}
