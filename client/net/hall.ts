import type { Room } from 'colyseus.js';
import type { Outcome } from '../../shared/core/refusal.ts';
import {
  HALL_MESSAGE,
  type HallCommand,
  type HallState,
  type ProjectorState,
} from '../../shared/protocol/hall.ts';
import { FrameReader } from './frameReader.ts';
import { canInflate } from './inflate.ts';
import { type KeptRoom, keepRoom } from './keptRoom.ts';
import { enterHall } from './sessions.ts';

/** The line of a console or a projector to its session. */
export interface HallConnection
  extends Pick<KeptRoom, 'link' | 'ending' | 'refusal' | 'retry' | 'close'> {
  /** What the session looks like from here; null before the first sight. */
  state(): HallState | ProjectorState | null;
  /** Milliseconds until a deadline by the server's time. */
  until(deadline: number): number;
  command<T = unknown>(command: HallCommand): Promise<Outcome<T>>;
}

/** Refusals that waiting does not cure. */
const FINAL: readonly string[] = ['unknownSession', 'expiredGame', 'notFacilitator', 'malformed'];

/** Connects a console or a projector by its key and stays connected. */
export function connectHall(code: string, key: string, onChange: () => void): HallConnection {
  let state: HallState | ProjectorState | null = null;
  /** Server time less this device's time. */
  let ahead = 0;
  const reader = new FrameReader<HallState | ProjectorState>(
    (fresh) => {
      state = fresh;
      onChange();
    },
    () => void room.request(HALL_MESSAGE.whole),
  );
  const room = keepRoom({
    async enter() {
      const way = await enterHall(code, key, !canInflate());
      reader.reset();
      return way.ok ? { ok: true, value: way.value.reservation } : way;
    },
    isFinal: (refusal) => FINAL.includes(refusal.code),
    hasSeen: () => state !== null,
    listen(entered: Room) {
      entered.onMessage(HALL_MESSAGE.hello, ({ now }: { readonly now: number }) => {
        ahead = now - Date.now();
        onChange();
      });
      entered.onMessage(HALL_MESSAGE.state, (frame: Uint8Array) =>
        reader.take(new Uint8Array(frame)),
      );
    },
    onChange,
  });
  return {
    link: room.link,
    ending: room.ending,
    refusal: room.refusal,
    retry: room.retry,
    close: room.close,
    state: () => state,
    until: (deadline) => Math.max(0, deadline - (Date.now() + ahead)),
    command: (command) => room.request(HALL_MESSAGE.command, command),
  };
}
