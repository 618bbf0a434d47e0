import {
  chooseOrders,
  chooseVotes,
  PERSONA_OF,
  PERSONAS,
  randomOrders,
} from '../../shared/bots/index.ts';
import type { Content } from '../../shared/core/content.ts';
import { type Depth, POWERS, type Power } from '../../shared/core/powers.ts';
import { draw } from '../../shared/core/random.ts';
import type { GameState } from '../../shared/core/state.ts';
import { advance, createGame, submit, viewFor } from '../../shared/game/index.ts';

/** `random` (legal orders by lot) and `idle` (none) are for comparison only. */
export type Skill = 'easy' | 'random' | 'idle';

export interface PlayedGame {
  readonly state: GameState;
  readonly orders: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly nonFinite: number;
  readonly resolveMs: number;
}

/** Personas of a game, drawn by its seed, so that games of a series differ in their players. */
function personaFor(seed: number, power: Power): string {
  const names = Object.keys(PERSONAS).sort();
  if (seed % 4 === 1) return PERSONA_OF[power];
  return names[Math.floor(draw(seed, 0, 'persona', power) * names.length)] as string;
}

/** One whole game between bots, through the facade alone. `now` gives milliseconds, for the figure only. */
export function playGame(
  content: Content,
  depth: Depth,
  seed: number,
  skills: Readonly<Record<Power, Skill>>,
  now: () => number,
): PlayedGame {
  const orders: Record<string, number> = {};
  const refusals: Record<string, number> = {};
  let nonFinite = 0;
  let resolveMs = 0;
  let state = advance(content, createGame(content, { seed, depth }));
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') {
      for (const power of POWERS) {
        if (skills[power] === 'idle') continue;
        const view = viewFor(content, state, power);
        const chosen =
          skills[power] === 'random'
            ? randomOrders(content, view, seed)
            : chooseOrders(content, view, PERSONAS[personaFor(seed, power)]);
        chosen.forEach((order, i) => {
          const command = { id: `${power}${i}`, round: state.round, type: 'draft', order };
          const result = submit(content, state, power, 'bot', command);
          if (result.ok) state = result.state;
          else refusals[result.refusal.code] = (refusals[result.refusal.code] ?? 0) + 1;
        });
      }
    }
    if (state.phase === 'ink') {
      for (const power of POWERS) {
        if (skills[power] !== 'easy') continue;
        const persona = PERSONAS[personaFor(seed, power)];
        for (const { motion, vote } of chooseVotes(
          content,
          viewFor(content, state, power),
          persona,
        )) {
          const id = `${power}-${motion}`;
          const command = { id, round: state.round, type: 'vote', motion, vote };
          const result = submit(content, state, power, 'bot', command);
          if (result.ok) state = result.state;
          else refusals[result.refusal.code] = (refusals[result.refusal.code] ?? 0) + 1;
        }
      }
    }
    const before = now();
    const inked = state.phase === 'ink';
    state = advance(content, state);
    if (inked) {
      resolveMs += now() - before;
      for (const o of state.report?.orders ?? []) orders[o.kind] = (orders[o.kind] ?? 0) + 1;
      for (const f of state.report?.failed ?? []) {
        refusals[f.refusal.code] = (refusals[f.refusal.code] ?? 0) + 1;
      }
      for (const x of state.num) if (!Number.isFinite(x)) nonFinite += 1;
    }
  }
  return { state, orders, refusals, nonFinite, resolveMs };
}
