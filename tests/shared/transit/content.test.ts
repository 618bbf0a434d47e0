import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORRIDORS } from '../../../shared/core/powers.ts';
import { content, read, start } from './scene.ts';

const scripts = join(import.meta.dirname, '../../../assets/worlds');

/** Runs a script of the worlds in its checking mode. @throws Error with its message when stale */
function check(script: string): void {
  execFileSync(process.execPath, [join(scripts, script), 'eurasia', '--check'], { stdio: 'pipe' });
}
const { nodes, links, pairs, paths, lines } = content.network;
const linkOf = new Map(links.map((l) => [l.id, l]));

describe('path sets', () => {
  it('are what the script finds in the network', () => {
    expect(() => check('build-paths.ts')).not.toThrow();
  });

  it('lead from origin to destination without passing a place twice', () => {
    for (const path of paths) {
      const pair = pairs.find((p) => p.id === path.od);
      const seen = new Set([pair?.from]);
      let at = pair?.from;
      for (const id of path.links) {
        const link = linkOf.get(id);
        at = link?.from === at ? link?.to : link?.to === at ? link?.from : undefined;
        expect(at, `${path.od}: ${id}`).toBeDefined();
        expect(seen.has(at), `${path.od} passes ${at} twice`).toBe(false);
        seen.add(at);
      }
      expect(at).toBe(pair?.to);
    }
  });

  it('give each China–Europe pair trunk, Siberia, Caspian, South and sea', () => {
    for (const pair of pairs.filter((p) => p.europe && p.to !== 'istanbul')) {
      const own = new Set(paths.filter((p) => p.od === pair.id).map((p) => p.corridor));
      for (const c of ['trunk', 'siberian', 'caspian', 'south', 'sea'] as const) {
        expect(own.has(c), `${pair.id} ${c}`).toBe(true);
      }
      expect(paths.filter((p) => p.od === pair.id).length).toBeGreaterThanOrEqual(8);
    }
  });

  it('have path-size factors above 0 and at most 1', () => {
    for (const path of paths) {
      expect(path.logSize).toBeLessThanOrEqual(0);
      expect(path.logSize).toBeGreaterThan(Math.log(0.1));
    }
  });

  it('join every place of the network to some link', () => {
    for (const node of nodes) {
      expect(
        links.some((l) => l.from === node.id || l.to === node.id),
        node.id,
      ).toBe(true);
    }
  });
});

describe('start values', () => {
  it('that follow from others are up to date', () => {
    expect(() => check('build-start.ts')).not.toThrow();
  });

  it('agree with the network about capacity and about what is built', () => {
    const num = start();
    for (const n of nodes) expect(read(num, `capacity(${n.id})`)).toBe(n.capacity ?? 0);
    for (const l of links) expect(read(num, `available(${l.id})`)).toBe(l.opened ? 0 : 1);
    for (const p of content.projects) expect(read(num, `progress(${p.id})`)).toBe(p.done);
  });

  it('give the observed boxes by corridor', () => {
    const num = start();
    for (const c of CORRIDORS) {
      if (c === 'sea' || c === 'road') continue;
      const all = c === 'south' || c === 'asia' || c === 'ukraine';
      const seen = pairs
        .filter((p) => all || p.europe)
        .filter((p) => !(c === 'asia' && p.from === 'karaganda') || all)
        .reduce((sum, p) => sum + (p.observed[c] ?? 0), 0);
      expect(read(num, `boxes(${c})`)).toBeCloseTo(seen, 8);
    }
    expect(read(num, 'boxes(KZ)')).toBeCloseTo(3, 8);
  });

  it('place all oil within the capacity of its line', () => {
    const num = start();
    for (const l of lines) {
      expect(read(num, `oil_flow(${l.id})`)).toBeCloseTo(l.volume, 9);
      expect(l.volume).toBeLessThanOrEqual(read(num, `line_capacity(${l.id})`));
    }
  });
});
