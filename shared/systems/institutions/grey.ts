import { type Content, coefficient } from '../../core/content.ts';
import { BORDERS } from '../../core/layout.ts';
import { exp, log } from '../../core/math.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';
import { hasJoined } from './members.ts';

type BorderId = (typeof BORDERS)[number];

function compile(content: Content) {
  const { layout, start } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `union.${name}`);
  const words = {
    ruFood: at('ru_food_price'),
    banEu: at('food_ban', 'EU'),
    cet: [at('cet_rate', 'food'), at('cet_rate', 'goods')],
    exempt: [at('exempt', 'food'), at('exempt', 'goods')],
    ntbChina: at('ntb', 'KZ', 'CN', 'goods'),
    econ: at('eeu_econ'),
  };
  const borders = BORDERS.map((id) => {
    const grey = at('grey', id);
    const open = k(`greyOpen${id}`);
    const part = (start[grey] as number) / (k('greyCeiling') * open);
    return {
      id,
      grey,
      checks: at('checks', id),
      own: start[grey] as number,
      open,
      /** Log odds of the start. */
      odds: log(part / (1 - part)),
    };
  });
  return {
    ...words,
    borders,
    startEcon: start[words.econ] as number,
    startNtb: start[words.ntbChina] as number,
    startTariff: tariff(start, words.cet, words.exempt),
    k: {
      ceiling: k('greyCeiling'),
      slope: k('greySlope'),
      speed: k('greySpeed'),
      ban: k('greyBan'),
      depth: k('greyDepth'),
      member: k('greyMember'),
      tariffKg: k('greyTariffKG'),
      risk: k('checksRisk'),
      full: k('checksFull'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;
type Border = Compiled['borders'][number];

/** Mean of what Kazakhstan takes from goods of others, %. */
function tariff(state: Float64Array, cet: readonly number[], exempt: readonly number[]): number {
  let sum = 0;
  for (let s = 0; s < cet.length; s += 1) {
    sum += Math.max(
      0,
      (state[cet[s] as number] as number) - (state[exempt[s] as number] as number),
    );
  }
  return sum / cet.length;
}

function mean(state: Float64Array, entries: readonly number[]): number {
  let sum = 0;
  for (const i of entries) sum += state[i] as number;
  return sum / entries.length;
}

const compiled = new WeakMap<Content, Compiled>();

/**
 * Step 6, before the trade that it undercuts. Unrecorded trade by border: what a border could carry × the part of it that is open × a logistic in
 * the price gap over it. Each goes part of the way in a half-year (C12).
 */
export const greyTrade: System = {
  id: 'grey',
  run(ctx) {
    let c = compiled.get(ctx.content);
    if (!c) {
      c = compile(ctx.content);
      compiled.set(ctx.content, c);
    }
    for (const border of c.borders) overBorder(ctx, c, border);
  },
};

/** Price gaps over a border, log points, and what makes them; reused, so that a round allocates nothing. */
const SIZES = new Float64Array(3);
const CAUSES: string[] = ['', '', ''];

/** Notes one part of a price gap. */
function note(part: number, cause: string, size: number): void {
  CAUSES[part] = cause;
  SIZES[part] = size;
}

/** Writes by how much a good is worth more beyond a border than at the start, by cause. */
function noteGaps(ctx: RoundContext, c: Compiled, id: BorderId): void {
  const { num } = ctx;
  SIZES.fill(0);
  const own = tariff(num, c.cet, c.exempt);
  if (id === 'RU') {
    note(0, 'mech:food_prices', log(1 + Math.max(0, num[c.ruFood] as number) / 100));
    note(1, 'mech:leaks', c.k.ban * (num[c.banEu] as number));
    // What enters Kazakhstan below the common tariff is worth the difference in Russia.
    const hole = log((100 + mean(num, c.cet)) / (100 + own));
    note(2, causeOf(ctx, c.exempt[1] as number, 'mech:exemption'), hole);
    return;
  }
  if (id === 'KG' && hasJoined(ctx.content, 'KG', ctx.round)) {
    // A member takes the common tariff: what comes through it has paid as much as what comes straight.
    note(0, 'mech:union_rules', -log((100 + c.startTariff) / (100 + c.k.tariffKg)));
    return;
  }
  note(0, 'mech:tariff', log((100 + own) / (100 + c.startTariff)));
  if (id !== 'CN') return;
  note(1, 'mech:barriers', log((100 + (num[c.ntbChina] as number)) / (100 + c.startNtb)));
}

/** One border: first the price gap at the openness of the start, then what opens and what shuts it. */
function overBorder(ctx: RoundContext, c: Compiled, b: Border): void {
  const { num, prev } = ctx;
  const { k } = c;
  const by = (amount: number, cause: string): void => move(ctx, b.grey, k.speed * amount, cause);
  by(b.own - (prev[b.grey] as number), 'mech:calm_returns');
  noteGaps(ctx, c, b.id);
  let gap = 0;
  for (let i = 0; i < SIZES.length; i += 1) gap += SIZES[i] as number;
  const part = 1 / (1 + exp(-(b.odds + k.slope * gap)));
  const atGap = k.ceiling * b.open * part - b.own;
  for (let i = 0; i < SIZES.length && gap !== 0; i += 1) {
    by((atGap * (SIZES[i] as number)) / gap, CAUSES[i] as string);
  }
  let open = b.open;
  const opened = (more: number, cause: string): void => {
    const next = Math.min(1, Math.max(0.05, open + more));
    by(k.ceiling * part * (next - open), cause);
    open = next;
  };
  if (b.id === 'RU')
    opened(k.depth * ((num[c.econ] as number) - c.startEcon), 'mech:economic_depth');
  if (b.id === 'KG' && hasJoined(ctx.content, 'KG', ctx.round))
    opened(k.member, 'mech:union_rules');
  const level = num[b.checks] as number;
  const stopped = level >= 2 ? k.full : level >= 1 ? k.risk : 0;
  if (stopped > 0) {
    by(-stopped * open * k.ceiling * part, causeOf(ctx, b.checks, 'mech:border_checks'));
  }
}
