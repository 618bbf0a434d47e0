/** What the documents promise exists: commands, files, settings. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'assets/SOURCES.md',
];

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { scripts, version } = JSON.parse(read('package.json'));

describe.each(DOCUMENTS)('%s', (path) => {
  it('names only commands that there are', () => {
    const named = [...read(path).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = [...read(path).matchAll(/\]\(([^)#\s]+)\)/g)].map(([, target]) => String(target));
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    const folder = join(root, path, '..');
    expect(local.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
  });

  it('names only folders and files that there are', () => {
    const named = [...read(path).matchAll(/`((?:shared|server|client|assets|tests)\/[\w./*-]*)`/g)]
      .map(([, target]) => String(target))
      .filter((target) => !/[*<]|study_visit/.test(target));
    expect(named.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });
});

it('README.md lists the settings that the server reads, and no other', () => {
  const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  const used = [...read('server/config.ts').matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name);
  expect([...new Set(rows)].sort()).toEqual([...new Set(used)].sort());
});

it('CHANGELOG.md knows this version', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${version} `);
});
