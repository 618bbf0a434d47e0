import { clamp } from '../../core/math.ts';
import { CORRIDORS } from '../../core/powers.ts';
import { type CompiledTransit, EXITS } from './compile.ts';

const N = CORRIDORS.length;
const ROUTES = (['trunk', 'siberian', 'caspian', 'south', 'road'] as const).map((id) =>
  CORRIDORS.indexOf(id),
);
/** On these the boxes of all trades count; elsewhere those of China–Europe trade alone. */
const ALL_TRADES = (['south', 'asia', 'ukraine'] as const).map((id) => CORRIDORS.indexOf(id));
/** Two TEU make a FEU; k FEU times $ are thousand dollars, 1e-6 of a billion. */
const BN = 0.5e-6;

/** Positions in the vector of outcomes that `outcomes` fills. */
const KZ = N;
const ALL = N + 1;
const INCOME = N + 2;
const TOLL_KZ = N + 3;
const TOLL_RU = N + 4;
const MIX = N + 5;
const DIVERSITY = N + 6;
const SUBSIDY = N + 7;
/** Number of outcomes that the ledger of the network explains. */
export const OUTCOMES = N + 8;

/** Entries of the outcomes in the numeric state, shape [OUTCOMES]. */
export function outcomeEntries(c: CompiledTransit): Int32Array {
  const { at } = c;
  const entries = new Int32Array(OUTCOMES);
  for (let i = 0; i <= ALL; i += 1) entries[i] = at.boxes + i;
  entries[INCOME] = at.income;
  entries[TOLL_KZ] = at.tollIncomeKz;
  entries[TOLL_RU] = at.tollIncomeRu;
  entries[MIX] = at.mix;
  entries[DIVERSITY] = at.diversity;
  entries[SUBSIDY] = at.subsidyCost;
  return entries;
}

const exits = new Float64Array(EXITS.length);

/**
 * What a loading means: boxes by corridor (k TEU a half-year), money ($bn a half-year), spread over
 * routes and exits (1 − Herfindahl index of the shares).
 * @param num state that gives tolls, subsidy and oil flows of the same moment
 * @param out shape [OUTCOMES], written over; values are held in the ranges of their words
 */
export function outcomes(
  c: CompiledTransit,
  num: Float64Array,
  flow: Float64Array,
  out: Float64Array,
  low: Float64Array,
  high: Float64Array,
): void {
  const { at, k } = c;
  out.fill(0);
  exits.fill(0);
  let europeSouth = 0;
  for (let p = 0; p < c.paths; p += 1) {
    const f = flow[p] as number;
    if (f <= 0) continue;
    const corridor = c.corridor[p] as number;
    const europe = c.europe[p] === 1;
    if (europe || ALL_TRADES.includes(corridor)) out[corridor] = (out[corridor] as number) + f;
    if (europe) {
      if (c.throughKz[p]) out[KZ] = (out[KZ] as number) + f;
      if (corridor === ROUTES[3]) europeSouth += f;
      if (c.subsidised[p]) out[SUBSIDY] = (out[SUBSIDY] as number) + f;
    }
    if (c.paysKz[p])
      out[TOLL_KZ] = (out[TOLL_KZ] as number) + f * (num[at.tollKz + corridor] as number);
    if (c.paysRu[p])
      out[TOLL_RU] = (out[TOLL_RU] as number) + f * (num[at.tollRu + corridor] as number);
    const exit = c.exit[p] as number;
    if (exit >= 0) exits[exit] = (exits[exit] as number) + f * k.exitWeight;
  }
  out[TOLL_KZ] = (out[TOLL_KZ] as number) * BN;
  out[TOLL_RU] = (out[TOLL_RU] as number) * BN;
  out[SUBSIDY] = (out[SUBSIDY] as number) * (num[at.subsidy] as number) * BN;
  out[INCOME] = k.background + (out[TOLL_KZ] as number);
  let all = 0;
  let squares = 0;
  for (let i = 0; i < ROUTES.length; i += 1) {
    const boxes = i === 3 ? europeSouth : (out[ROUTES[i] as number] as number);
    all += boxes;
    squares += boxes * boxes;
  }
  out[ALL] = all;
  out[MIX] = all > 0 ? 1 - squares / (all * all) : 0;
  for (let l = 0; l < at.lines; l += 1) {
    const exit = c.lineExit[l] as number;
    exits[exit] = (exits[exit] as number) + (num[at.oilFlow + l] as number);
  }
  let total = 0;
  let square = 0;
  for (let i = 0; i < exits.length; i += 1) {
    const e = exits[i] as number;
    total += e;
    square += e * e;
  }
  out[DIVERSITY] = total > 0 ? 1 - square / (total * total) : 0;
  for (let i = 0; i < OUTCOMES; i += 1) {
    out[i] = clamp(out[i] as number, low[i] as number, high[i] as number);
  }
}
