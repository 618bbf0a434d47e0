/**
 * Draws the small picture of the front page from geography.json:
 *
 *   node assets/map/build-front.ts [--check]
 *
 * writes front-light.svg and front-dark.svg: land, powers' edges and the start's freight, without
 * words, so that it needs no language. With --check it only says whether they are as it draws them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Geom, intersection } from 'polyclip-ts';
import type { NetworkSpec, PathSpec } from '../../shared/core/network.ts';
import type { Point } from './albers.ts';
import { buildSheet, read } from './build-sheet.ts';
import { type Line, type Ring, ringLine } from './geography.ts';

const SIZE = { width: 816, height: 458 };
/** Part of the sheet that is shown: left, top, right; the bottom follows from the size. */
const PART = { left: 196, top: -8, right: 912 };
const SCALE = SIZE.width / (PART.right - PART.left);
/** Paths are whole numbers in this many parts of a pixel. */
const FINE = 4;
const MARGIN = 24;
const WATER_LINES = [2.6, 5.2, 8, 11, 14];

type Colours = Readonly<Record<string, { readonly value: string }>>;

const sheet = buildSheet();
const { land: geography } = sheet;
const { lines } = geography;

const placed = ([x, y]: Point): Point => [
  Math.round((x - PART.left) * SCALE * FINE),
  Math.round((y - PART.top) * SCALE * FINE),
];
const FRAME: readonly Point[] = [
  [-MARGIN, -MARGIN],
  [SIZE.width + MARGIN, -MARGIN],
  [SIZE.width + MARGIN, SIZE.height + MARGIN],
  [-MARGIN, SIZE.height + MARGIN],
].map(([x, y]) => [(x as number) * FINE, (y as number) * FINE]);

/** Points as a path: a start and whole steps. */
function path(points: Line, close: boolean): string {
  let text = '';
  let [lastX, lastY] = [0, 0];
  for (const [x, y] of points) {
    if (text === '') text = `M${x} ${y}l`;
    else if (x !== lastX || y !== lastY) text += ` ${x - lastX} ${y - lastY}`;
    [lastX, lastY] = [x, y];
  }
  if (text.endsWith('l')) return '';
  return text.replaceAll(' -', '-').replace('l ', 'l') + (close ? 'z' : '');
}

const cut = new Map<readonly Ring[], string>();

/** Areas cut to the frame, each cut once for all pictures. */
function area(rings: readonly Ring[], least = 0): string {
  const known = cut.get(rings);
  if (known !== undefined) return known;
  const text = cutArea(rings, least);
  cut.set(rings, text);
  return text;
}

function cutArea(rings: readonly Ring[], least: number): string {
  const outlines = rings.map((ring) => ringLine(lines, ring).map(placed));
  const boxed = outlines.filter(
    (outline) =>
      outline.some(([x]) => x > FRAME[0]![0]) &&
      outline.some(([x]) => x < FRAME[1]![0]) &&
      outline.some(([, y]) => y > FRAME[0]![1]) &&
      outline.some(([, y]) => y < FRAME[2]![1]),
  );
  const parts = boxed.flatMap((outline) =>
    intersection([outline] as unknown as Geom, [FRAME] as unknown as Geom).flat(),
  ) as unknown as Point[][];
  return parts
    .filter((ring) => span(ring) > least * FINE)
    .map((ring) => path(thinned(ring), true))
    .join('');
}

const span = (ring: Line): number =>
  Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x));

/** Leaves out what is nearer than half a pixel to the last point. */
function thinned(line: Line): Line {
  const kept: Point[] = [];
  for (const [k, point] of line.entries()) {
    const last = kept.at(-1);
    const near = last && Math.hypot(point[0] - last[0], point[1] - last[1]) < FINE * 0.8;
    if (!near || k === line.length - 1) kept.push(point);
  }
  return kept;
}

const inFrame = (line: Line): boolean =>
  line.some(
    ([x, y]) => x > FRAME[0]![0] && x < FRAME[1]![0] && y > FRAME[0]![1] && y < FRAME[2]![1],
  );

function open(of: readonly Line[]): string {
  return of
    .map((line) => line.map(placed))
    .filter(inFrame)
    .map((line) => path(thinned(line), false))
    .join('');
}

interface Flow {
  readonly own: boolean;
  readonly width: number;
  readonly d: string;
  readonly line: Line;
}

/** k TEU a half-year that each link carried overland at the start, and the share through Kazakhstan. */
function startFreight(
  network: Omit<NetworkSpec, 'paths'>,
  paths: readonly PathSpec[],
): ReadonlyMap<string, { boxes: number; through: number }> {
  const own = new Set(network.links.filter(({ owner }) => owner === 'KZ').map(({ id }) => id));
  const freight = new Map<string, { boxes: number; through: number }>();
  for (const pair of network.pairs) {
    for (const [corridor, observed] of Object.entries(pair.observed)) {
      const ways = paths.filter((path) => path.od === pair.id && path.corridor === corridor);
      if (corridor === 'sea') continue;
      for (const { links } of ways) {
        const boxes = (observed ?? 0) / ways.length;
        const through = links.some((id) => own.has(id)) ? boxes : 0;
        for (const id of links) {
          const sum = freight.get(id) ?? { boxes: 0, through: 0 };
          freight.set(id, { boxes: sum.boxes + boxes, through: sum.through + through });
        }
      }
    }
  }
  return freight;
}

/** Share of a flow from which it counts as one through Kazakhstan. */
const GOOD_PART = 0.1;

/** Flows of the start by width, the widest last; own = a good part goes through Kazakhstan. */
function flows(): Flow[] {
  const network = read<Omit<NetworkSpec, 'paths'>>('../worlds/eurasia/network.json');
  const { paths } = read<{ readonly paths: readonly PathSpec[] }>('../worlds/eurasia/paths.json');
  const freight = startFreight(network, paths);
  return network.links
    .filter((link) => link.mode === 'rail' || link.mode === 'gauge' || link.mode === 'ferry')
    .map(({ id }) => {
      const { boxes, through } = freight.get(id) ?? { boxes: 0, through: 0 };
      return {
        own: through >= boxes * GOOD_PART,
        boxes,
        line: (sheet.links[id] ?? []).map(placed),
      };
    })
    .filter(({ boxes, line }) => boxes > 0.5 && inFrame(line))
    .map(({ own, boxes, line }) => ({
      own,
      width: Math.round(Math.min(9, Math.max(1.15, 0.85 * Math.sqrt(boxes))) * 10) / 10,
      d: path(line, false),
      line,
    }))
    .sort((a, b) => Number(a.own) - Number(b.own) || a.width - b.width);
}

/** The bars along the sides of the frame. */
function bars(): string {
  const { width, height } = SIZE;
  let text = '';
  for (let x = 10; x < width - 20; x += 48) text += `M${x} 3h24M${x + 24} ${height - 3}h24`;
  for (let y = 10; y < height - 20; y += 48) text += `M3 ${y}v24M${width - 3} ${y + 24}v24`;
  return text;
}

/** Open arrowheads against the line's direction of writing: boxes go west. */
function chevrons(of: readonly Flow[]): string {
  let text = '';
  for (const { width, line } of of) {
    if (width < 4) continue;
    let left = 30 * FINE;
    for (let k = 1; k < line.length; k++) {
      const [a, b] = [line[k - 1] as Point, line[k] as Point];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (left > length) {
        left -= length;
        continue;
      }
      const [x, y] = [
        a[0] + ((b[0] - a[0]) * left) / length,
        a[1] + ((b[1] - a[1]) * left) / length,
      ];
      const turn = Math.atan2(b[1] - a[1], b[0] - a[0]);
      const size = width * 0.3 * FINE;
      const wing = (side: number): string =>
        `${Math.round(x - size * Math.cos(turn + side))} ${Math.round(y - size * Math.sin(turn + side))}`;
      text += `M${wing(0.8)}L${Math.round(x)} ${Math.round(y)} ${wing(-0.8)}`;
      left = 64 * FINE;
    }
  }
  return text;
}

/** Plates with two bars where the gauge of the rails changes. */
function gaugeBreaks(colours: Colours): string {
  const breaks = ['dostyk', 'khorgos', 'zabaykalsk', 'akhalkalaki', 'gorgan'];
  return breaks
    .map((id) => {
      const [x, y] = placed(sheet.nodes[id] ?? [0, 0]);
      return (
        `<g transform="translate(${x} ${y}) rotate(${id === 'zabaykalsk' || id === 'akhalkalaki' ? -40 : 20})">` +
        `<rect x="-17" y="-26" width="34" height="52" rx="8" fill="${colours.paper?.value}" stroke="${colours.ink?.value}" stroke-width="4.4"/>` +
        `<path d="M-6-14v28M6-14v28" stroke="${colours.ink?.value}" stroke-width="4.8"/></g>`
      );
    })
    .join('');
}

function picture(colours: Colours, dark: boolean): string {
  const c = (name: string): string => colours[name]?.value ?? '#000';
  const u = (pixels: number): number => Math.round(pixels * FINE * 100) / 100;
  const land = area(geography.land, 1.5);
  const powers = ['EU', 'CN', 'RU', 'KZ'];
  const areas = powers.map((p) => `<path id="${p}" d="${area(geography.powers[p] ?? [], 1.5)}"/>`);
  const strength = dark ? 1.3 : 1;
  const ribbons = powers.map((p) => {
    const own = p === 'KZ';
    const colour = c(`power-${p.toLowerCase()}`);
    const stroke = (width: number, share: number): string =>
      `<use href="#${p}" stroke="${colour}" stroke-width="${u(width * 2)}" opacity="${(share * strength).toFixed(2)}"/>`;
    return `<g clip-path="url(#in${p})">${own ? stroke(11, 0.3) + stroke(4.4, 0.5) : stroke(8.5, 0.2) + stroke(3, 0.3)}</g>`;
  });
  const water = [...WATER_LINES.entries()]
    .reverse()
    .map(
      ([k, off]) =>
        `<use href="#land" stroke="${c('sea-line')}" opacity="${(1 - k * 0.17).toFixed(2)}" stroke-width="${u(off * 2 + 0.8)}"/>` +
        `<use href="#land" stroke="${c('sea')}" stroke-width="${u(off * 2 - 0.8)}"/>`,
    );
  const hatched = area(Object.values(geography.disputed).flat());
  const drawn = flows();
  const freight = drawn.flatMap(({ own, width, d }) =>
    own
      ? [
          `<path d="${d}" stroke="${c('land-own')}" stroke-width="${u(width + 1.8)}"/>`,
          `<path d="${d}" stroke="${c('flow')}" stroke-width="${u(width)}"/>`,
        ]
      : [
          `<path d="${d}" stroke="${c('flow')}" stroke-width="${u(width + 0.7)}"/>`,
          `<path d="${d}" stroke="${c('flow-other')}" stroke-width="${u(Math.max(0.6, width - 1.1))}"/>`,
        ],
  );
  const rails = open(
    Object.entries(sheet.links)
      .filter(([id]) => !/--(oil|gas|road)$/.test(id) && !/suez|lianyungang--bandar/.test(id))
      .map(([, line]) => line),
  );
  const ends = Object.entries(sheet.nodes)
    .filter(([id]) =>
      /^(moscow|astana|almaty|urumqi|lanzhou|warsaw|baku|yekaterinburg|novosibirsk|irkutsk|xian)$/.test(
        id,
      ),
    )
    .map(([, point]) => placed(point))
    .map(([x, y]) => `M${x} ${y}h0`)
    .join('');
  const { width, height } = SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<defs><path id="land" d="${land}"/>${areas.join('')}`,
    ...powers.map(
      (p) => `<clipPath id="in${p}"><use href="#${p}" clip-rule="evenodd"/></clipPath>`,
    ),
    `<pattern id="h" width="${u(4)}" height="${u(4)}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v${u(4)}" stroke="${c('ink-2')}" stroke-width="${u(1.2)}"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="${c('sea')}"/>`,
    `<g transform="scale(${1 / FINE})" fill="none" fill-rule="evenodd" clip-rule="evenodd" stroke-linejoin="round" stroke-linecap="round">`,
    ...water,
    `<use href="#land" fill="${c('land')}"/><use href="#KZ" fill="${c('land-own')}"/>`,
    `<path d="${open(sheet.graticule)}" stroke="${c('ink-2')}" stroke-width="${u(0.6)}" opacity=".14"/>`,
    ...ribbons,
    `<path d="${open(geography.borders.map((n) => lines[n] ?? []))}" stroke="${c('ink-2')}" stroke-width="${u(0.7)}" stroke-dasharray="${[2.6, 1.4, 0.8, 1.4].map(u).join(' ')}" opacity=".7"/>`,
    `<path d="${hatched}" fill="${c('land')}"/><path d="${hatched}" fill="url(#h)" opacity=".6"/>`,
    `<use href="#KZ" stroke="${c('ink')}" stroke-width="${u(0.9)}" opacity=".8"/>`,
    `<path d="${open(sheet.rivers)}" stroke="${c('coast')}" stroke-width="${u(0.6)}" opacity=".55"/>`,
    `<path d="${sheet.lakes.map((l) => path(l.map(placed), true)).join('')}" fill="${c('sea')}" stroke="${c('coast')}" stroke-width="${u(0.7)}"/>`,
    `<path d="${open(geography.coast.map((n) => lines[n] ?? []))}" stroke="${c('coast')}" stroke-width="${u(0.9)}"/>`,
    `<path d="${rails}" stroke="${c('ink-2')}" stroke-width="${u(0.9)}" opacity=".55"/>`,
    ...freight,
    `<path d="${chevrons(drawn.filter(({ own }) => own))}" stroke="${c('land-own')}" stroke-width="${u(1.1)}"/>`,
    gaugeBreaks(colours),
    `<path d="${ends}" stroke="${c('ink')}" stroke-width="${u(5)}"/><path d="${ends}" stroke="${c('paper')}" stroke-width="${u(2.8)}"/>`,
    '</g>',
    `<path d="M5.5 5.5h${width - 11}v${height - 11}H5.5z" fill="none" stroke="${c('ink')}"/>`,
    `<path d="M2.75 2.75h${width - 5.5}v${height - 5.5}H2.75z" fill="none" stroke="${c('paper')}" stroke-width="4.5"/>`,
    `<path d="${bars()}" stroke="${c('ink-2')}" stroke-width="2.6"/></svg>\n`,
  ].join('');
}

const tokens = read<{ readonly color: { readonly light: Colours; readonly dark: Colours } }>(
  '../look/tokens.json',
);
const check = process.argv.includes('--check');
for (const theme of ['light', 'dark'] as const) {
  const svg = picture(tokens.color[theme], theme === 'dark');
  const name = `front-${theme}.svg`;
  const file = new URL(name, import.meta.url);
  if (!check) {
    writeFileSync(file, svg);
    console.log(`${name}: ${svg.length} bytes, ${brotliCompressSync(svg).length} packed`);
  } else if (readFileSync(file, 'utf8') !== svg) {
    console.log(`${name} differs`);
    process.exitCode = 1;
  }
}
