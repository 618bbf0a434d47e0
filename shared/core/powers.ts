/** The four played powers, in the order used everywhere. */
export const POWERS = ['KZ', 'RU', 'CN', 'EU'] as const;
export type Power = (typeof POWERS)[number];

/** Trading regions: the powers, the rest of Central Asia, the rest of the world. */
export const REGIONS = ['KZ', 'RU', 'CN', 'EU', 'CA', 'RW'] as const;

export const SECTORS = ['energy', 'metals', 'food', 'goods'] as const;

/** Sectors with Armington demand; energy and metals are price takers. */
export const ARMINGTON_SECTORS = ['food', 'goods'] as const;

export const SEGMENTS = ['cities', 'rural', 'north', 'sme', 'exporters', 'officials'] as const;

/** Creditors of the Kazakh state. */
export const CREDITORS = ['CN', 'IFI', 'market'] as const;

/** Corridor classes for which tolls, access, frequency and flows are kept. */
export const CORRIDORS = [
  'trunk',
  'siberian',
  'caspian',
  'south',
  'asia',
  'ukraine',
  'road',
  'sea',
] as const;
export type Corridor = (typeof CORRIDORS)[number];

/** How much a player sees. The rules are the same at every depth. */
export const DEPTHS = ['intro', 'standard', 'expert'] as const;
export type Depth = (typeof DEPTHS)[number];

export function isPower(x: unknown): x is Power {
  return typeof x === 'string' && (POWERS as readonly string[]).includes(x);
}

/** A record over the four powers. */
export function byPower<T>(value: (power: Power) => T): Record<Power, T> {
  return { KZ: value('KZ'), RU: value('RU'), CN: value('CN'), EU: value('EU') };
}
