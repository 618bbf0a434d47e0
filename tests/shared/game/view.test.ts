import { expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import { advance, createGame, viewFor } from '../../../shared/game/index.ts';

const content = contentOf('lesson');

it('tells changes whose lines add up, with no digit that nobody reads', () => {
  let state = advance(content, createGame(content, { seed: 3, depth: 'intro' }));
  let lines = 0;
  while (state.phase !== 'debrief') {
    state = advance(content, state);
    if (state.phase !== 'report') continue;
    for (const seat of POWERS) {
      for (const told of viewFor(content, state, seat).report?.indicators ?? []) {
        const sum = told.lines.reduce((total, { amount }) => total + amount, 0);
        const size = Math.max(Math.abs(told.was), Math.abs(told.is), 0.001);
        expect(Math.abs(told.is - told.was - sum)).toBeLessThanOrEqual(size * 1e-9);
        for (const { amount } of told.lines) {
          expect(String(Math.abs(amount)).length).toBeLessThanOrEqual(12);
          lines += 1;
        }
        const exact = [
          ...(state.report?.indicators[seat] ?? []),
          ...(state.report?.indicators.shared ?? []),
        ].find(({ id, is }) => id === told.id && Math.abs(is - told.is) <= size * 1e-5);
        expect(exact?.causes).toEqual(told.lines.map(({ cause }) => cause));
      }
    }
  }
  expect(lines).toBeGreaterThan(500);
});
