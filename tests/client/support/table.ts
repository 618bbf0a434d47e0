import { content, room, view } from '../../../client/state/game.ts';
import { contentOf } from '../../../server/content.ts';
import { chooseOrders } from '../../../shared/bots/index.ts';
import type { Content } from '../../../shared/core/content.ts';
import { contentAt } from '../../../shared/core/indicators.ts';
import { type Depth, POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState, Phase } from '../../../shared/core/state.ts';
import { advance, createGame, submit, viewFor } from '../../../shared/game/index.ts';
import type { RoomInfo, SeatInfo } from '../../../shared/protocol/messages.ts';

export const lesson: Content = contentOf('lesson');

/** A game that has come to a phase of its first round. */
export function gameAt(phase: Phase, depth: Depth = 'intro'): GameState {
  let state = createGame(lesson, { seed: 7, depth });
  while (state.phase !== phase) state = advance(lesson, state);
  return state;
}

/** Lays an order down for a power. @throws Error with the refusal when it is not allowed */
export function laid(
  state: GameState,
  power: Power,
  kind: string,
  params: Readonly<Record<string, string | number>>,
): GameState {
  const input = {
    id: `${kind}${state.accepted.length}`,
    round: state.round,
    type: 'draft',
    order: { kind, params },
  };
  const outcome = submit(lesson, state, power, 'person', input);
  if (!outcome.ok) throw new Error(`${kind}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.state;
}

/** Bots play all four powers to the end; every state after a resolution. */
export function playedGame(seed: number): readonly GameState[] {
  const reports: GameState[] = [];
  let state = createGame(lesson, { seed, depth: 'intro' });
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') {
      for (const power of POWERS) {
        for (const order of chooseOrders(lesson, viewFor(lesson, state, power))) {
          state = laid(state, power, order.kind, order.params);
        }
      }
    }
    const resolves = state.phase === 'ink';
    state = advance(lesson, state);
    if (resolves) reports.push(state);
  }
  return [...reports, state];
}

/** Shows a game to the page's signals as one power would see it. */
export function look(state: GameState, power: Power, more: Partial<RoomInfo> = {}): void {
  const seats = POWERS.map(
    (p): SeatInfo => ({
      power: p,
      name: p === power ? 'Aruzhan' : '',
      head: p === power ? 'Aruzhan' : '',
      held: p === power,
      player: p === power ? 'person' : 'bot',
      connected: p === power,
      ready: state.ready.includes(p),
    }),
  );
  content.value = contentAt(lesson, state.depth);
  view.value = viewFor(lesson, state, power);
  room.value = {
    next: '',
    session: '',
    world: 0,
    overseen: false,
    rewinds: 0,
    code: 'K7MPQ9',
    mode: 'solo',
    scenario: 'lesson',
    depth: state.depth,
    pace: 'calm',
    phase: state.phase,
    round: state.round,
    rounds: lesson.halves.length,
    host: power,
    paused: false,
    waiting: false,
    deadline: 0,
    left: 0,
    length: 0,
    expires: 0,
    seats,
    ...more,
  };
}
