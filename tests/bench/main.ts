import { order } from './order.ts';
import { resolve } from './resolve.ts';
import { weight } from './weight.ts';
import { wire } from './wire.ts';

/** `npm run --silent bench -- [name …] [--json]`: measures, never judges. No test depends on it. */

const BENCHES: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>> = {
  resolve,
  weight,
  wire,
  order,
};

const args = process.argv.slice(2);
const json = args.includes('--json');
const names = args.filter((a) => a !== '--json');
const wrong = names.find((n) => !(n in BENCHES));
if (wrong !== undefined) {
  process.stderr.write(
    `There is no benchmark ${wrong}; there are ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(1);
}

const result: Record<string, Readonly<Record<string, number>>> = {};
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  const figures = await (BENCHES[name] as () => Promise<Readonly<Record<string, number>>>)();
  result[name] = figures;
  if (json) continue;
  process.stdout.write(`${name}\n`);
  for (const [key, value] of Object.entries(figures)) {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(4);
    process.stdout.write(`  ${key.padEnd(24)}${shown}\n`);
  }
}
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
