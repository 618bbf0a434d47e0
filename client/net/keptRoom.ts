import { Client, type Room } from 'colyseus.js';
import { type Outcome, type Refusal, refuse } from '../../shared/core/refusal.ts';
import { CLOSING } from '../../shared/protocol/closing.ts';
import type { JoinedGame } from '../../shared/protocol/messages.ts';

/**
 * `connecting` at first, `open`, `offline` while it tries to come back, `ended` for good; `ending`
 * says why. What the page holds (drafts being edited, last view) stays in all of them.
 */
export type Link = 'connecting' | 'open' | 'offline' | 'ended';
export type Ending = 'moved' | 'removed' | 'deleted' | 'refused' | 'closed';

/** A room that is entered again whenever it is lost: through lost networks and restarted servers. */
export interface KeptRoom {
  link(): Link;
  /** Why it has ended for good; null while it has not. */
  ending(): Ending | null;
  /** The refusal behind `ending() === 'refused'`, or behind the last failed attempt. */
  refusal(): Refusal | null;
  /** Asks the room; what it refuses comes back as a refusal, and so does its silence. */
  request<T>(type: string, payload?: unknown): Promise<Outcome<T>>;
  /** Tries again at once, for a button. */
  retry(): void;
  /** Goes out and stays out. */
  close(): void;
}

export interface KeptRoomOptions {
  /** Asks for the way in; null = ask again later. */
  enter(): Promise<Outcome<JoinedGame['reservation'] | null>>;
  /** Whether a refusal cannot be cured by waiting. */
  isFinal(refusal: Refusal): boolean;
  /** Something has been seen of the room: from then on a lost line is `offline`, not `connecting`. */
  hasSeen(): boolean;
  /** The room is open: what to hear. */
  listen(room: Room): void;
  /** It has ended for good. */
  onEnd?(ending: Ending): void;
  onChange(): void;
}

const ENDINGS: Readonly<Record<number, Ending>> = {
  [CLOSING.moved]: 'moved',
  [CLOSING.removed]: 'removed',
  [CLOSING.deleted]: 'deleted',
};

const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;

export function keepRoom(options: KeptRoomOptions): KeptRoom {
  const client = new Client(location.origin.replace(/^http/, 'ws'));
  let link: Link = 'connecting';
  let ending: Ending | null = null;
  let refusal: Refusal | null = null;
  let room: Room | null = null;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let trying = false;

  function end(reason: Ending): void {
    link = 'ended';
    ending = reason;
    clearTimeout(timer);
    options.onEnd?.(reason);
    options.onChange();
  }

  function later(): void {
    if (link === 'ended') return;
    link = options.hasSeen() ? 'offline' : 'connecting';
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempts);
    attempts += 1;
    clearTimeout(timer);
    // Spread, so that a class does not knock at a restarted server in one instant.
    timer = setTimeout(() => void enter(), wait * (0.75 + Math.random() / 2));
    options.onChange();
  }

  async function enter(): Promise<void> {
    if (trying || room !== null || link === 'ended') return;
    trying = true;
    clearTimeout(timer);
    try {
      await open();
    } catch {
      later();
    } finally {
      trying = false;
    }
  }

  async function open(): Promise<void> {
    const way = await options.enter();
    if (!way.ok) {
      refusal = way.refusal;
      if (options.isFinal(refusal)) end('refused');
      else later();
      return;
    }
    if (!way.value) return later();
    const entered = await client.consumeSeatReservation(way.value);
    // The page may have left while the door was opening.
    if ((link as Link) === 'ended') {
      void entered.leave();
      return;
    }
    // Coming back goes by a key, which also works when the server was started anew.
    entered.reconnection.enabled = false;
    options.listen(entered);
    entered.onError(() => {});
    entered.onLeave((reason) => {
      if (room !== entered) return;
      room = null;
      const final = ENDINGS[reason];
      if (final) end(final);
      else later();
    });
    room = entered;
    refusal = null;
    attempts = 0;
    link = 'open';
    options.onChange();
  }

  const retry = (): void => {
    if (link === 'ended' || room !== null) return;
    attempts = 0;
    void enter();
  };
  globalThis.addEventListener?.('online', retry);
  void enter();

  return {
    link: () => link,
    ending: () => ending,
    refusal: () => refusal,
    async request<T>(type: string, payload?: unknown): Promise<Outcome<T>> {
      if (!room || link !== 'open') return { ok: false, refusal: refuse('offline') };
      try {
        return { ok: true, value: (await room.request(type, payload ?? {})) as T };
      } catch (error) {
        const reason = (error as { reason?: Refusal }).reason;
        return { ok: false, refusal: reason?.code ? reason : refuse('offline') };
      }
    },
    retry,
    close() {
      globalThis.removeEventListener?.('online', retry);
      const left = room;
      room = null;
      if (link !== 'ended') end('closed');
      void left?.leave();
    },
  };
}
