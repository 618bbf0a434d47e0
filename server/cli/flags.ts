import { parseArgs } from 'node:util';
import { DEPTHS, type Depth } from '../../shared/core/powers.ts';
import { scenarioIds } from '../content.ts';

/** Says in one sentence what is wrong and ends with code 1. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Reads `--name value` pairs and `--json`; prints `use` for `--help`. Every flag has a default. */
export function readFlags<T extends Readonly<Record<string, string>>>(
  use: string,
  defaults: T,
): { readonly [K in keyof T]: string } & { readonly json: boolean } {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      options: {
        ...Object.fromEntries(
          Object.entries(defaults).map(([name, value]) => [
            name,
            { type: 'string' as const, default: value },
          ]),
        ),
        json: { type: 'boolean' as const, default: false },
        help: { type: 'boolean' as const, default: false },
      },
    }));
  } catch (error) {
    return fail(`${(error as Error).message.split(/[.\n]/)[0]}: use ${use}`);
  }
  if (values.help) {
    process.stdout.write(`${use}\n`);
    process.exit(0);
  }
  return values as { readonly [K in keyof T]: string } & { readonly json: boolean };
}

/** A whole number within bounds. */
export function whole(name: string, text: string, least: number, most: number): number {
  const n = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return n >= least && n <= most
    ? n
    : fail(`--${name} wants a whole number from ${least} to ${most}, not "${text}".`);
}

export function knownScenario(id: string): string {
  return scenarioIds().includes(id)
    ? id
    : fail(`There is no scenario "${id}"; there is ${scenarioIds().join(', ')}.`);
}

export function knownDepth(text: string): Depth {
  return (
    DEPTHS.find((d) => d === text) ?? fail(`--depth knows ${DEPTHS.join(', ')}, not "${text}".`)
  );
}
