import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSources, root } from './sources.ts';

const LINES = 400;

/** Files that may be longer for now. It may only shrink. */
const LONGER: readonly string[] = [];

const sources = readSources(['shared', 'server', 'client', 'tests', 'assets']);

it(`no source file passes ${LINES} lines`, () => {
  const long = sources
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ path, lines }) => lines > LINES && !LONGER.includes(path))
    .map(({ path, lines }) => `${path}: ${lines} lines, it is asking to be two`);
  expect(long).toEqual([]);
});

it('no file or folder is named after nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|stuff)(\.|\/|$)/;
  expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
});

it('no work is left behind as a note', () => {
  const left = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        /\b(TO-?DO|FIX-?ME|X{3}|HAC[K])\b/.test(line)
          ? [`${path}:${index + 1} ${line.trim()}`]
          : [],
      ),
  );
  expect(left).toEqual([]);
});

it('no page and no style sheet asks another host', () => {
  const pages = globSync('client/**/*.{html,css}', { cwd: root });
  const foreign = pages.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(/(?:src|href|url\()\s*=?\s*["']?(https?:)?\/\/[^"')\s]+/g)].map(
      ([hit]) => `${path}: ${hit}`,
    );
  });
  expect(foreign).toEqual([]);
});

it('pages carry no script or style of their own, which the security policy would refuse', () => {
  const inline = globSync('client/*.html', { cwd: root }).filter((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return /<script(?![^>]*\ssrc=)[^>]*>|\son\w+=/.test(text);
  });
  expect(inline).toEqual([]);
});

it('every dependency is pinned to one version', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];
  const loose = groups
    .flatMap((group) => Object.entries<string>(manifest[group] ?? {}))
    .filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version}`);
  expect(loose).toEqual([]);
});
