import type { Content } from '../core/content.ts';
import { type GameState, STATE_VERSION } from '../core/state.ts';

/** A game as JSON: everything of the state, the numbers as a plain array (JSON keeps doubles exactly). */
export function saveGame(state: GameState): string {
  return JSON.stringify({ ...state, num: Array.from(state.num) });
}

/**
 * The game that `saveGame` wrote.
 * @throws Error in one sentence when the text is broken or belongs to another version or scenario
 */
export function loadGame(content: Content, text: string): GameState {
  let data: { v?: unknown; scenario?: unknown; num?: unknown };
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error('the saved game is not readable JSON');
  }
  if (typeof data !== 'object' || data === null || data.v !== STATE_VERSION) {
    throw new Error(
      `the saved game has version ${String(data?.v)}, this program reads ${STATE_VERSION}`,
    );
  }
  if (data.scenario !== content.id) {
    throw new Error(`the saved game plays ${String(data.scenario)}, not ${content.id}`);
  }
  if (!Array.isArray(data.num) || data.num.length !== content.layout.size) {
    throw new Error('the saved game does not fit the state words of this program');
  }
  return { ...(data as unknown as GameState), num: Float64Array.from(data.num as number[]) };
}

/** A short fingerprint of a state (FNV-1a over its JSON), to compare twins and find drift. */
export function hashGame(state: GameState): string {
  const text = saveGame(state);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b) + a;
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
