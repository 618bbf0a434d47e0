import { type Content, coefficient } from '../../core/content.ts';
import { CHAPTERS } from '../../core/layout.ts';
import { move, type RoundContext, type System, setPolicy } from '../../core/round.ts';

/** Powers between which the two plans are brought into line. */
export const ALIGNED = ['RU', 'CN', 'KZ'] as const;
type Aligned = (typeof ALIGNED)[number];
const UNION: readonly Aligned[] = ['KZ', 'RU'];

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

/** Stations where a chapter saves time: officers on both sides must know its rules. */
const STATIONS: readonly { readonly node: string; readonly by: readonly Aligned[] }[] = [
  { node: 'dostyk', by: ['KZ', 'CN'] },
  { node: 'khorgos', by: ['KZ', 'CN'] },
  { node: 'petropavl', by: ['KZ', 'RU'] },
  { node: 'iletsk', by: ['KZ', 'RU'] },
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
    twoBooks: k('twoBooks'),
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

/**
 * Growth, pp, for which firms build that reckon with one rule book from end to end (C57), less what it
 * costs them to keep two books while a neighbour still keeps the old one.
 */
export function alignedGrowth(content: Content, state: Float64Array): number {
  const c = compiledFor(content);
  let ahead = 0;
  for (let i = 0; i < c.aligned.KZ.length; i += 1) {
    ahead += (state[c.aligned.KZ[i] as number] as number) - common(c, state, ALIGNED, i);
  }
  return together(c, state, ALIGNED, c.growth) - (c.twoBooks * ahead) / WHOLE;
}

/** How far the union keeps one book: mean over the chapters of what both its powers have of each, 0..100. */
export function unionLevel(content: Content, state: Float64Array): number {
  const c = compiledFor(content);
  let sum = 0;
  for (let i = 0; i < c.aligned.KZ.length; i += 1) sum += common(c, state, UNION, i);
  return sum / c.aligned.KZ.length;
}

/** How far apart the books of the union's two powers are: mean over the chapters, 0..100. */
export function unionApart(content: Content, state: Float64Array): number {
  const c = compiledFor(content);
  let sum = 0;
  for (let i = 0; i < c.aligned.KZ.length; i += 1) {
    const kz = state[c.aligned.KZ[i] as number] as number;
    sum += Math.abs(kz - (state[c.aligned.RU[i] as number] as number));
  }
  return sum / c.aligned.KZ.length;
}

/** What all of these powers have of a chapter: a chain of papers is as long as its shortest part. */
function common(
  c: Compiled,
  state: Float64Array,
  powers: readonly Aligned[],
  chapter: number,
): number {
  let least = WHOLE;
  for (const power of powers) {
    least = Math.min(least, state[(c.aligned[power] as number[])[chapter] as number] as number);
  }
  return least;
}

/**
 * Before trade and transit: what the chapters between the two plans have come to. Who signs enjoys what
 * is agreed at once, who leaves it to others comes after them and keeps them waiting; rules of more
 * than one chapter help each other.
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

/** What chapters bring where these powers meet, by a table of strengths: more together than each by itself. */
function together(
  c: Compiled,
  state: Float64Array,
  powers: readonly Aligned[],
  strengths: readonly number[],
): number {
  let sum = 0;
  let chapters = 0;
  for (let i = 0; i < strengths.length; i += 1) {
    const part = inForce(common(c, state, powers, i));
    sum += (strengths[i] as number) * part;
    chapters += part;
  }
  return sum * (1 + c.complement * Math.max(0, chapters - 1));
}

/** Barriers by the part that common rules take away; what was taken before is given back first (C58). */
function barriers(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  for (let i = 0; i < c.barriers.length; i += 1) {
    const { entry, by, europe } = c.barriers[i] as Compiled['barriers'][number];
    const weight = europe ? c.europe : 1;
    const before = weight * together(c, prev, by, c.cut);
    const now = weight * together(c, num, by, c.cut);
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
