import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { nextMoves } from '../../../shared/bots/index.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { DEALT, KEPT } from '../../../shared/core/secret.ts';
import type { GameState } from '../../../shared/core/state.ts';
import {
  advance,
  createGame,
  endNow,
  secretResults,
  submit,
  viewFor,
} from '../../../shared/game/index.ts';

const content = contentOf('lesson');
const SEED = 11;

function begun(depth: GameState['depth'], seed = SEED): GameState {
  return advance(content, createGame(content, { seed, depth }));
}

describe('the deal', () => {
  it.each(['intro', 'standard', 'expert'] as const)('follows the depth: %s', (depth) => {
    const { secrets } = begun(depth);
    for (const power of POWERS) {
      expect(secrets[power].dealt).toHaveLength(DEALT[depth]);
      for (const id of secrets[power].dealt) {
        expect(content.secrets.find((s) => s.id === id)?.power).toBe(power);
      }
    }
  });

  it('hangs on the seed, and deals every aim to somebody', () => {
    expect(begun('expert', 1).secrets).toEqual(begun('expert', 1).secrets);
    const all = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const power of POWERS) {
        for (const id of begun('expert', seed).secrets[power].dealt) all.add(id);
      }
    }
    expect([...all].sort()).toEqual(content.secrets.map((s) => s.id).sort());
  });

  it('keeps what expert alone plays out of standard', () => {
    const deep = content.secrets.filter((s) => s.depth === 'expert').map((s) => s.id);
    expect(deep.length).toBeGreaterThan(0);
    for (let seed = 1; seed <= 40; seed += 1) {
      const { secrets } = begun('standard', seed);
      for (const power of POWERS) {
        expect(secrets[power].dealt.filter((id) => deep.includes(id))).toEqual([]);
      }
    }
  });
});

let sent = 0;
function keep(state: GameState, seat: Power | null, secrets: unknown, round = state.round) {
  sent += 1;
  return submit(content, state, seat, 'person', { id: `k${sent}`, round, type: 'keep', secrets });
}

describe('keeping', () => {
  it('takes exactly as many of the own hand as the depth says, until the first deadline', () => {
    let state = begun('expert');
    const [a, b, c] = state.secrets.CN.dealt as [string, string, string];
    const [foreign] = state.secrets.RU.dealt as [string];
    for (const wrong of [[a], [a, b, c], [a, a], [a, foreign], ['none', a]]) {
      expect(keep(state, 'CN', wrong).ok).toBe(false);
    }
    const once = keep(state, 'CN', [b, c]);
    if (!once.ok) throw new Error(once.refusal.code);
    expect(viewFor(content, once.state, 'CN').secrets).toMatchObject({
      kept: [b, c],
      chosen: true,
    });
    state = advance(content, advance(content, once.state));
    expect(state.phase).toBe('ink');
    expect(keep(state, 'CN', [a, b]).ok).toBe(false);
  });

  it('is refused where nothing is dealt, to spectators, and after the first round', () => {
    expect(keep(begun('intro'), 'KZ', []).ok).toBe(false);
    const state = begun('standard');
    expect(keep(state, null, state.secrets.KZ.dealt.slice(0, 1)).ok).toBe(false);
    let later = state;
    while (later.round === 0) later = advance(content, later);
    expect(keep(later, 'KZ', later.secrets.KZ.dealt.slice(0, 1)).ok).toBe(false);
  });

  it('lets the first ones stand where nobody chose', () => {
    const state = begun('expert');
    const results = secretResults(content, state);
    for (const power of POWERS) {
      expect(results[power].map((r) => r.id)).toEqual(
        state.secrets[power].dealt.slice(0, KEPT.expert),
      );
    }
  });

  it('is done by bots in their first deliberation', () => {
    const state = advance(content, begun('standard'));
    for (const power of POWERS) {
      const [move] = nextMoves(content, viewFor(content, state, power));
      expect(move?.type).toBe('keep');
      const done = submit(content, state, power, 'bot', { id: 'b', round: 0, ...move });
      expect(done.ok).toBe(true);
      if (!done.ok) continue;
      const [next] = nextMoves(content, viewFor(content, done.state, power));
      expect(next?.type).not.toBe('keep');
    }
  });
});

describe('secrecy', () => {
  it('shows no seat, and no spectator, what another was dealt, kept or met', () => {
    let state = begun('expert');
    while (state.phase !== 'debrief') {
      for (const owner of POWERS) {
        const other = { dealt: ['x1', 'x2', 'x3'], kept: ['x1', 'x2'] };
        const changed = { ...state, secrets: { ...state.secrets, [owner]: other } };
        for (const seat of [...POWERS, null]) {
          if (seat === owner) continue;
          expect(viewFor(content, changed, seat)).toEqual(viewFor(content, state, seat));
        }
      }
      expect(viewFor(content, state, null).secrets).toBeNull();
      state = advance(content, state);
    }
  });

  it('deals nothing to be peeked at while seats are still changed', () => {
    const lobby = createGame(content, { seed: SEED, depth: 'expert' });
    for (const seat of POWERS) expect(viewFor(content, lobby, seat).secrets).toBeNull();
  });

  it('ends with the debrief, where all are told, with their points beside the score', () => {
    let state = begun('standard');
    while (state.phase !== 'report') state = advance(content, state);
    const { end } = viewFor(content, endNow(state), null);
    for (const power of POWERS) {
      expect(end?.secrets[power]).toHaveLength(KEPT.standard);
      for (const { met, points } of end?.secrets[power] ?? []) expect(points).toBe(met ? 6 : -2);
    }
    const score = end?.scores.KZ;
    const sum = score?.objectives.reduce((x, o) => x + (o.score * o.weight) / 100, 0);
    expect(score?.score).toBeCloseTo(sum as number, 9);
  });
});
