/**
 * Counter-based random numbers: a draw is a pure function of (seed, round, purpose, id).
 * There is no stream to advance, so one order more never shifts another's luck.
 */

function mix(h: number): number {
  let x = h | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

function absorb(h: number, word: number): number {
  return mix((Math.imul(h, 0x9e3779b1) ^ (word | 0)) + 0x85ebca6b);
}

function absorbText(h: number, text: string): number {
  let x = absorb(h, text.length);
  for (let i = 0; i < text.length; i += 1) x = absorb(x, text.charCodeAt(i));
  return x;
}

/** A number in [0, 1) with 53 random bits, fixed by its four keys. */
export function draw(seed: number, round: number, purpose: string, id: string | number): number {
  let h = absorb(absorb(0x243f6a88, seed), Math.floor(seed / 4294967296));
  h = absorb(h, round);
  h = absorbText(h, purpose);
  h = typeof id === 'number' ? absorb(h, id) : absorbText(h, id);
  const high = mix(h ^ 0x13198a2e) >>> 6;
  const low = mix(h ^ 0x03707344) >>> 5;
  return (high * 134217728 + low) / 9007199254740992;
}

/** A whole number in 0..n−1, fixed by its keys. */
export function drawInt(
  seed: number,
  round: number,
  purpose: string,
  id: string | number,
  n: number,
): number {
  return Math.floor(draw(seed, round, purpose, id) * n);
}

/** Position of the drawn weight; −1 when all weights are zero. */
export function drawWeighted(
  seed: number,
  round: number,
  purpose: string,
  id: string | number,
  weights: readonly number[],
): number {
  let total = 0;
  for (const w of weights) total += w;
  if (total <= 0) return -1;
  let at = draw(seed, round, purpose, id) * total;
  for (let i = 0; i < weights.length; i += 1) {
    at -= weights[i] as number;
    if (at < 0) return i;
  }
  return weights.length - 1;
}
