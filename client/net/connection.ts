import { Client, type Room } from 'colyseus.js';
import type { Power } from '../../shared/core/powers.ts';
import { type Outcome, type Refusal, refuse } from '../../shared/core/refusal.ts';
import type { Command } from '../../shared/core/state.ts';
import type { View } from '../../shared/core/view.ts';
import { CLOSING } from '../../shared/protocol/closing.ts';
import { normaliseCode } from '../../shared/protocol/codes.ts';
import {
  type Hello,
  type HostAction,
  type JoinRequest,
  MESSAGE,
  type RoomInfo,
} from '../../shared/protocol/messages.ts';
import { join } from './api.ts';
import { canInflate } from './inflate.ts';
import { forgetKey, keyOf } from './keys.ts';
import { roomInfo, type WireState } from './roomInfo.ts';
import { ViewReader } from './viewReader.ts';

/**
 * `connecting` at first, `open`, `offline` while it tries to come back, `ended` for good; `ending`
 * says why. What the page holds (drafts being edited, last view) stays in all of them.
 */
export type Link = 'connecting' | 'open' | 'offline' | 'ended';
export type Ending = 'moved' | 'removed' | 'deleted' | 'refused' | 'closed';

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

const ENDINGS: Readonly<Record<number, Ending>> = {
  [CLOSING.moved]: 'moved',
  [CLOSING.removed]: 'removed',
  [CLOSING.deleted]: 'deleted',
};

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

const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;

/** Connects to a game by its code and stays connected: through lost networks and restarted servers. */
export function connectGame(options: ConnectOptions): GameConnection {
  const code = normaliseCode(options.code);
  const client = new Client(location.origin.replace(/^http/, 'ws'));
  let link: Link = 'connecting';
  let ending: Ending | null = null;
  let refusal: Refusal | null = null;
  let power: Power | null = keyOf(code)?.power ?? null;
  let room: Room | null = null;
  let info: RoomInfo | null = null;
  let view: View | null = null;
  /** Server time less this device's time. */
  let ahead = 0;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let trying = false;

  const changed = (): void => options.onChange();
  const reader = new ViewReader(
    (fresh) => {
      view = fresh;
      changed();
    },
    () => void request(MESSAGE.whole),
  );

  function end(reason: Ending): void {
    link = 'ended';
    ending = reason;
    clearTimeout(timer);
    changed();
  }

  function later(): void {
    if (link === 'ended') return;
    link = view === null ? 'connecting' : 'offline';
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts);
    attempts += 1;
    clearTimeout(timer);
    // Spread, so that a class does not knock at a restarted server in one instant.
    timer = setTimeout(() => void enter(), wait * (0.75 + Math.random() / 2));
    changed();
  }

  async function enter(): Promise<void> {
    if (trying || room !== null || link === 'ended') return;
    trying = true;
    clearTimeout(timer);
    try {
      await seatAndOpen();
    } catch {
      later();
    } finally {
      trying = false;
    }
  }

  async function seatAndOpen(): Promise<void> {
    const key = keyOf(code);
    const request_: JoinRequest = {
      plain: !canInflate(),
      ...(key
        ? { token: key.token }
        : {
            ...(options.name === undefined ? {} : { name: options.name }),
            ...(options.power === undefined ? {} : { power: options.power }),
          }),
    };
    const joined = await join(code, request_);
    if (!joined.ok) {
      refusal = joined.refusal;
      if (!FINAL.includes(refusal.code)) return later();
      if (refusal.code === 'unknownSeat') forgetKey(code);
      return end('refused');
    }
    if (!joined.value.reservation) return later();
    power = joined.value.power;
    reader.reset();
    const entered = await client.consumeSeatReservation(joined.value.reservation);
    // The page may have left while the door was opening.
    if ((link as Link) === 'ended') {
      void entered.leave();
      return;
    }
    listen(entered);
    room = entered;
    refusal = null;
    attempts = 0;
    link = 'open';
    changed();
  }

  function listen(entered: Room): void {
    // Coming back goes by the seat's token, which also works when the server was started anew.
    entered.reconnection.enabled = false;
    entered.onMessage(MESSAGE.hello, (hello: Hello) => {
      ahead = hello.now - Date.now();
      power = hello.power;
      changed();
    });
    entered.onMessage(MESSAGE.view, (frame: Uint8Array) => reader.take(new Uint8Array(frame)));
    entered.onStateChange((state: WireState) => {
      info = roomInfo(state);
      changed();
    });
    entered.onError(() => {});
    entered.onLeave((reason) => {
      if (room !== entered) return;
      room = null;
      const final = ENDINGS[reason];
      if (final) {
        if (final === 'removed' || final === 'deleted') forgetKey(code);
        end(final);
      } else later();
    });
  }

  async function request<T>(type: string, payload?: unknown): Promise<Outcome<T>> {
    const open = room;
    if (!open || link !== 'open') return { ok: false, refusal: refuse('offline') };
    try {
      return { ok: true, value: (await open.request(type, payload ?? {})) as T };
    } catch (error) {
      const reason = (error as { reason?: Refusal }).reason;
      return { ok: false, refusal: reason?.code ? reason : refuse('offline') };
    }
  }

  const retry = (): void => {
    if (link === 'ended' || room !== null) return;
    attempts = 0;
    void enter();
  };
  globalThis.addEventListener?.('online', retry);
  void enter();

  return {
    code,
    link: () => link,
    ending: () => ending,
    refusal: () => refusal,
    power: () => power,
    room: () => info,
    view: () => view,
    timeLeft: () =>
      info && info.deadline > 0 ? Math.max(0, info.deadline - (Date.now() + ahead)) : null,
    command: (command) => request(MESSAGE.command, command),
    host: (action) => request(MESSAGE.host, action),
    rename: (name) => request(MESSAGE.rename, { name }),
    move: (to) => request(MESSAGE.move, { power: to }),
    returnCode: () => request(MESSAGE.returnCode),
    leave: () => request(MESSAGE.leave),
    retry,
    close() {
      globalThis.removeEventListener?.('online', retry);
      const open = room;
      room = null;
      if (link !== 'ended') end('closed');
      void open?.leave();
    },
  };
}
