import { type Content, coefficient } from '../../core/content.ts';
import { CHAPTERS } from '../../core/layout.ts';
import { move, type RoundContext, type System, setPolicy } from '../../core/round.ts';

/** Powers between which the two plans are brought into line. */
export const ALIGNED = ['RU', 'CN', 'KZ'] as const;
type Aligned = (typeof ALIGNED)[number];

const CAUSE = 'mech:chapters';
/** Levels from which the first and the second half of a chapter are in force. */
const HALF = 50;
const WHOLE = 100;

/** Pairs of regions whose trade the chapters ease, with those whose signature counts for it. */
const PAIRS: readonly {
  readonly pair: readonly [string, string];
  readonly by: readonly Aligned[];
  readonly europe: boolean;
}[] = [
  { pair: ['KZ', 'CN'], by: ['KZ', 'CN'], europe: false },
  { pair: ['RU', 'CN'], by: ['RU', 'CN'], europe: false },
  { pair: ['KZ', 'EU'], by: ['KZ'], europe: true },
];

/** Stations where a chapter saves time, and whose officers must know its rules. */
const STATIONS: readonly { readonly node: string; readonly by: Aligned }[] = [
  { node: 'dostyk', by: 'KZ' },
  { node: 'khorgos', by: 'KZ' },
  { node: 'petropavl', by: 'RU' },
  { node: 'iletsk', by: 'RU' },
];

function compile(content: Content) {
  const { layout } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `alignment.${name}`);
  const nodes = new Set(layout.dims.node);
  const aligned = Object.fromEntries(
    ALIGNED.map((power) => [power, CHAPTERS.map((chapter) => at('aligned', power, chapter))]),
  ) as Record<Aligned, number[]>;
  return {
    aligned,
    signers: ALIGNED.flatMap((power) =>
      CHAPTERS.map((chapter, i) => ({
        level: at('chapter', chapter),
        signed: at('chapter_signed', power, chapter),
        aligned: (aligned[power] as number[])[i] as number,
      })),
    ),
    barriers: PAIRS.flatMap(({ pair: [a, b], by, europe }) =>
      layout.dims.armington.flatMap((sector) =>
        [at('ntb', a, b, sector), at('ntb', b, a, sector)].map((entry) => ({ entry, by, europe })),
      ),
    ),
    stations: STATIONS.filter(({ node }) => nodes.has(node)).map(({ node, by }) => ({
      relief: at('relief', node),
      by,
    })),
    unsigned: k('unsigned'),
    europe: k('europe'),
    complement: k('complement'),
    cut: CHAPTERS.map((chapter) => k(`barriers.${chapter}`)),
    days: CHAPTERS.map((chapter) => k(`days.${chapter}`)),
    growth: CHAPTERS.map((chapter) => k(`growth.${chapter}`)),
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

function compiledFor(content: Content): Compiled {
  let c = compiled.get(content);
  if (!c) {
    c = compile(content);
    compiled.set(content, c);
  }
  return c;
}

/** Growth, pp, for which firms build that reckon with one rule book on both sides (C57). */
export function alignedGrowth(content: Content, state: Float64Array): number {
  const c = compiledFor(content);
  return together(c, state, 'KZ', c.growth);
}

/**
 * Before trade and transit: what the chapters between the two plans have come to. Who signs enjoys what
 * is agreed at once, who leaves it to others comes after them; rules of more than one chapter help
 * each other.
 */
export const alignment: System = {
  id: 'alignment',
  run(ctx: RoundContext) {
    const c = compiledFor(ctx.content);
    if (!enjoyed(ctx, c)) return;
    barriers(ctx, c);
    stations(ctx, c);
  },
};

/** What each power has of each chapter. @returns whether anything moved */
function enjoyed(ctx: RoundContext, c: Compiled): boolean {
  const { num } = ctx;
  let moved = false;
  for (let i = 0; i < c.signers.length; i += 1) {
    const { level, signed, aligned } = c.signers[i] as Compiled['signers'][number];
    const lack = (num[level] as number) - (num[aligned] as number);
    const own = (num[signed] as number) > 0;
    if (own) move(ctx, signed, -1, 'mech:time');
    if (lack === 0) continue;
    // The rest of a way that halves each round is no way any more.
    const whole = own || Math.abs(lack) < 1;
    move(ctx, aligned, whole ? lack : c.unsigned * lack, CAUSE);
    moved = true;
  }
  return moved;
}

/** Part of a chapter that is in force at a level: 0, a half, all. */
function inForce(level: number): number {
  return level >= WHOLE - 1e-9 ? 1 : level >= HALF - 1e-9 ? 0.5 : 0;
}

/** What chapters bring a power by a table of their strengths: more together than each by itself. */
function together(
  c: Compiled,
  state: Float64Array,
  power: Aligned,
  strengths: readonly number[],
): number {
  const levels = c.aligned[power] as readonly number[];
  let sum = 0;
  let chapters = 0;
  for (let i = 0; i < levels.length; i += 1) {
    const part = inForce(state[levels[i] as number] as number);
    sum += (strengths[i] as number) * part;
    chapters += part;
  }
  return sum * (1 + c.complement * Math.max(0, chapters - 1));
}

function mean(
  c: Compiled,
  state: Float64Array,
  powers: readonly Aligned[],
  strengths: readonly number[],
): number {
  let sum = 0;
  for (const power of powers) sum += together(c, state, power, strengths);
  return sum / powers.length;
}

/** Barriers by the part that common rules take away; what was taken before is given back first (C58). */
function barriers(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  for (let i = 0; i < c.barriers.length; i += 1) {
    const { entry, by, europe } = c.barriers[i] as Compiled['barriers'][number];
    const weight = europe ? c.europe : 1;
    const before = weight * mean(c, prev, by, c.cut);
    const now = weight * mean(c, num, by, c.cut);
    if (now === before) continue;
    setPolicy(ctx, entry, ((num[entry] as number) * (1 - now)) / (1 - before), CAUSE);
  }
}

/** Days of handling that common papers, gauges and yards save. */
function stations(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  for (let i = 0; i < c.stations.length; i += 1) {
    const { relief, by } = c.stations[i] as Compiled['stations'][number];
    const saved = together(c, num, by, c.days) - together(c, prev, by, c.days);
    if (saved !== 0) setPolicy(ctx, relief, (num[relief] as number) + saved, CAUSE);
  }
}
