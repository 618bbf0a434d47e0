import type { Outcome } from '../../shared/core/refusal.ts';
import { normaliseCode } from '../../shared/protocol/codes.ts';
import type {
  CreatedSession,
  EnteredRoom,
  JoinedSession,
  RosterAnswer,
  SessionInfo,
  SessionJoinRequest,
  SessionRequest,
} from '../../shared/protocol/sessions.ts';
import { ask } from './ask.ts';
import { keepKey, keyOf } from './keys.ts';

const PREFIX = 'multivector.session.';

/** What opens the console and the projector of a session. It lies in the device's storage. */
export interface SessionKeys {
  readonly code: string;
  readonly facilitator: string;
  /** Empty where only the console's link came to this device. */
  readonly projector: string;
}

/** Where storage is forbidden, keys live as long as the page. */
const memory = new Map<string, SessionKeys>();

/** Keeps the keys of a session on this device. */
export function keepSession(keys: SessionKeys): void {
  memory.set(keys.code, keys);
  try {
    localStorage.setItem(PREFIX + keys.code, JSON.stringify({ ...keys, kept: Date.now() }));
  } catch {
    // Full or forbidden: the page's own memory holds them.
  }
}

export function sessionKeys(code: string): SessionKeys | null {
  const known = memory.get(code);
  if (known) return known;
  try {
    const { facilitator, projector } = JSON.parse(localStorage.getItem(PREFIX + code) ?? 'null');
    if (typeof facilitator !== 'string') return null;
    return { code, facilitator, projector: typeof projector === 'string' ? projector : '' };
  } catch {
    return null;
  }
}

export function forgetSession(code: string): void {
  memory.delete(code);
  try {
    localStorage.removeItem(PREFIX + code);
  } catch {
    // Nothing was kept there then.
  }
}

/** Codes of the sessions that this device facilitates, the newest first. */
export function mySessions(): readonly string[] {
  const kept = new Map([...memory.keys()].map((code) => [code, 0]));
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const name = localStorage.key(i) ?? '';
      if (!name.startsWith(PREFIX)) continue;
      const { kept: when } = JSON.parse(localStorage.getItem(name) ?? '{}');
      kept.set(name.slice(PREFIX.length), Number(when ?? 0));
    }
  } catch {
    // The page's own memory is all there is.
  }
  return [...kept].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

/** Opens a session and keeps its keys on this device. */
export async function createSession(request: SessionRequest): Promise<Outcome<CreatedSession>> {
  const made = await ask<CreatedSession>('POST', '/sessions', request);
  if (made.ok) {
    const { code, facilitator, projector } = made.value;
    keepSession({ code, facilitator, projector });
  }
  return made;
}

const path = (code: string, rest = ''): string =>
  `/sessions/${encodeURIComponent(normaliseCode(code))}${rest}`;

/** What stands behind a session's code, without taking a seat. */
export function lookUpSession(code: string): Promise<Outcome<SessionInfo>> {
  return ask('GET', path(code));
}

const PLACE = 'multivector.place.';

function keepPlace(code: string, game: string): void {
  try {
    localStorage.setItem(PLACE + code, game);
  } catch {
    // Forbidden: the game's own address leads back.
  }
}

/** Code of the world in which this device holds a seat of a session; null when it holds none. */
export function placeIn(code: string): string | null {
  try {
    const game = localStorage.getItem(PLACE + normaliseCode(code));
    return game !== null && keyOf(game) ? game : null;
  } catch {
    return null;
  }
}

/** Asks a session for a seat, or for the own one; the seat's key is kept under the code of its world. */
export async function joinSession(
  code: string,
  request: SessionJoinRequest,
): Promise<Outcome<JoinedSession>> {
  const joined = await ask<JoinedSession>('POST', path(code, '/join'), request);
  if (joined.ok) {
    const { token, power, game } = joined.value;
    if (token !== undefined) keepKey(game, { token, power });
    keepPlace(normaliseCode(code), game);
  }
  return joined;
}

/** The way into the hall: for a console or a projector, by its key. */
export function enterHall(
  code: string,
  key: string,
  plain: boolean,
): Promise<Outcome<EnteredRoom>> {
  return ask('POST', path(code, '/hall'), { key, plain });
}

/** The way into a world for one who only looks on. */
export function enterWorld(
  code: string,
  world: number,
  plain: boolean,
): Promise<Outcome<EnteredRoom>> {
  return ask('POST', path(code, '/watch'), { world, plain });
}

/** Reserves the names of a pasted list in place of those before. */
export function setRoster(
  code: string,
  key: string,
  roster: string,
): Promise<Outcome<RosterAnswer>> {
  return ask('PUT', path(code, '/roster'), { roster }, key);
}

/** Roster and participation as a file; null when the server does not give it. */
export async function participation(code: string, key: string): Promise<Blob | null> {
  try {
    const response = await fetch(`/api${path(code, '/participation.csv')}`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** Deletes a session with all its worlds at once. */
export async function deleteSession(code: string, key: string): Promise<Outcome<null>> {
  const removed = await ask<null>('DELETE', path(code), undefined, key);
  if (removed.ok) forgetSession(code);
  return removed;
}

/** Address of the picture that a phone's camera reads as the session's link. */
export function sessionQr(code: string): string {
  return `/api${path(code, '/qr.svg')}`;
}
