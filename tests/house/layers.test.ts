import { expect, describe as group, it } from 'vitest';
import { cycles, describe, loadedWith, violations } from './graph.ts';
import { impurities } from './purity.ts';
import { exists, parseSource, readSources } from './sources.ts';

const sources = readSources(['shared', 'server', 'client', 'tests', 'assets']);

group('the layers', () => {
  it('import only along the arrows of ARCHITECTURE.md', () => {
    expect(violations(sources)).toEqual([]);
  });

  it('have no cycle', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('import existing files by their full name', () => {
    const missing = sources
      .flatMap(({ imports }) => imports)
      .filter(({ target }) => target !== undefined && !(/\.\w+$/.test(target) && exists(target)))
      .map(describe);
    expect(missing).toEqual([]);
  });

  it('keep the map engine away from the front page', () => {
    const entries = sources
      .map(({ path }) => path)
      .filter((path) => path.startsWith('client/pages/front/'));
    const heavy = [...loadedWith(entries, sources)].flatMap(([path, imports]) => [
      ...(path.startsWith('client/map/') ? [`the front page loads ${path}`] : []),
      ...imports.filter(({ specifier }) => specifier.startsWith('phaser')).map(describe),
    ]);
    expect(heavy).toEqual([]);
  });

  it('keep the rules free of clock, chance, locale, page and process', () => {
    const shared = sources.filter(({ path }) => path.startsWith('shared/'));
    expect(shared.flatMap(impurities)).toEqual([]);
  });
});

group('the watch over the layers', () => {
  const judged = (path: string, text: string) => violations([parseSource(path, text)]);

  it.each([
    ['shared/core/a.ts', "import '../game/b.ts';"],
    ['shared/systems/a.ts', "export * from '../orders/b.ts';"],
    ['shared/systems/a.ts', "import type { B } from '../game/b.ts';"],
    ['shared/bots/a.ts', "import { b } from '../systems/b.ts';"],
    ['shared/game/a.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/game/a.ts', "const b = import('../../server/b.ts');"],
    ['shared/core/a.ts', 'const b = import(name);'],
    ['shared/game/a.ts', "import jsep from 'jsep';"],
    ['client/a.ts', "import jsep from 'jsep';"],
    ['shared/loose.ts', 'export const a = 1;'],
    ['client/a.ts', "import '../server/b.ts';"],
    ['client/a.ts', "import express from 'express';"],
    ['client/pages/front/a.ts', "import Phaser from 'phaser';"],
    ['server/a.ts', "import { b } from '../client/b.ts';"],
    ['server/a.ts', "import { h } from 'preact';"],
    ['server/a.ts', "import { b } from '../tests/b.ts';"],
  ])('refuses %s with %s', (path, text) => {
    expect(judged(path, text)).toHaveLength(1);
  });

  it.each([
    ['shared/game/a.ts', "import '../systems/b.ts'; import * as v from 'valibot';"],
    ['shared/systems/scoring/a.ts', "import jsep from 'jsep';"],
    ['server/a.ts', "import '../shared/game/b.ts'; import 'node:fs';"],
    ['client/map/a.ts', "import Phaser from 'phaser'; import '../../shared/core/b.ts';"],
    ['client/i18n/a.ts', "import en from '../../assets/locales/en/game.json';"],
    ['tests/server/a.ts', "import '../../client/b.ts'; import '../../package.json';"],
  ])('accepts %s with %s', (path, text) => {
    expect(judged(path, text)).toEqual([]);
  });

  it('sees a cycle through a re-export of types', () => {
    const knot = [
      parseSource('shared/core/a.ts', "import { b } from './b.ts';"),
      parseSource('shared/core/b.ts', "export type { A } from './a.ts';"),
    ];
    expect(cycles(knot)).toEqual(['shared/core/a.ts → shared/core/b.ts → shared/core/a.ts']);
  });

  it.each([
    'Math.random()',
    'Math["exp"](1)',
    'Math[name](1)',
    'const { pow } = Math;',
    'const y = x ** 2;',
    'y **= 2;',
    'new Date()',
    'type Born = { at: Date };',
    'x.toLocaleString()',
    'names.sort((a, b) => a.localeCompare(b))',
    'new Intl.NumberFormat()',
    'process.env.SEED',
    'globalThis.crypto',
    'structuredClone(state)',
    'declare const document: unknown;',
    'async function load() {}',
  ])('sees that rules may not hold: %s', (text) => {
    expect(impurities(parseSource('shared/core/a.ts', text))).not.toEqual([]);
  });

  it.each([
    'Math.max(Math.abs(x), Math.sqrt(y))',
    'const process = (x: number) => x; process(1);',
    'export function move({ location }: { location: number }) { return location; }',
    'const row = { Date: 1, history: 2 }; row.Date;',
    'type Row = { document: string };',
  ])('lets the rules say: %s', (text) => {
    expect(impurities(parseSource('shared/core/a.ts', text))).toEqual([]);
  });
});
