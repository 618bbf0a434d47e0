import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASSETS, contentOf, filesOf } from '../../../server/content.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { loadContent } from '../../../shared/scenarios/load.ts';
import { assemble, partsOf } from '../../../shared/scenarios/parts.ts';

const files = filesOf('lesson');
const names = Object.keys(files);

/** The lesson as a page loads it: its files come in any order. */
function arrived(order: readonly string[]) {
  const parts = order.map((part) => [
    part,
    JSON.parse(readFileSync(join(ASSETS, files[part] as string), 'utf8')),
  ]);
  return assemble(Object.fromEntries(parts));
}

it('is the same content in whatever order its files come', () => {
  const server = contentOf('lesson');
  const turned = names.map((_, i) => [...names.slice(i), ...names.slice(0, i)]);
  for (const order of [[...names].reverse(), ...turned]) {
    const page = loadContent(arrived(order));
    expect(page.start, order.join()).toEqual(server.start);
    expect(page.coefficients).toEqual(server.coefficients);
    expect(page.version).toBe(server.version);
  }
});

describe('the parts of a scenario', () => {
  const paths = [
    'scenarios/own/assumptions/trade.json',
    'scenarios/own/scenario.json',
    'scenarios/owner/network.json',
    'worlds/wide/assumptions/economy.json',
    'worlds/wide/assumptions/trade.json',
    'worlds/wide/network.json',
    'worlds/wide/record.json',
    'worlds/wider/drivers.json',
  ];

  it('are its own where it has them, else those of its world', () => {
    expect(partsOf('own', 'wide', paths)).toEqual({
      'assumptions/economy': 'worlds/wide/assumptions/economy.json',
      'assumptions/trade': 'scenarios/own/assumptions/trade.json',
      network: 'worlds/wide/network.json',
      scenario: 'scenarios/own/scenario.json',
    });
  });

  it('are its own alone where it names no world', () => {
    expect(Object.keys(partsOf('own', null, paths))).toEqual(['assumptions/trade', 'scenario']);
  });
});

describe('two scenarios of one world', () => {
  it('are the same history as long as both last', () => {
    const [short, long] = [contentOf('lesson'), contentOf('crossroads')];
    expect(long.halves.slice(0, short.halves.length)).toEqual(short.halves);
    let a: Float64Array = short.start;
    let b: Float64Array = long.start;
    short.halves.forEach((half, round) => {
      a = resolveNumbers(short, a, round, short.history[round] ?? [], { free: true }).num;
      b = resolveNumbers(long, b, round, long.history[round] ?? [], { free: true }).num;
      const apart = a.findIndex((x, i) => x !== b[i]);
      expect(short.layout.label[apart], half).toBeUndefined();
    });
  });
});
