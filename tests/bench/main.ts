import { parseArgs } from 'node:util';
import { classes } from './class.ts';
import { memory } from './memory.ts';
import { order } from './order.ts';
import { resolve } from './resolve.ts';
import type { Figures, Found } from './stats.ts';
import { weight } from './weight.ts';
import { wire } from './wire.ts';

/** `npm run --silent bench -- [name …] [--json]`: measures, never judges. No test depends on it. */

const BENCHES: Readonly<Record<string, () => Promise<Found>>> = {
  resolve,
  memory,
  weight,
  wire,
  order,
  class: classes,
};

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function read(): { readonly names: readonly string[]; readonly json: boolean } {
  const known = `${Object.keys(BENCHES).join(', ')} and --json`;
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const wrong = positionals.find((name) => !Object.hasOwn(BENCHES, name));
    if (wrong !== undefined) fail(`There is no benchmark ${wrong}; there are ${known}.`);
    return {
      names: positionals.length > 0 ? positionals : Object.keys(BENCHES),
      json: values.json,
    };
  } catch {
    return fail(`This is not understood; there are ${known}.`);
  }
}

const { names, json } = read();
/** Four decimals, all the way down. */
function rounded(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      typeof value === 'number' ? Number(value.toFixed(4)) : rounded(value),
    ]),
  ) as Figures;
}

function print(figures: Figures, indent: string): void {
  for (const [key, value] of Object.entries(figures)) {
    if (typeof value !== 'number') {
      process.stdout.write(`${indent}${key}\n`);
      print(value, `${indent}  `);
      continue;
    }
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(4);
    process.stdout.write(`${indent}${key.padEnd(24)}${shown}\n`);
  }
}

const result: Record<string, Figures> = {};
for (const name of names) {
  try {
    const { figures, more, as = name } = await (BENCHES[name] as () => Promise<Found>)();
    result[as] = rounded(figures);
    if (json) continue;
    process.stdout.write(`${name}\n`);
    print({ ...figures, ...more }, '  ');
  } catch (error) {
    fail(`The benchmark ${name} did not end: ${error instanceof Error ? error.message : error}`);
  }
}
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
