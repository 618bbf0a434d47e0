/**
 * A second world, small enough to read: one crossing more than none, three pairs, three rounds. It is
 * made as CONTRIBUTING.md tells an author to make one: a copy of what comes with the program, then
 * its own files over it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ASSETS } from '../../../server/content.ts';

const fixture = join(import.meta.dirname, 'steppe');
const OWN = ['network', 'residuals', 'history', 'events', 'secrets'] as const;

type Json = Record<string, unknown>;

export const readJson = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;

const writeJson = (path: string, data: unknown): void =>
  writeFileSync(path, JSON.stringify(data, null, 1));

/** Ids of everything that a network names. */
function idsOf(network: Json): Set<string> {
  const lists = ['nodes', 'links', 'lines', 'projects'].map((key) => network[key]);
  return new Set((lists as { id: string }[][]).flat().map(({ id }) => id));
}

/** Start values without what stands for places of the other network, and with those of the own. */
function ownStart(start: Json, other: Set<string>, own: Set<string>): Json {
  const stays = (label: string): boolean =>
    (/\((.*)\)/.exec(label)?.[1] ?? '').split(',').every((key) => !other.has(key) || own.has(key));
  return {
    ...Object.fromEntries(Object.entries(start).filter(([label]) => stays(label))),
    ...readJson(join(fixture, 'start.json')),
  };
}

/** Writes the world and its scenario below a new folder. @returns path of `scenario.json` */
export function makeSteppe(): string {
  const root = mkdtempSync(join(tmpdir(), 'steppe-'));
  const world = join(root, 'worlds', 'steppe');
  const scenario = join(root, 'scenarios', 'short');
  mkdirSync(scenario, { recursive: true });
  cpSync(join(ASSETS, 'worlds', 'eurasia'), world, { recursive: true });
  for (const part of OWN) cpSync(join(fixture, `${part}.json`), join(world, `${part}.json`));
  // It has no record, no facilitator's cards and no dilemmas of its own.
  for (const part of ['record', 'cards', 'dilemmas']) rmSync(join(world, `${part}.json`));
  cpSync(join(fixture, 'scenario.json'), join(scenario, 'scenario.json'));
  const transit = join(world, 'assumptions', 'transit.json');
  const before = readJson(transit);
  const eurasia = idsOf(readJson(join(ASSETS, 'worlds', 'eurasia', 'network.json')));
  const own = idsOf(readJson(join(world, 'network.json')));
  writeJson(transit, { ...before, start: ownStart(before.start as Json, eurasia, own) });
  // The way to an author's own paths and start: npm run content.
  const build = join(ASSETS, 'worlds', 'build.ts');
  execFileSync(process.execPath, [build, world], { stdio: 'pipe' });
  return join(scenario, 'scenario.json');
}

/** Folder that holds `scenarios/` and `worlds/`. */
export function rootOf(scenario: string): string {
  return dirname(dirname(dirname(scenario)));
}

/** A copy of the world in which something was changed. @param file below the root */
export function broken(scenario: string, file: string, change: (data: Json) => unknown): string {
  const root = mkdtempSync(join(tmpdir(), 'broken-'));
  cpSync(rootOf(scenario), root, { recursive: true });
  const path = join(root, file);
  const data = readJson(path);
  writeJson(path, change(data) ?? data);
  return join(root, 'scenarios', 'short', 'scenario.json');
}
