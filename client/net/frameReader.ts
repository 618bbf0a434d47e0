import { apply, type Delta, type Json } from '../../shared/protocol/delta.ts';
import { readFrame } from '../../shared/protocol/frame.ts';
import { inflate } from './inflate.ts';

/**
 * The client's copy of what a room tells it: takes frames in the order in which they came and tells
 * each new state of it. Inflating takes a moment, so the frames stand in line.
 */
export class FrameReader<T> {
  readonly #told: (seen: T) => void;
  readonly #lost: () => void;
  #view: Json = null;
  #line: Promise<void> = Promise.resolve();
  #awaitsWhole = true;

  /** @param lost the thread is lost: the whole must be asked for */
  constructor(told: (seen: T) => void, lost: () => void) {
    this.#told = told;
    this.#lost = lost;
  }

  take(frame: Uint8Array): void {
    // The socket may use its buffer again before our turn comes.
    const own = frame.slice();
    this.#line = this.#line.then(async () => {
      try {
        await this.#read(own);
      } catch {
        if (!this.#awaitsWhole) this.#lost();
        this.#awaitsWhole = true;
      }
    });
  }

  /** A new connection begins with the whole. */
  reset(): void {
    this.#line = this.#line.then(() => {
      this.#awaitsWhole = true;
    });
  }

  async #read(frame: Uint8Array): Promise<void> {
    const { whole, deflated, body } = readFrame(frame);
    if (!whole && this.#awaitsWhole) return;
    const text = new TextDecoder().decode(deflated ? await inflate(body) : body);
    if (whole) this.#view = JSON.parse(text) as Json;
    else this.#view = apply(this.#view, JSON.parse(text) as Delta);
    this.#awaitsWhole = false;
    this.#told(this.#view as unknown as T);
  }
}
