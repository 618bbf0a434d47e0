import { isPower, type Power } from '../core/powers.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { NAME_LENGTH, readName } from './names.ts';

/** Names that one list may bear. */
export const MOST_NAMES = 300;
/** Signs of a whole list, far more than so many names with their places. */
export const MOST_LIST = 40_000;

/** A name that is kept for its person, and the place that waits for him. */
export interface RosterEntry {
  readonly name: string;
  /** Number of the world, from 1; null = where he is needed. */
  readonly world: number | null;
  readonly power: Power | null;
}

/** A line that was left out, and why. */
export interface RosterProblem {
  /** From 1, as editors count. */
  readonly line: number;
  readonly refusal: Refusal;
}

export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly problems: readonly RosterProblem[];
}

/** Two names that people would take for one. */
export function alike(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The name, with a number where others bear it already: two persons of one name can be told apart. */
export function distinct(name: string, taken: readonly string[]): string {
  if (!taken.some((other) => alike(other, name))) return name;
  for (let n = 2; ; n += 1) {
    const end = ` ${n}`;
    const numbered =
      [...name]
        .slice(0, NAME_LENGTH - end.length)
        .join('')
        .trimEnd() + end;
    if (!taken.some((other) => alike(other, numbered))) return numbered;
  }
}

/**
 * Reads a pasted list: a name a line, then, if wanted, a world and a power behind tab, comma or
 * semicolon. Blank lines are passed over; a line that cannot be used is left out and named; a name that
 * comes twice gets a number; beyond `MOST_NAMES` the rest is left out and named once.
 */
export function readRoster(text: string, worlds: number): Roster {
  const entries: RosterEntry[] = [];
  const problems: RosterProblem[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [at, typed] of lines.entries()) {
    if (typed.trim() === '') continue;
    const line = at + 1;
    if (entries.length === MOST_NAMES) {
      problems.push({ line, refusal: refuse('rosterLong', { max: MOST_NAMES }) });
      break;
    }
    const [name = '', ...rest] = typed.split(/[\t,;]/);
    const read = readName(name);
    if (!read.ok) {
      problems.push({ line, refusal: read.refusal });
      continue;
    }
    const place = readPlace(rest, worlds);
    if (!place) {
      problems.push({ line, refusal: refuse('rosterPlace', { line, worlds }) });
      continue;
    }
    const taken = entries.map((entry) => entry.name);
    entries.push({ name: distinct(read.name, taken), ...place });
  }
  return { entries, problems };
}

function readPlace(
  fields: readonly string[],
  worlds: number,
): Pick<RosterEntry, 'world' | 'power'> | null {
  let world: number | null = null;
  let power: Power | null = null;
  for (const field of fields.map((f) => f.trim().toUpperCase())) {
    if (field === '') continue;
    if (isPower(field) && power === null) power = field;
    else if (/^\d{1,2}$/.test(field) && world === null) world = Number(field);
    else return null;
  }
  if (world !== null && (world < 1 || world > worlds)) return null;
  return { world, power };
}
