import type { Room } from 'colyseus.js';
import type { View } from '../../shared/core/view.ts';
import { MESSAGE, type RoomInfo } from '../../shared/protocol/messages.ts';
import { FrameReader } from './frameReader.ts';
import { canInflate } from './inflate.ts';
import { keepRoom } from './keptRoom.ts';
import { roomInfo, type WireState } from './roomInfo.ts';
import { enterWorld } from './sessions.ts';

/** The line of one who only looks on at a world of a session. */
export interface WorldConnection {
  room(): RoomInfo | null;
  /** What all may see; null before the first view. */
  view(): View | null;
  close(): void;
}

/** Looks on at a world of a session and stays connected. */
export function connectWorld(code: string, world: number, onChange: () => void): WorldConnection {
  let info: RoomInfo | null = null;
  let view: View | null = null;
  const reader = new FrameReader<View>(
    (fresh) => {
      view = fresh;
      onChange();
    },
    () => void room.request(MESSAGE.whole),
  );
  const room = keepRoom({
    async enter() {
      const way = await enterWorld(code, world, !canInflate());
      reader.reset();
      return way.ok ? { ok: true, value: way.value.reservation } : way;
    },
    isFinal: ({ code: reason }) => reason === 'unknownSession' || reason === 'expiredGame',
    hasSeen: () => view !== null,
    listen(entered: Room) {
      entered.onMessage(MESSAGE.hello, () => {});
      entered.onMessage(MESSAGE.notices, () => {});
      entered.onMessage(MESSAGE.view, (frame: Uint8Array) => reader.take(new Uint8Array(frame)));
      entered.onStateChange((state: WireState) => {
        info = roomInfo(state);
        onChange();
      });
    },
    onChange,
  });
  return { room: () => info, view: () => view, close: room.close };
}
