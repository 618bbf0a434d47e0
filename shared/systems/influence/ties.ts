import { type Content, coefficient } from '../../core/content.ts';
import type { Ledger } from '../../core/ledger.ts';
import { log } from '../../core/math.ts';
import type { Power } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';

/** Powers among whom Kazakhstan spreads its agreements and visits. */
const PARTNERS = ['RU', 'CN', 'EU'] as const satisfies readonly Power[];
const WHOLE = log(PARTNERS.length);

function compile(content: Content) {
  const { layout, start } = content;
  const ties = PARTNERS.map((p) => layout.at('ties', p));
  return {
    ties,
    usual: ties.map((at) => start[at] as number),
    balance: layout.at('balance'),
    fades: coefficient(content, 'influence.tiesFade'),
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

function tiesOf(content: Content): Compiled {
  let own = compiled.get(content);
  if (!own) {
    own = compile(content);
    compiled.set(content, own);
  }
  return own;
}

/** An agreement or a visit between Kazakhstan and a partner comes into force. @param value $bn */
export function tie(ctx: RoundContext, a: Power, b: Power, value: number, cause: string): void {
  const partner = a === 'KZ' ? b : b === 'KZ' ? a : null;
  if (partner === null || partner === 'KZ') return;
  move(ctx, ctx.content.layout.at('ties', partner), value, cause);
}

/** What was agreed long ago counts less each half-year; what is usual is renewed without being told. */
export function fadeTies(ctx: RoundContext): void {
  const c = tiesOf(ctx.content);
  for (let p = 0; p < c.ties.length; p += 1) {
    const at = c.ties[p] as number;
    const back = (c.usual[p] as number) - (ctx.prev[at] as number);
    move(ctx, at, c.fades * back, 'mech:old_deals');
  }
}

/** Sum of the ties and their entropy in natural units. */
function moments(c: Compiled, state: Float64Array): { sum: number; entropy: number } {
  let sum = 0;
  for (const at of c.ties) sum += state[at] as number;
  let entropy = 0;
  for (const at of c.ties) {
    const share = (state[at] as number) / sum;
    if (share > 0) entropy -= share * log(share);
  }
  return { sum, entropy };
}

/** Multi-vector balance: entropy of agreements and visits by value over the three, as a part of the most there can be. */
export function settleBalance(content: Content, num: Float64Array): void {
  const c = tiesOf(content);
  const { sum, entropy } = moments(c, num);
  num[c.balance] = sum > 0 ? Math.min(1, entropy / WHOLE) : 0;
}

/** Change of the balance for one more $bn with a partner. */
function slope(c: Compiled, state: Float64Array, at: number): number {
  const { sum, entropy } = moments(c, state);
  const share = (state[at] as number) / sum;
  return share > 0 ? -(log(share) + entropy) / (sum * WHOLE) : 0;
}

/** Each tie's lines on the mean slope of before and after; what bends beyond it acts together. */
export function explainBalance(ctx: RoundContext, ledger: Ledger): void {
  const c = tiesOf(ctx.content);
  const { num, prev } = ctx;
  let told = 0;
  for (const at of c.ties) {
    const weight = (slope(c, num, at) + slope(c, prev, at)) / 2;
    for (const { cause, amount } of ledger.lines(at)) {
      ledger.add(c.balance, cause, weight * amount);
      told += weight * amount;
    }
  }
  const moved = (num[c.balance] as number) - (prev[c.balance] as number);
  ledger.add(c.balance, 'interaction', moved - told);
}
