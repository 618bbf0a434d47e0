import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import {
  advance,
  checkOf,
  createGame,
  directionOf,
  loadGame,
  saveGame,
  submit,
  viewFor,
} from '../../../shared/game/index.ts';

const content = contentOf('lesson');
const start = advance(content, advance(content, createGame(content, { seed: 3, depth: 'intro' })));

function say(state: GameState, power: Power, body: object, id = 'a'): GameState {
  const done = submit(content, state, power, 'person', { id, round: state.round, ...body });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.state;
}

const growth = { type: 'forecast', indicator: 'growth', direction: 'up' };

describe('aims and predictions', () => {
  it('stand once a round and power, the last word counting', () => {
    let state = say(start, 'KZ', growth);
    state = say(state, 'KZ', { type: 'aim', indicator: 'transit' }, 'b');
    state = say(state, 'KZ', { ...growth, direction: 'down' }, 'c');
    state = say(state, 'RU', { type: 'aim', indicator: null }, 'd');
    expect(state.aims).toEqual([
      {
        round: 0,
        power: 'KZ',
        aim: 'transit',
        forecast: { indicator: 'growth', direction: 'down' },
      },
      { round: 0, power: 'RU', aim: null, forecast: null },
    ]);
    expect(loadGame(content, saveGame(state)).aims).toEqual(state.aims);
  });

  it('do not take readiness back', () => {
    const ready = say(start, 'KZ', { type: 'ready', ready: true });
    expect(say(ready, 'KZ', growth, 'b').ready).toEqual(['KZ']);
  });

  it.each([
    ['of another power', 'KZ', { ...growth, indicator: 'toll_ru' }, 'badParameter'],
    ['of nothing', 'KZ', { type: 'forecast', indicator: 'luck', direction: 'up' }, 'badParameter'],
    ['in another direction', 'KZ', { ...growth, direction: 'sideways' }, 'malformed'],
    ['without a seat', null, growth, 'notYourSeat'],
  ])('%s are refused', (_, seat, body, code) => {
    const done = submit(content, start, seat as Power | null, 'person', {
      id: 'x',
      round: 0,
      ...body,
    });
    expect(done.ok ? null : done.refusal.code).toBe(code);
  });

  it('come too late once the report is there', () => {
    const report = advance(content, advance(content, start));
    const done = submit(content, report, 'KZ', 'person', { id: 'x', round: 0, ...growth });
    expect(done.ok ? null : done.refusal.code).toBe('wrongPhase');
  });

  it('are seen by their own power alone, and by all in the debrief', () => {
    let state = say(start, 'KZ', growth);
    for (const seat of [...POWERS, null]) {
      expect(viewFor(content, state, seat).aims.length).toBe(seat === 'KZ' ? 1 : 0);
    }
    while (state.phase !== 'debrief') state = advance(content, state);
    for (const seat of [...POWERS, null]) {
      expect(viewFor(content, state, seat).aims).toEqual(state.aims);
    }
  });

  it('are judged by the step of their indicator, an aim by better or worse', () => {
    const prices = content.indicators.KZ.find(({ id }) => id === 'prices');
    if (!prices) throw new Error('no prices');
    const { step } = prices;
    expect([-1, -0.4, 0.4, 1].map((n) => directionOf(prices, n * step))).toEqual([
      'down',
      'same',
      'same',
      'up',
    ]);
    const aim = {
      round: 0,
      power: 'KZ' as const,
      aim: 'prices',
      forecast: { indicator: 'growth', direction: 'same' as const },
    };
    const check = checkOf(content, aim, { prices: -2 * step, growth: 0.01 });
    expect(check.aim?.met).toBe(true);
    expect(check.forecast).toMatchObject({ said: 'same', was: 'same' });
    expect(checkOf(content, aim, { prices: 2 * step }).aim?.met).toBe(false);
    expect(checkOf(content, { ...aim, aim: null, forecast: null }, {})).toEqual({
      aim: null,
      forecast: null,
    });
  });
});
