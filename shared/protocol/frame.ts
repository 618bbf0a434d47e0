/**
 * A frame of a seat's view: one byte of flags, then JSON as UTF-8, deflated (raw) when that is
 * worth it. A frame that is not whole is a delta to the frame before it on the same connection.
 */
export const WHOLE = 1;
export const DEFLATED = 2;

/** Below this many bytes the saving does not pay for the work. */
export const DEFLATE_FROM = 600;

export function frameOf(flags: number, body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(body.length + 1);
  frame[0] = flags;
  frame.set(body, 1);
  return frame;
}

/** @throws Error for a frame of another version or an empty one */
export function readFrame(frame: Uint8Array): {
  readonly whole: boolean;
  readonly deflated: boolean;
  readonly body: Uint8Array;
} {
  const flags = frame[0];
  if (flags === undefined || flags > (WHOLE | DEFLATED)) throw new Error('unreadable frame');
  return {
    whole: (flags & WHOLE) !== 0,
    deflated: (flags & DEFLATED) !== 0,
    body: frame.subarray(1),
  };
}
