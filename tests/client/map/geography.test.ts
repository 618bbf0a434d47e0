import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { geoConicEqualArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { SHEET, toDegrees, toSheet } from '../../../assets/map/albers.ts';
import { geographyText } from '../../../assets/map/build.ts';
import { frontText, THEMES } from '../../../assets/map/build-front.ts';
import {
  decodeLine,
  encodeLine,
  type Geography,
  isInside,
  type Line,
  type Ring,
  ringLine,
} from '../../../assets/map/geography.ts';
import type { NetworkSpec } from '../../../shared/core/network.ts';

const file = (name: string): string =>
  readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8');
const geography = JSON.parse(file('map/geography.json')) as Geography;
const network = JSON.parse(file('scenarios/lesson/network.json')) as NetworkSpec;
const lines = geography.lines.map(decodeLine);
const outlines = (rings: readonly Ring[]): Line[] => rings.map((ring) => ringLine(lines, ring));

const SIMFEROPOL = toSheet(34.1, 44.95);

describe('the built sheet', () => {
  it('is what its script builds now', () => {
    expect(geographyText() === file('map/geography.json')).toBe(true);
  });

  it.each(THEMES)('has a front picture as its script draws it, %s', (theme) => {
    expect(frontText(theme) === file(`map/front-${theme}.svg`)).toBe(true);
  });

  it('holds no words and stays small', () => {
    expect(file('map/front-light.svg')).not.toMatch(/<(text|title|tspan)/);
    expect(brotliCompressSync(file('map/geography.json')).length).toBeLessThan(60_000);
    expect(brotliCompressSync(file('map/front-light.svg')).length).toBeLessThan(60_000);
  });

  it('draws Simferopol in Ukraine, hatched, and in no power', () => {
    expect(isInside(outlines(geography.ukraine), SIMFEROPOL)).toBe(true);
    expect(isInside(outlines(geography.disputed.crimea ?? []), SIMFEROPOL)).toBe(true);
    for (const rings of Object.values(geography.powers)) {
      expect(isInside(outlines(rings), SIMFEROPOL)).toBe(false);
    }
  });

  it.each([
    ['KZ', 71.4, 51.2],
    ['RU', 37.6, 55.8],
    ['RU', 20.5, 54.7],
    ['CN', 104, 36],
    ['EU', 13.4, 52.5],
    ['EU', -1.5, 52.5],
    ['EU', 16, 45.8],
  ])('has land of %s at %d, %d', (power, lon, lat) => {
    const spot = toSheet(lon, lat);
    const holders = Object.keys(geography.powers).filter((one) =>
      isInside(outlines(geography.powers[one] ?? []), spot),
    );
    expect(holders).toEqual([power]);
    expect(isInside(outlines(geography.land), spot)).toBe(true);
  });

  it('leaves the Caspian to the water', () => {
    expect(isInside(outlines(geography.land), toSheet(51, 41))).toBe(false);
  });

  it('hatches what is disputed and nothing of the middle', () => {
    const hatched = Object.values(geography.disputed).flatMap(outlines);
    expect(isInside(hatched, toSheet(75.5, 34.5))).toBe(true);
    expect(isInside(hatched, toSheet(21, 42.6))).toBe(true);
    expect(isInside(hatched, toSheet(33.6, 35.3))).toBe(true);
    expect(isInside(hatched, toSheet(67, 48))).toBe(false);
  });

  it('has every place of the network on the sheet, where it lies', () => {
    for (const { id, lon, lat } of network.nodes) {
      const [x, y] = geography.nodes[id] ?? [Number.NaN, Number.NaN];
      expect(x > SHEET[0] && x < SHEET[2] && y > SHEET[1] && y < SHEET[3], id).toBe(true);
      const [backLon, backLat] = toDegrees(x, y);
      expect(Math.hypot(backLon - lon, backLat - lat), id).toBeLessThan(0.05);
    }
    expect(Object.keys(geography.nodes)).toHaveLength(network.nodes.length);
  });

  it('has a line for every link, from its first place to its second', () => {
    for (const { id, from, to } of network.links) {
      const line = decodeLine(geography.links[id] ?? '');
      const ends = [line[0], line.at(-1)];
      for (const [k, place] of [from, to].entries()) {
        const [x, y] = geography.nodes[place] ?? [Number.NaN, Number.NaN];
        const [endX, endY] = ends[k] ?? [Number.NaN, Number.NaN];
        expect(Math.hypot(x - endX, y - endY), `${id} at ${place}`).toBeLessThan(0.11);
      }
    }
    expect(Object.keys(geography.links)).toHaveLength(network.links.length);
  });
});

describe('the projection', () => {
  const other = geoConicEqualArea().parallels([34, 55]).rotate([-63, 0]).scale(1).translate([0, 0]);
  const [west, east] = [other([4.2, 51.9]), other([119.4, 34.4])] as [number, number][];
  const scale = 942 / ((east?.[0] ?? 0) - (west?.[0] ?? 0));

  it.each([
    [37.6, 55.8],
    [76.9, 43.3],
    [119.2, 34.6],
    [131.9, 43.1],
    [32.5, 30],
    [-5, 50],
  ])('is Albers with parallels 34° and 55°: %d, %d', (lon, lat) => {
    const [x = 0, y = 0] = other([lon, lat]) ?? [];
    const [sheetX, sheetY] = toSheet(lon, lat);
    expect(sheetX).toBeCloseTo(42 + (x - (west?.[0] ?? 0)) * scale, 6);
    expect(sheetY).toBeCloseTo(45 + (y - (west?.[1] ?? 0)) * scale, 6);
    const [backLon, backLat] = toDegrees(sheetX, sheetY);
    expect(backLon).toBeCloseTo(lon, 9);
    expect(backLat).toBeCloseTo(lat, 9);
  });
});

describe('a line as text', () => {
  it('comes back to a tenth of a unit', () => {
    const line: Line = [
      [12.34, -5.6],
      [12.3, -5.6],
      [700, 433.21],
      [-90, 10],
    ];
    const back = decodeLine(encodeLine(line));
    expect(back).toHaveLength(3);
    for (const [k, [x, y]] of [line[0], line[2], line[3]].map((p) => p ?? [0, 0]).entries()) {
      expect(back[k]?.[0]).toBeCloseTo(x, 0);
      expect(Math.abs((back[k]?.[0] ?? 0) - x)).toBeLessThan(0.051);
      expect(Math.abs((back[k]?.[1] ?? 0) - y)).toBeLessThan(0.051);
    }
  });
});
