import { INITIATIVES } from '../../core/layout.ts';
import { SEGMENTS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import { approach, type Level, type Reader, type Term } from './levels.ts';

/** Whose awareness scales the answer: China is judged by what is known of its road (C36). */
const KNOWN_BY: Readonly<Record<string, string>> = {
  EEU: 'EEU',
  OBOR: 'OBOR',
  CN: 'OBOR',
  EU: 'EU',
};

function unionTerms(r: Reader, s: string): Term[] {
  return [
    r.term('cpi', -r.k('priceWeight') * r.k(`prices.${s}`), 'mech:dear_life'),
    r.term('real_income', r.k('unionIncome') * r.k(`income.${s}`), 'mech:incomes_felt'),
    r.term(`fear(${s})`, r.k('unionFear'), 'mech:fear'),
    r.term('restoration', r.k('unionRestoration') * r.k(`restoration.${s}`), 'mech:restoration'),
    r.term('exp_gain', r.k('unionGain') * r.k(`gain.${s}`), 'mech:expected_gain'),
    r.term('eeu_econ', r.k('unionDepth') * r.k(`depth.${s}`), 'mech:economic_depth'),
    r.term('eeu_pol', r.k('unionPolitics') * r.k(`politics.${s}`), 'mech:political_depth'),
    r.term('benefit(EEU)', r.k('unionBenefit'), 'mech:union_benefit'),
    // What the state gives small firms makes up for what the union takes (C43).
    r.term('sme_relief', s === 'sme' ? r.k('unionRelief') : 0, 'mech:relief'),
    r.term('home_share', r.k('unionMarket') * r.k(`market.${s}`), 'mech:home_market'),
    r.term('trade_share(RU)', r.k('unionRoutes') * r.k(`routes.${s}`), 'mech:russian_routes'),
  ];
}

function termsOf(r: Reader, s: string, initiative: string): Term[] {
  const official = s === 'officials';
  const firms = r.k(`gain.${s}`);
  switch (initiative) {
    case 'EEU':
      return unionTerms(r, s);
    case 'OBOR':
      return [
        r.term('benefit(OBOR)', r.k('roadBenefit'), 'mech:road_benefit'),
        r.term('clarity', r.k('roadClarity'), 'mech:clarity'),
        r.term('biz_conf', r.k('roadConfidence') * firms, 'mech:confidence'),
        r.term('boxes(KZ)', r.k('roadBoxes') * firms, 'mech:boxes'),
        r.term('worth(OBOR)', official ? r.k('followWorth') : 0, 'mech:officials_judge'),
        r.term(`grievance(${s},china)`, r.k('chinaAnger'), 'mech:anger'),
      ];
    case 'CN':
      return [
        r.term(`grievance(${s},china)`, r.k('chinaAnger'), 'mech:anger'),
        r.term(`grievance(${s},land)`, r.k('chinaLand'), 'mech:land_anger'),
        r.term('benefit(OBOR)', r.k('chinaBenefit'), 'mech:road_benefit'),
      ];
    case 'EU':
      return [
        r.term('confrontation', r.k('westQuarrel') * r.k(`west.${s}`), 'mech:confrontation'),
        r.term('trade(EU)', r.k('westTrade') * firms, 'mech:trade_kz'),
        r.term('innovation', r.k('westScience'), 'mech:innovation'),
        r.term('worth(EU)', official ? r.k('followWorth') : 0, 'mech:officials_judge'),
      ];
    default:
      return [
        r.term('real_income', r.k('govIncome') * r.k(`income.${s}`), 'mech:incomes_felt'),
        r.term('cpi', -r.k('govPrices') * r.k(`prices.${s}`), 'mech:dear_life'),
        r.term('legitimacy', r.k('govLegitimacy'), 'mech:legitimacy'),
        r.term(`grievance(${s},land)`, r.k('govAnger'), 'mech:land_anger'),
        r.term(`grievance(${s},roads)`, r.k('govAnger'), 'mech:anger'),
      ];
  }
}

interface Attitude {
  readonly level: Level;
  /** Entry of the awareness that scales its drivers, and awareness at which they count in full; −1 = always. */
  readonly aware: number;
  readonly full: number;
}

export function compileAttitudes(r: Reader) {
  const { layout } = r.content;
  const list: Attitude[] = SEGMENTS.flatMap((s) =>
    INITIATIVES.map((initiative) => {
      const known = KNOWN_BY[initiative];
      const follows =
        s === 'officials' && known !== undefined
          ? [r.term(`backing(${initiative})`, r.k('followPresident'), 'mech:president')]
          : [];
      const level = r.level(`att(${s},${initiative})`, r.k('speed'), [
        ...termsOf(r, s, initiative),
        ...follows,
      ]);
      return {
        // The last poll before the start was a low one: the usual level lies above it.
        level: initiative === 'EEU' ? { ...level, own: level.own + r.k('unionHabit') } : level,
        aware: known === undefined ? -1 : r.at('aware', s, known),
        full: known === undefined ? 1 : r.k(`known.${known}`),
      };
    }),
  );
  const russian = r.content.network.lines.filter((l) => l.power === 'RU').map((l) => l.id);
  const flow = (lines: readonly string[]): readonly number[] =>
    lines.map((l) => r.at('oil_flow', l));
  const c = {
    list,
    speed: r.k('speed'),
    exporters: SEGMENTS.map((s) => ({
      at: r.at('att', s, 'EEU'),
      weight: r.k('unionPipes') * r.k(`routes.${s}`),
    })).filter((e) => e.weight !== 0),
    russian: flow(russian),
    lines: flow(layout.dims.line),
    union: SEGMENTS.map((s) => r.at('att', s, 'EEU')),
    spread: r.at('spread'),
    spreadFades: r.k('spreadFades'),
  };
  const usualPipes: number = russianPipes(c, r.content.start);
  return { ...c, usualPipes };
}

interface Pipes {
  readonly russian: readonly number[];
  readonly lines: readonly number[];
}

type Compiled = ReturnType<typeof compileAttitudes>;

/** Per cent of Kazakh oil that leaves through Russian lines. */
function russianPipes(c: Pipes, state: Float64Array): number {
  const sum = (at: readonly number[]): number => at.reduce((s, i) => s + (state[i] as number), 0);
  const all = sum(c.lines);
  return all > 0 ? (100 * sum(c.russian)) / all : 0;
}

/**
 * Attitudes go part of the way towards each segment's own level, moved by drivers × sensitivity ×
 * awareness: information multiplies good and bad alike, it does not persuade.
 */
export function attitudes(ctx: RoundContext, c: Compiled): void {
  const { num } = ctx;
  for (let i = 0; i < c.list.length; i += 1) {
    const { level, aware, full } = c.list[i] as Attitude;
    approach(ctx, level, aware < 0 ? 1 : (num[aware] as number) / full);
  }
  const pipes = russianPipes(c, num) - c.usualPipes;
  for (const { at, weight } of c.exporters) {
    move(ctx, at, c.speed * weight * pipes, 'mech:russian_routes');
  }
  spread(ctx, c);
}

/** Root mean square distance of the segments' attitudes to the union from their mean. */
function dispersion(c: Compiled, state: Float64Array): number {
  const { mean, square } = moments(c, state);
  return Math.sqrt(Math.max(0, square - mean * mean));
}

function moments(c: Compiled, state: Float64Array): { mean: number; square: number } {
  let sum = 0;
  let square = 0;
  for (let s = 0; s < c.union.length; s += 1) {
    const x = state[c.union[s] as number] as number;
    sum += x / c.union.length;
    square += (x * x) / c.union.length;
  }
  return { mean: sum, square };
}

/**
 * How far society is divided over the union: what orders tore open closes again, the rest is how the
 * segments' attitudes moved apart, each by its own causes (exact: s'² − s² is linear in them).
 */
function spread(ctx: RoundContext, c: Compiled): void {
  const { num, prev, ledger } = ctx;
  const before = dispersion(c, prev);
  const after = dispersion(c, num);
  move(ctx, c.spread, c.spreadFades * (before - (prev[c.spread] as number)), 'mech:habit');
  const moved = after - before;
  move(ctx, c.spread, moved, 'mech:division');
  if (!ledger || before + after === 0) return;
  ledger.add(c.spread, 'mech:division', -moved);
  const mean = moments(c, num).mean + moments(c, prev).mean;
  let told = 0;
  for (const at of c.union) {
    const apart = (num[at] as number) + (prev[at] as number) - mean;
    const share = apart / (c.union.length * (after + before));
    for (const { cause, amount } of ledger.lines(at)) {
      ledger.add(c.spread, cause, share * amount);
      told += share * amount;
    }
  }
  // Rounding of the square root.
  ledger.add(c.spread, 'mech:division', moved - told);
}
