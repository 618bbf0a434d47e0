import { deflateRawSync } from 'node:zlib';
import { diff, type Json } from '../../shared/protocol/delta.ts';
import { DEFLATE_FROM, DEFLATED, frameOf, WHOLE } from '../../shared/protocol/frame.ts';

/** What one connection of a hall was shown last, and the frames that bring it up to date. */
export class JsonSender {
  readonly #plain: boolean;
  #shown: Json = null;

  /** @param plain the device cannot inflate */
  constructor(plain: boolean) {
    this.#plain = plain;
  }

  /** The next frame; null when nothing has changed. */
  frame(value: object): Uint8Array | null {
    const now: Json = JSON.parse(JSON.stringify(value));
    const before = this.#shown;
    this.#shown = now;
    if (before === null) return this.#pack(WHOLE, now);
    const delta = diff(before, now);
    return delta === null ? null : this.#pack(0, delta as unknown as Json);
  }

  /** The other side has lost the thread: the next frame is whole. */
  forget(): void {
    this.#shown = null;
  }

  #pack(flags: number, value: Json): Uint8Array {
    const body = Buffer.from(JSON.stringify(value), 'utf8');
    if (this.#plain || body.length < DEFLATE_FROM) return frameOf(flags, body);
    return frameOf(flags | DEFLATED, deflateRawSync(body));
  }
}
