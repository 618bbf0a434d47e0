/** Everything that can be found wrong with a scenario before anybody plays it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Content } from '../../shared/core/content.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { readOrder } from '../../shared/game/rules.ts';
import { orderKind } from '../../shared/orders/index.ts';
import { checkContent } from '../../shared/scenarios/check.ts';
import { ContentError } from '../../shared/scenarios/load.ts';
import { OPTIONAL, PARTS } from '../../shared/scenarios/parts.ts';
import { compileFormula } from '../../shared/systems/scoring/formula.ts';
import { conditionOf } from '../../shared/systems/scoring/secrets.ts';
import { ASSETS, filesOf, readContent } from '../content.ts';
import { missingTexts } from './scenarioTexts.ts';

/** What is wrong: a file as one would open it, the path inside it, the reason. */
export interface Complaint {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

export interface Checked {
  readonly id: string;
  readonly complaints: readonly Complaint[];
  /** What was read, when it could be read. */
  readonly content: Content | null;
}

/** Checks the scenario of a `scenario.json`, of its folder, or of an id that comes with the program. */
export function checkScenario(given: string): Checked {
  const file = scenarioFile(given);
  const folder = dirname(file);
  const id = basename(folder);
  const assets = dirname(dirname(folder));
  const wrong = (at: string, path: string, reason: string): Checked => ({
    id,
    content: null,
    complaints: [{ file: relative(process.cwd(), at) || at, path, reason }],
  });
  if (!existsSync(file)) return wrong(file, '(root)', 'there is no such file');
  if (basename(dirname(folder)) !== 'scenarios') {
    return wrong(folder, '(root)', 'a scenario lies in a folder "scenarios", beside "worlds"');
  }
  let files: Readonly<Record<string, string>>;
  try {
    files = filesOf(id, assets);
  } catch (error) {
    return wrong(file, '(root)', (error as Error).message);
  }
  const place = (part: string): string =>
    join(assets, files[part] ?? `scenarios/${id}/${part}.json`);
  for (const [part, path] of Object.entries(files)) {
    try {
      JSON.parse(readFileSync(join(assets, path), 'utf8'));
    } catch (error) {
      return wrong(place(part), '(root)', (error as Error).message);
    }
  }
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  if (scenario.id !== id) return wrong(file, 'id', `is "${scenario.id}", its folder is "${id}"`);
  const absent = PARTS.find((part) => !(part in files) && !OPTIONAL.includes(part));
  if (absent) {
    const world =
      scenario.world === undefined ? 'it names no world' : `nor has world ${scenario.world}`;
    return wrong(place(absent), '(root)', `the scenario has no such file, and ${world}`);
  }
  let content: Content;
  try {
    content = readContent(id, assets);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return wrong(place(error.file.replace(/\.json$/, '')), error.path, error.reason);
  }
  const found = [
    ...checkContent(content, String(scenario.base)),
    ...checkFormulas(content),
    ...checkHistory(content),
  ];
  // A model that cannot run says why only once all else is well.
  if (found.length === 0) found.push(...checkRun(content));
  if (found.length === 0 && resolve(assets) === resolve(ASSETS))
    found.push(...missingTexts(content));
  const complaints = found.map(({ part, path, reason }) => ({
    file: relative(process.cwd(), place(part)),
    path,
    reason,
  }));
  return { id, complaints, content };
}

/** `lesson`, a folder, or the file itself. */
function scenarioFile(given: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(given) && !existsSync(given)) {
    return join(ASSETS, 'scenarios', given, 'scenario.json');
  }
  return resolve(given.endsWith('.json') ? given : join(given, 'scenario.json'));
}

type Findings = ReturnType<typeof checkContent>[number][];

function checkFormulas(content: Content): Findings {
  const found: Findings = [];
  const attempt = (part: string, path: string, compile: () => unknown): void => {
    try {
      compile();
    } catch (error) {
      found.push({ part, path, reason: (error as Error).message });
    }
  };
  content.objectives.forEach(({ formula }, i) => {
    attempt('scenario', `objectives.${i}.formula`, () => compileFormula(formula, content.layout));
  });
  for (const { id } of content.secrets) attempt('secrets', id, () => conditionOf(content, id));
  return found;
}

/** History is checked for its grammar only: kind, power and settings, not whether the order was wise. */
function checkHistory(content: Content): Findings {
  const found: Findings = [];
  content.history.forEach((orders, round) => {
    orders.forEach((order, i) => {
      const path = `${content.halves[round]}.${i}`;
      const complain = (reason: string) => found.push({ part: 'history', path, reason });
      const kind = orderKind(order.kind);
      if (!kind) complain(`there is no order "${order.kind}"`);
      else if (!kind.by.includes(order.power)) complain(`${order.power} cannot give ${order.kind}`);
      else {
        const read = readOrder(content, order.kind, order.params);
        if ('code' in read) {
          complain(
            `${order.kind} does not take ${JSON.stringify(order.params)}: ${read.params?.param}`,
          );
        }
      }
    });
  });
  return found;
}

/** Plays history through: what the rules ask for must be there, and every number stay in its range. */
function checkRun(content: Content): Findings {
  const { layout, halves, history } = content;
  let num: Float64Array = content.start;
  for (const [round, half] of halves.entries()) {
    try {
      num = resolveNumbers(content, num, round, history[round] ?? [], { free: true, seed: 1 }).num;
    } catch (error) {
      const reason = (error as Error).message;
      const part = /coefficient/.test(reason) ? 'assumptions' : 'network';
      return [{ part, path: '(root)', reason: `the rules cannot run: ${reason}` }];
    }
    const at = num.findIndex(
      (x, i) => !(x >= (layout.min[i] as number) && x <= (layout.max[i] as number)),
    );
    if (at >= 0) {
      const reason = `${layout.label[at]} comes to ${num[at]}, outside its range`;
      return [{ part: 'history', path: half, reason }];
    }
  }
  return [];
}
