import { createHash } from 'node:crypto';
import type { CardRequest } from '../../shared/core/card.ts';
import type { Content } from '../../shared/core/content.ts';
import { isPower, type Power } from '../../shared/core/powers.ts';
import type { Command, GameState, Giver } from '../../shared/core/state.ts';
import {
  advance,
  endNow,
  inject,
  loadGame,
  saveGame,
  submit,
  withFreeWords,
} from '../../shared/game/index.ts';
import type { GameEvent, GameStore, SnapshotRecord } from '../store/store.ts';

/** What the log keeps of an accepted command. */
export interface CommandEvent {
  readonly seat: Power;
  readonly giver: Giver;
  readonly command: Command;
}

/** What the log keeps of the host's switch for free words. */
interface WordsEvent {
  readonly open: boolean;
}

export function snapshotOf(state: GameState, seq: number): SnapshotRecord {
  const text = saveGame(state);
  return {
    seq,
    round: state.round,
    rules: state.rules,
    state: text,
    report: state.report ? JSON.stringify(state.report) : null,
    hash: digestOf(text),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Takes one line of the log into account; lines that the rules do not know are for people only. */
function replay(content: Content, state: GameState, event: GameEvent): GameState {
  if (event.kind === 'advance') return advance(content, state);
  if (event.kind === 'end') return endNow(state);
  if (event.kind === 'words') return withFreeWords(state, (event.data as WordsEvent).open);
  if (event.kind === 'card') {
    const laid = inject(content, state, event.data as CardRequest);
    return laid.ok ? laid.value : state;
  }
  if (event.kind !== 'command') return state;
  const { seat, giver, command } = event.data as CommandEvent;
  if (!isPower(seat)) return state;
  const outcome = submit(content, state, seat, giver, command);
  return outcome.ok ? outcome.state : state;
}

/**
 * The last snapshot and the commands after it.
 * @throws Error in one sentence when there is none or this program cannot read it
 */
export async function restore(
  store: GameStore,
  content: Content,
  code: string,
): Promise<{
  readonly state: GameState;
  readonly seq: number;
  /** The log's lines since the snapshot. */
  readonly events: readonly GameEvent[];
}> {
  const kept = await store.latest(code);
  if (!kept) throw new Error('the game has no snapshot');
  const loaded = readSnapshot(content, kept.snapshot);
  const { events } = kept;
  const state = events.reduce((s, event) => replay(content, s, event), loaded);
  return { state, seq: events.at(-1)?.seq ?? kept.snapshot.seq, events };
}

function readSnapshot(content: Content, { state, hash }: SnapshotRecord): GameState {
  if (digestOf(state) !== hash) throw new Error('the snapshot is not what was written');
  return loadGame(content, state);
}

/**
 * The game at the beginning of a round, as it was when that round was last entered; null = it cannot be
 * found. The words of the facilitator's switches are not part of it.
 */
export async function beginningOf(
  store: GameStore,
  content: Content,
  code: string,
  round: number,
): Promise<GameState | null> {
  const before = round === 0 ? 'lobby' : 'report';
  for (const kept of await store.snapshotsOf(code, Math.max(0, round - 1))) {
    const state = readSnapshot(content, kept);
    if (state.phase === before) return advance(content, state);
  }
  return null;
}
