import type { Content } from '../../../shared/core/content.ts';
import { drawnIn } from '../../../shared/events/drawn.ts';
import { type LegalOrder, type Resolution, resolveNumbers } from '../../../shared/game/resolve.ts';
import { lesson, type Values } from '../economy/variant.ts';

/** The lesson without some of its events. */
export function without(...ids: readonly string[]): Content {
  return { ...lesson, events: lesson.events.filter((e) => !ids.includes(e.id)) };
}

export function start(words: Values = {}): Float64Array {
  const num = lesson.start.slice();
  for (const [pattern, value] of Object.entries(words)) {
    for (const at of lesson.layout.entries(pattern)) num[at] = value;
  }
  return num;
}

export interface Course {
  readonly states: readonly Float64Array[];
  /** Keys of the news, by round. */
  readonly news: readonly (readonly string[])[];
}

/** Some rounds of the lesson from one of them on, with orders by round. */
export function course(
  content: Content,
  from: number,
  rounds: number,
  words: Values = {},
  orders: readonly (readonly LegalOrder[])[] = [],
  seed?: number,
): Course {
  const states: Float64Array[] = [];
  const news: string[][] = [];
  let num = start(words);
  for (let r = 0; r < rounds; r += 1) {
    const done: Resolution = resolveNumbers(content, num, from + r, orders[r] ?? [], {
      ...(seed === undefined ? {} : { seed }),
    });
    num = done.num;
    states.push(num);
    news.push(done.news.map((n) => n.key));
  }
  return { states, news };
}

export function read(num: Float64Array | undefined, label: string): number {
  return (num as Float64Array)[lesson.layout.find(label)] as number;
}

/** A seed whose draw of a round brings an event, one way or the other. */
export function seedFor(id: string, round: number, up: boolean): number {
  for (let seed = 1; seed < 2000; seed += 1) {
    const drawn = drawnIn(lesson, seed, round, lesson.start);
    if (drawn?.event.id === id && drawn.up === up) return seed;
  }
  throw new Error(`no seed brings ${id}`);
}

/** A seed under which nothing is drawn in any round. */
export function quietSeed(): number {
  for (let seed = 1; seed < 2000; seed += 1) {
    if (lesson.halves.every((_, round) => drawnIn(lesson, seed, round, lesson.start) === null))
      return seed;
  }
  throw new Error('no quiet seed');
}
