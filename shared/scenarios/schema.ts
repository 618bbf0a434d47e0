import * as v from 'valibot';
import { CORRIDORS, DEPTHS, POWERS } from '../core/powers.ts';

/** Schemas of the content files. What crosses files (references, sums) is checked in `check.ts`. */

const power = v.picklist(POWERS);
const text = v.pipe(v.string(), v.minLength(1));
const half = v.pipe(v.string(), v.regex(/^\d{4}H[12]$/));
const finite = v.pipe(v.number(), v.finite());

const indicator = v.object({
  id: text,
  word: text,
  depth: v.optional(v.picklist(DEPTHS), 'intro'),
  good: v.picklist([1, -1] as const),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  scale: finite,
  step: v.pipe(finite, v.minValue(1e-6)),
  unit: text,
  icon: text,
});

const limits = v.object({
  orders: v.number(),
  extra: v.optional(v.number(), 0),
  hand: v.number(),
  params: v.number(),
  proposals: v.number(),
});

export const scenarioSchema = v.object({
  id: text,
  version: text,
  /** World whose files count where the scenario has none of its own. */
  world: v.optional(v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/))),
  base: half,
  halves: v.pipe(v.array(half), v.minLength(1)),
  /** Events of the one draw of a round that this scenario knows. */
  draws: v.array(text),
  limits: v.object({ intro: limits, standard: limits, expert: limits }),
  envelope: v.object({ KZ: finite, RU: finite, CN: finite, EU: finite }),
  objectives: v.array(
    v.object({
      id: text,
      power,
      weight: v.pipe(finite, v.minValue(1), v.maxValue(100)),
      formula: text,
      unit: v.pipe(finite, v.minValue(1e-6)),
    }),
  ),
});

const named = v.object({
  kind: text,
  params: v.optional(v.record(v.string(), v.union([v.string(), finite]))),
});

export const secretsSchema = v.array(
  v.object({
    id: text,
    power,
    depth: v.picklist(['standard', 'expert'] as const),
    met: text,
    helps: v.optional(v.array(named)),
    harms: v.optional(v.array(named)),
  }),
);

export const indicatorsSchema = v.object({
  KZ: v.array(indicator),
  RU: v.array(indicator),
  CN: v.array(indicator),
  EU: v.array(indicator),
  shared: v.array(indicator),
});

export const historySchema = v.record(
  half,
  v.array(
    v.object({
      power,
      kind: text,
      params: v.record(v.string(), v.union([v.string(), finite])),
    }),
  ),
);

const assumption = v.object({
  value: finite,
  range: v.tuple([finite, finite]),
  reason: text,
  source: v.optional(v.string()),
});

export const assumptionsSchema = v.object({
  start: v.optional(v.record(text, assumption), {}),
  coefficients: v.optional(v.record(text, assumption), {}),
});

const effects = v.array(
  v.object({
    word: text,
    delta: finite,
    relative: v.optional(v.boolean()),
    by: v.optional(text),
    known: v.optional(text),
  }),
);

export const cardsSchema = v.object({
  deck: v.array(v.object({ id: text, node: v.optional(text), effects })),
  words: v.record(text, v.pipe(finite, v.minValue(0))),
});

export const eventsSchema = v.array(
  v.object({
    id: text,
    kind: v.optional(
      v.picklist(['dated', 'conditional', 'queue', 'drawn', 'mechanism'] as const),
      'dated',
    ),
    half,
    node: v.optional(text),
    when: v.optional(
      v.array(v.object({ word: text, least: v.optional(finite), most: v.optional(finite) })),
    ),
    flag: v.optional(text),
    rounds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    pairs: v.optional(v.record(text, v.tuple([power, power]))),
    shock: v.optional(text),
    odds: v.optional(v.picklist(['terms'] as const)),
    rumoured: v.optional(v.boolean()),
    effects,
  }),
);

export const driversSchema = v.object({
  /** Half-year of the first figure of each series. */
  first: half,
  base: v.record(text, finite),
  rounds: v.record(text, v.array(finite)),
});

export const residualsSchema = v.object({ rounds: v.record(text, v.array(finite)) });

const node = v.object({
  id: text,
  name: text,
  country: text,
  type: v.picklist(['city', 'port', 'crossing', 'junction', 'field'] as const),
  lat: finite,
  lon: finite,
  gaugeBreak: v.optional(v.boolean()),
  handling: v.optional(finite),
  capacity: v.optional(finite),
  background: v.optional(finite),
  widenBy: v.optional(v.array(power)),
});

const link = v.object({
  id: text,
  from: text,
  to: text,
  mode: v.picklist(['rail', 'gauge', 'road', 'sea', 'ferry', 'oil', 'gas'] as const),
  km: finite,
  days: finite,
  owner: text,
  opened: v.nullable(half),
  rate: v.optional(finite),
});

const project = v.object({
  id: text,
  links: v.array(text),
  nodes: v.array(v.object({ id: text, trains: finite })),
  cost: finite,
  rounds: finite,
  absorb: finite,
  done: v.pipe(finite, v.minValue(0), v.maxValue(1)),
  opens: v.nullable(half),
  powers: v.array(power),
  quality: finite,
  place: text,
  lines: v.optional(v.array(v.object({ id: text, mt: finite }))),
  stake: v.optional(finite),
});

export const networkSchema = v.object({
  nodes: v.array(node),
  links: v.array(link),
  pairs: v.optional(
    v.array(
      v.object({
        id: text,
        from: text,
        to: text,
        demand: finite,
        europe: v.boolean(),
        observed: v.record(v.picklist(CORRIDORS), finite),
      }),
    ),
    [],
  ),
  lines: v.optional(
    v.array(
      v.object({
        id: text,
        power,
        market: v.picklist(['RU', 'CN', 'EU'] as const),
        capacity: v.array(v.object({ from: half, mt: finite })),
        tariff: finite,
        links: v.array(text),
        volume: finite,
        exit: v.picklist(['RU', 'CN', 'AZ'] as const),
      }),
    ),
    [],
  ),
  gas: v.optional(
    v.array(
      v.object({
        market: v.picklist(['CN', 'EU'] as const),
        capacity: v.array(v.object({ from: half, mt: finite })),
        links: v.array(text),
        source: v.optional(text),
      }),
    ),
    [],
  ),
  projects: v.optional(v.array(project), []),
});

export const pathsSchema = v.object({
  paths: v.array(
    v.object({ od: text, corridor: v.picklist(CORRIDORS), links: v.array(text), logSize: finite }),
  ),
});
