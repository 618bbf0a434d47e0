import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { loadContent, type RawScenario } from '../../../shared/scenarios/load.ts';

const folder = resolve(import.meta.dirname, '../../../assets/scenarios/lesson');
const file = (name: string): unknown =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const names = readdirSync(join(folder, 'assumptions')).map((name) => name.replace(/\.json$/, ''));

/** The lesson as a page loads it: its files of assumptions come in any order. */
function arrived(order: readonly string[]): RawScenario {
  const whole = ['scenario', 'network', 'paths', 'drivers', 'residuals', 'history', 'events'];
  return {
    ...Object.fromEntries(whole.map((name) => [name, file(name)])),
    assumptions: Object.fromEntries(order.map((name) => [name, file(`assumptions/${name}`)])),
  } as unknown as RawScenario;
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
