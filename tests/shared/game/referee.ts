import { expect } from 'vitest';
import type { Content } from '../../../shared/core/content.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { type GameState, type Giver, PHASES } from '../../../shared/core/state.ts';
import { loadGame, type Submitted, saveGame, submit } from '../../../shared/game/index.ts';
import { mostOrders, slotsTaken } from '../../../shared/game/rules.ts';

/** What must hold after every command of every test, whatever was sent. */
export function referee(content: Content, state: GameState): void {
  const { layout } = content;
  for (let i = 0; i < layout.size; i += 1) {
    const x = state.num[i] as number;
    if (!(x >= (layout.min[i] as number) && x <= (layout.max[i] as number))) {
      throw new Error(`${layout.label[i]} = ${x} left its range`);
    }
  }
  expect(PHASES).toContain(state.phase);
  expect(state.round).toBeLessThanOrEqual(content.halves.length);
  expect(state.path).toHaveLength(resolvedRounds(content, state));
  expect(state.series).toHaveLength(state.path.length + 1);
  for (const power of POWERS) {
    const drafts = state.drafts[power];
    expect(slotsTaken(drafts)).toBeLessThanOrEqual(mostOrders(content, state.depth));
    expect(new Set(drafts.map((d) => d.id)).size).toBe(drafts.length);
  }
  for (const { versions, signed, status, parties } of state.talks.proposals) {
    expect(signed.every((x) => x.version === versions.length)).toBe(true);
    expect(status === 'signed').toBe(signed.length === parties.length);
  }
  // A verdict is final in an agreement that runs no more.
  for (const { status, clauses } of state.talks.agreements) {
    if (status !== 'running') expect(clauses.every((c) => c.final)).toBe(true);
  }
  // What lies in escrow is what agreements speak of, to the dollar.
  for (const power of POWERS) {
    const held = state.talks.agreements
      .flatMap((a) => a.clauses)
      .reduce((sum, c) => sum + (c.by === power ? (c.held ?? 0) : 0), 0);
    expect(state.num[layout.at('escrow', power)]).toBeCloseTo(held, 9);
  }
  if (state.report) expect(state.report.residual).toBeLessThan(1e-9);
  // Nothing lives outside what a save keeps.
  expect(loadGame(content, saveGame(state))).toEqual(state);
}

function resolvedRounds(content: Content, state: GameState): number {
  if (state.phase === 'debrief') return content.halves.length;
  return state.phase === 'report' ? state.round + 1 : state.round;
}

/** Submits like the facade, and lets the referee look at what came of it. */
export function refereed(
  content: Content,
  state: GameState,
  seat: Power | null,
  giver: Giver,
  input: unknown,
): Submitted {
  const before = saveGame(state);
  const result = submit(content, state, seat, giver, input);
  // The given state is a value: nobody writes into it.
  expect(saveGame(state)).toBe(before);
  if (result.ok) referee(content, result.state);
  return result;
}
