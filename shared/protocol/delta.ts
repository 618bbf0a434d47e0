/**
 * The difference of two JSON values, small enough to be sent after every change.
 *
 *   [0, value]                        put this value here
 *   [1, {key: delta}, [gone…]]        object: patch these keys, take these away
 *   [2, length, [gap…], [value…]]     array of scalars: entries replaced, positions as gaps
 *   [3, length, [gap…], [delta…]]     array: entries patched, positions as gaps
 *
 * A gap is the distance to the previous changed position less one, so that runs become zeros,
 * which pack well. Arrays grow and shrink at their end.
 */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export type Delta =
  | readonly [0, Json]
  | readonly [1, { readonly [key: string]: Delta }, readonly string[]]
  | readonly [2, number, readonly number[], readonly Json[]]
  | readonly [3, number, readonly number[], readonly Delta[]];

const isArray = (x: Json): x is readonly Json[] => Array.isArray(x);
const isObject = (x: Json): x is { readonly [key: string]: Json } =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
const isScalar = (x: Json): boolean => typeof x !== 'object' || x === null;

/** What turns `from` into `to`; null when nothing does, because they are equal. */
export function diff(from: Json, to: Json): Delta | null {
  if (from === to) return null;
  if (isArray(from) && isArray(to)) return diffArrays(from, to);
  if (isObject(from) && isObject(to)) return diffObjects(from, to);
  return [0, to];
}

function diffObjects(
  from: { readonly [key: string]: Json },
  to: { readonly [key: string]: Json },
): Delta | null {
  const patch: [string, Delta][] = [];
  for (const key of Object.keys(to)) {
    const value = to[key] as Json;
    const change = Object.hasOwn(from, key)
      ? diff(from[key] as Json, value)
      : ([0, value] as const);
    if (change) patch.push([key, change]);
  }
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  if (patch.length === 0 && gone.length === 0) return null;
  // `fromEntries` defines own properties, also for a key such as `__proto__`.
  return [1, Object.fromEntries(patch), gone];
}

function diffArrays(from: readonly Json[], to: readonly Json[]): Delta | null {
  const changes: { at: number; change: Delta }[] = [];
  for (let i = 0; i < to.length; i += 1) {
    const value = to[i] as Json;
    const change = i < from.length ? diff(from[i] as Json, value) : ([0, value] as const);
    if (change) changes.push({ at: i, change });
  }
  if (changes.length === 0 && from.length === to.length) return null;
  let last = -1;
  const gaps = changes.map(({ at }) => {
    const gap = at - last - 1;
    last = at;
    return gap;
  });
  const plain = changes.every(({ change }) => change[0] === 0);
  if (plain && to.every(isScalar)) {
    return [2, to.length, gaps, changes.map(({ change }) => change[1] as Json)];
  }
  return [3, to.length, gaps, changes.map(({ change }) => change)];
}

/** @throws Error when the delta does not belong to this value: the receiver then asks for the whole */
export function apply(from: Json, delta: Delta | null): Json {
  if (delta === null) return from;
  switch (delta[0]) {
    case 0:
      return delta[1];
    case 1: {
      if (!isObject(from)) throw new Error('delta of an object for something else');
      const gone = new Set(delta[2]);
      const entries = new Map(Object.entries(from).filter(([key]) => !gone.has(key)));
      for (const [key, change] of Object.entries(delta[1])) {
        entries.set(key, apply(entries.get(key) ?? null, change));
      }
      return Object.fromEntries(entries);
    }
    case 2:
    case 3: {
      if (!isArray(from)) throw new Error('delta of an array for something else');
      const result: Json[] = from.slice(0, delta[1]);
      let at = -1;
      for (let i = 0; i < delta[2].length; i += 1) {
        at += (delta[2][i] as number) + 1;
        const change: Delta = delta[0] === 2 ? [0, delta[3][i] as Json] : (delta[3][i] as Delta);
        result[at] = apply(result[at] ?? null, change);
      }
      if (result.length !== delta[1]) throw new Error('delta of an array of another length');
      return result;
    }
    default:
      throw new Error('unknown kind of delta');
  }
}
