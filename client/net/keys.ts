import { isPower, type Power } from '../../shared/core/powers.ts';

/** What opens a seat. It lies in the device's storage and is never part of an address. */
export interface SeatKey {
  readonly token: string;
  readonly power: Power;
}

const PREFIX = 'multivector.seat.';

/** Where storage is forbidden (some private windows), a seat lives as long as the page. */
const memory = new Map<string, string>();

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function read(name: string): string | null {
  try {
    return storage()?.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

export function keyOf(code: string): SeatKey | null {
  const text = read(PREFIX + code);
  if (text === null) return null;
  try {
    const { token, power } = JSON.parse(text);
    return typeof token === 'string' && isPower(power) ? { token, power } : null;
  } catch {
    return null;
  }
}

export function keepKey(code: string, key: SeatKey): void {
  const text = JSON.stringify({ ...key, kept: Date.now() });
  memory.set(PREFIX + code, text);
  try {
    storage()?.setItem(PREFIX + code, text);
  } catch {
    // Full or forbidden: the page's own memory holds it.
  }
}

export function forgetKey(code: string): void {
  memory.delete(PREFIX + code);
  try {
    storage()?.removeItem(PREFIX + code);
  } catch {
    // Nothing was kept there then.
  }
}

/** All seats of this device, the one used last first. */
export function keptKeys(): readonly (SeatKey & { readonly code: string })[] {
  const names = new Set(memory.keys());
  try {
    const kept = storage();
    for (let i = 0; kept && i < kept.length; i += 1) names.add(kept.key(i) ?? '');
  } catch {
    // The page's own memory is all there is.
  }
  const when = (code: string): number => {
    try {
      return Number(JSON.parse(read(PREFIX + code) ?? '{}').kept ?? 0);
    } catch {
      return 0;
    }
  };
  return [...names]
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length))
    .flatMap((code) => {
      const key = keyOf(code);
      return key ? [{ code, ...key, when: when(code) }] : [];
    })
    .sort((a, b) => b.when - a.when || (a.code < b.code ? -1 : 1))
    .map(({ when: _, ...key }) => key);
}
