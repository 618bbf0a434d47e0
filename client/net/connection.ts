import type { Room } from 'colyseus.js';
import type { Power } from '../../shared/core/powers.ts';
import type { Outcome, Refusal } from '../../shared/core/refusal.ts';
import type { Command } from '../../shared/core/state.ts';
import type { View } from '../../shared/core/view.ts';
import { normaliseCode } from '../../shared/protocol/codes.ts';
import type { Notice } from '../../shared/protocol/hall.ts';
import {
  type Hello,
  type HostAction,
  type JoinedGame,
  type JoinRequest,
  MESSAGE,
  type RoomInfo,
} from '../../shared/protocol/messages.ts';
import { join } from './api.ts';
import { FrameReader } from './frameReader.ts';
import { canInflate } from './inflate.ts';
import { type Ending, keepRoom, type Link } from './keptRoom.ts';
import { forgetKey, keyOf } from './keys.ts';
import { roomInfo, type WireState } from './roomInfo.ts';

export type { Ending, Link } from './keptRoom.ts';

export interface GameConnection {
  readonly code: string;
  link(): Link;
  /** Why it has ended for good; null while it has not. */
  ending(): Ending | null;
  /** The refusal behind `ending() === 'refused'`, or behind the last failed attempt. */
  refusal(): Refusal | null;
  power(): Power | null;
  room(): RoomInfo | null;
  view(): View | null;
  /** Milliseconds until the phase ends by the server's time; null = no deadline, or the clock stands. */
  timeLeft(): number | null;
  command(command: Command): Promise<Outcome<null>>;
  host(action: HostAction): Promise<Outcome<null>>;
  rename(name: string): Promise<Outcome<null>>;
  move(power: Power): Promise<Outcome<null>>;
  /** A new code by which this person comes back on another device; the one before is void. */
  returnCode(): Promise<Outcome<string>>;
  /** What the facilitator has told this table and this seat, the oldest first. */
  notices(): readonly Notice[];
  /** In a session: calls the facilitator. */
  callForHelp(text: string): Promise<Outcome<null>>;
  /** Gives the seat up for good. */
  leave(): Promise<Outcome<null>>;
  /** Tries again at once, for a button. */
  retry(): void;
  /** Ends the connection; the seat stays the person's. */
  close(): void;
}

export interface ConnectOptions {
  readonly code: string;
  /** For somebody who has no seat yet. */
  readonly name?: string;
  readonly power?: Power;
  /** Anything above has changed. */
  readonly onChange: () => void;
}

/** Refusals that waiting does not cure. */
const FINAL: readonly Refusal['code'][] = [
  'unknownGame',
  'expiredGame',
  'outdatedGame',
  'unknownSeat',
  'gameFull',
  'seatTaken',
  'nameEmpty',
  'nameLong',
  'nameMarks',
  'malformed',
];

/** Connects to a game by its code and stays connected. */
export function connectGame(options: ConnectOptions): GameConnection {
  const code = normaliseCode(options.code);
  let power: Power | null = keyOf(code)?.power ?? null;
  let info: RoomInfo | null = null;
  let view: View | null = null;
  let notices: readonly Notice[] = [];
  /** Server time less this device's time. */
  let ahead = 0;

  const changed = (): void => options.onChange();
  const reader = new FrameReader<View>(
    (fresh) => {
      view = fresh;
      changed();
    },
    () => void room.request(MESSAGE.whole),
  );

  async function enter(): Promise<Outcome<JoinedGame['reservation'] | null>> {
    const key = keyOf(code);
    const request: JoinRequest = {
      plain: !canInflate(),
      ...(key
        ? { token: key.token }
        : {
            ...(options.name === undefined ? {} : { name: options.name }),
            ...(options.power === undefined ? {} : { power: options.power }),
          }),
    };
    const joined = await join(code, request);
    if (!joined.ok) {
      if (joined.refusal.code === 'unknownSeat') forgetKey(code);
      return joined;
    }
    power = joined.value.power;
    reader.reset();
    return { ok: true, value: joined.value.reservation ?? null };
  }

  const room = keepRoom({
    enter,
    isFinal: (refusal) => FINAL.includes(refusal.code),
    hasSeen: () => view !== null,
    listen(entered: Room) {
      entered.onMessage(MESSAGE.hello, (hello: Hello) => {
        ahead = hello.now - Date.now();
        power = hello.power;
        changed();
      });
      entered.onMessage(MESSAGE.notices, (told: readonly Notice[]) => {
        // On arrival the last ones come once more.
        const known = new Set(notices.map(({ id }) => id));
        notices = [...notices, ...told.filter(({ id }) => !known.has(id))];
        changed();
      });
      entered.onMessage(MESSAGE.view, (frame: Uint8Array) => reader.take(new Uint8Array(frame)));
      entered.onStateChange((state: WireState) => {
        info = roomInfo(state);
        changed();
      });
    },
    onEnd(ending) {
      if (ending === 'removed' || ending === 'deleted') forgetKey(code);
    },
    onChange: changed,
  });

  return {
    code,
    link: room.link,
    ending: room.ending,
    refusal: room.refusal,
    power: () => power,
    room: () => info,
    view: () => view,
    timeLeft: () =>
      info && info.deadline > 0 ? Math.max(0, info.deadline - (Date.now() + ahead)) : null,
    command: (command) => room.request(MESSAGE.command, command),
    host: (action) => room.request(MESSAGE.host, action),
    rename: (name) => room.request(MESSAGE.rename, { name }),
    move: (to) => room.request(MESSAGE.move, { power: to }),
    returnCode: () => room.request(MESSAGE.returnCode),
    notices: () => notices,
    callForHelp: (text) => room.request(MESSAGE.hall, { do: 'help', text }),
    leave: () => room.request(MESSAGE.leave),
    retry: room.retry,
    close: room.close,
  };
}
