import type { Depth, Power } from '../../shared/core/powers.ts';
import type { Outcome } from '../../shared/core/refusal.ts';
import type { Phase } from '../../shared/core/state.ts';
import { normaliseCode } from '../../shared/protocol/codes.ts';
import type {
  CreatedGame,
  CreateRequest,
  GameInfo,
  JoinedGame,
  JoinRequest,
} from '../../shared/protocol/messages.ts';
import { ask } from './ask.ts';
import { forgetKey, keepKey, keptKeys, keyOf } from './keys.ts';

export interface NewGame {
  readonly scenario?: string;
  readonly depth?: Depth;
  readonly power?: Power;
  readonly name?: string;
  readonly pace?: CreateRequest['pace'];
}

async function create(request: CreateRequest): Promise<Outcome<CreatedGame>> {
  const made = await ask<CreatedGame>('POST', '/games', request);
  if (made.ok) {
    const { code, token, power } = made.value;
    keepKey(code, { token, power });
  }
  return made;
}

/** A game against bots, begun at once. The seat is kept on this device. */
export function createSolo(game: NewGame): Promise<Outcome<CreatedGame>> {
  return create({ mode: 'solo', ...game });
}

/** A game for others to join by its code; its maker is its host. */
export function createFriends(game: NewGame): Promise<Outcome<CreatedGame>> {
  return create({ mode: 'friends', ...game });
}

/** What stands behind a code, without taking a seat. */
export function lookUp(code: string): Promise<Outcome<GameInfo>> {
  return ask('GET', `/games/${encodeURIComponent(normaliseCode(code))}`);
}

/** Asks for a seat, or for the own one, and keeps its key on this device. */
export async function join(code: string, request: JoinRequest): Promise<Outcome<JoinedGame>> {
  const game = normaliseCode(code);
  const joined = await ask<JoinedGame>('POST', `/games/${encodeURIComponent(game)}/join`, request);
  if (joined.ok) {
    const token = joined.value.token ?? request.token;
    if (token !== undefined) keepKey(game, { token, power: joined.value.power });
  }
  return joined;
}

/** Takes a seat without connecting yet. */
export function takeSeat(
  code: string,
  seat: { readonly name: string; readonly power?: Power },
): Promise<Outcome<JoinedGame>> {
  return join(code, { ...seat, connect: false });
}

/** Back to the own seat from another device, by the personal return code. */
export function returnToSeat(code: string, returnCode: string): Promise<Outcome<JoinedGame>> {
  return join(code, { returnCode, connect: false });
}

/** Whether this device holds a seat in a game. */
export function holdsSeat(code: string): boolean {
  return keyOf(normaliseCode(code)) !== null;
}

/** Deletes a game at once for everybody; only its host may. */
export async function deleteGame(code: string): Promise<Outcome<null>> {
  const game = normaliseCode(code);
  const removed = await ask<null>(
    'DELETE',
    `/games/${encodeURIComponent(game)}`,
    undefined,
    keyOf(game)?.token,
  );
  if (removed.ok) forgetKey(game);
  return removed;
}

/** Address of the picture that a phone's camera reads as the game's link. */
export function qrAddress(code: string): string {
  return `/api/games/${encodeURIComponent(normaliseCode(code))}/qr.svg`;
}

export interface MyGame {
  readonly code: string;
  readonly power: Power;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  readonly mode: GameInfo['mode'];
  readonly expires: number;
}

/** Games in which this device holds a seat, newest first; those that are gone are forgotten. */
export async function listMyGames(): Promise<readonly MyGame[]> {
  const found = await Promise.all(
    keptKeys()
      .slice(0, 12)
      .map(async ({ code, power }): Promise<MyGame | null> => {
        const info = await lookUp(code);
        if (!info.ok) {
          const { code: reason } = info.refusal;
          if (reason === 'unknownGame' || reason === 'expiredGame') forgetKey(code);
          return null;
        }
        const { phase, round, rounds, mode, expires } = info.value;
        return { code, power, phase, round, rounds, mode, expires };
      }),
  );
  return found.filter((game) => game !== null);
}

/** This device lets go of its seat; the seat itself stays in the game. */
export function forgetGame(code: string): void {
  forgetKey(normaliseCode(code));
}
