/** Whether this browser can inflate; without it the server sends views as they are. */
export function canInflate(): boolean {
  if (typeof DecompressionStream === 'undefined') return false;
  try {
    // Browsers of 2022 know "deflate" but not "deflate-raw".
    return new DecompressionStream('deflate-raw') !== null;
  } catch {
    return false;
  }
}

export async function inflate(body: Uint8Array): Promise<Uint8Array> {
  // A copy on a buffer of its own: the frame's buffer belongs to the socket.
  const stream = new Blob([body.slice()]).stream();
  const inflated = stream.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
