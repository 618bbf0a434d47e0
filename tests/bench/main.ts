import { parseArgs } from 'node:util';
import { memory } from './memory.ts';
import { order } from './order.ts';
import { resolve } from './resolve.ts';
import type { Found } from './stats.ts';
import { weight } from './weight.ts';
import { wire } from './wire.ts';

/** `npm run --silent bench -- [name …] [--json]`: measures, never judges. No test depends on it. */

const BENCHES: Readonly<Record<string, () => Promise<Found>>> = {
  resolve,
  memory,
  weight,
  wire,
  order,
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
const result: Record<string, Found['figures']> = {};
for (const name of names) {
  try {
    const { figures, more } = await (BENCHES[name] as () => Promise<Found>)();
    result[name] = Object.fromEntries(
      Object.entries(figures).map(([key, value]) => [key, Number(value.toFixed(4))]),
    );
    if (json) continue;
    process.stdout.write(`${name}\n`);
    for (const [key, value] of Object.entries({ ...figures, ...more })) {
      const shown = Number.isInteger(value) ? String(value) : value.toFixed(4);
      process.stdout.write(`  ${key.padEnd(24)}${shown}\n`);
    }
  } catch (error) {
    fail(`The benchmark ${name} did not end: ${error instanceof Error ? error.message : error}`);
  }
}
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
