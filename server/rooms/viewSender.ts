import { deflateRawSync } from 'node:zlib';
import type { View } from '../../shared/core/view.ts';
import { diff, type Json } from '../../shared/protocol/delta.ts';
import { DEFLATE_FROM, DEFLATED, frameOf, WHOLE } from '../../shared/protocol/frame.ts';

/** A view as it was shown, its long list of numbers packed: as JSON it takes three times the memory. */
interface Shown {
  readonly rest: { readonly [key: string]: Json };
  /** NaN = hidden. */
  readonly num: Float64Array;
}

/**
 * What one connection was shown last, and the frames that bring it up to date: the whole view
 * first, then differences.
 */
export class ViewSender {
  readonly #plain: boolean;
  #shown: Shown | null = null;

  /** @param plain the device cannot inflate */
  constructor(plain: boolean) {
    this.#plain = plain;
  }

  /** The next frame; null when nothing that the seat may see has changed. */
  frame(view: View): Uint8Array | null {
    // What is compared is what the other side will have: JSON knows no −0 and no undefined.
    const text = JSON.stringify(view);
    const now: Json = JSON.parse(text);
    const before = this.#shown;
    this.#shown = packed(now as unknown as View);
    if (before === null) return this.#pack(WHOLE, text);
    const delta = diff(unpacked(before), now);
    return delta === null ? null : this.#pack(0, JSON.stringify(delta));
  }

  /** The other side has lost the thread: the next frame is whole. */
  forget(): void {
    this.#shown = null;
  }

  #pack(flags: number, text: string): Uint8Array {
    const body = Buffer.from(text, 'utf8');
    if (this.#plain || body.length < DEFLATE_FROM) return frameOf(flags, body);
    return frameOf(flags | DEFLATED, deflateRawSync(body, { level: 9 }));
  }
}

function packed({ num, ...rest }: View): Shown {
  return {
    rest: rest as unknown as Shown['rest'],
    num: Float64Array.from(num, (x) => x ?? Number.NaN),
  };
}

function unpacked({ rest, num }: Shown): Json {
  return { ...rest, num: Array.from(num, (x) => (Number.isNaN(x) ? null : x)) };
}
