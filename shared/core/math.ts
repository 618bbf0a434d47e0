/**
 * Elementary functions built from + − × ÷ alone, so that every engine gives the same bits.
 * Engines may differ in the last bits of `Math.exp` and its relatives; the rules may not use them.
 */

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;
const INV_LN2 = Math.LOG2E;
const SQRT2 = Math.SQRT2;

/** 2^k for k in −1074..1023, by repeated doubling and halving (exact). */
const POWERS_OF_TWO = new Float64Array(2098);
{
  let up = 1;
  for (let k = 0; k <= 1023; k += 1) {
    POWERS_OF_TWO[k + 1074] = up;
    up *= 2;
  }
  let down = 1;
  for (let k = 0; k >= -1074; k -= 1) {
    POWERS_OF_TWO[k + 1074] = down;
    down /= 2;
  }
}

/**
 * e^x. Range reduction by ln 2 in two parts, then a Taylor sum of degree 13 on |r| ≤ ln2/2.
 * @returns 0 below −745, Infinity above 709.78; relative error about 3e-16
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * INV_LN2 + 0.5);
  const r = x - k * LN2_HI - k * LN2_LO;
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 0.5;
  sum = sum * r + 1;
  sum = sum * r + 1;
  // Two steps, so that results near the ends of the range neither overflow nor vanish early.
  const half = Math.floor(k / 2);
  return sum * POWERS_OF_TWO[half + 1074]! * POWERS_OF_TWO[k - half + 1074]!;
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm. x = m·2^e with m in [√½, √2), then 2·artanh((m−1)/(m+1)) as an odd series.
 * @returns NaN below 0, −Infinity at 0; relative error about 3e-16
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let shift = 0;
  let v = x;
  if (v < 2.2250738585072014e-308) {
    v *= 18014398509481984;
    shift = -54;
  }
  bits.setFloat64(0, v);
  const high = bits.getUint32(0);
  let e = ((high >>> 20) & 0x7ff) - 1023;
  bits.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m >= SQRT2) {
    m *= 0.5;
    e += 1;
  }
  e += shift;
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let sum = 1 / 23;
  sum = sum * z + 1 / 21;
  sum = sum * z + 1 / 19;
  sum = sum * z + 1 / 17;
  sum = sum * z + 1 / 15;
  sum = sum * z + 1 / 13;
  sum = sum * z + 1 / 11;
  sum = sum * z + 1 / 9;
  sum = sum * z + 1 / 7;
  sum = sum * z + 1 / 5;
  sum = sum * z + 1 / 3;
  sum = sum * z + 1;
  return e * LN2_HI + (2 * s * sum + e * LN2_LO);
}

/** x^y for x > 0 (0 for x = 0 and y > 0), through `log` and `exp`; relative error about |y ln x|·3e-16. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  return exp(y * log(x));
}

/** Holds x between low and high; NaN becomes low, so that no broken number travels on. */
export function clamp(x: number, low: number, high: number): number {
  return x > low ? Math.min(x, high) : low;
}

/**
 * The logarithmic mean L(a, b) = (a − b) / ln(a/b), for LMDI weights; L(a, a) = a, L(a, 0) = 0.
 * Near equality the quotient loses all digits, so a series in the relative gap takes over there.
 */
export function logMean(a: number, b: number): number {
  if (a <= 0 || b <= 0) return 0;
  const u = (a - b) / (a + b);
  if (u < 1e-3 && u > -1e-3) {
    // ln(a/b) = 2 artanh(u), hence L = (a+b)/2 · u/artanh(u).
    const z = u * u;
    return ((a + b) * 0.5) / (1 + z * (1 / 3 + z * (1 / 5 + z * (1 / 7))));
  }
  return (a - b) / log(a / b);
}
