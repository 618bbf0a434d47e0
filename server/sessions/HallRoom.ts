import { type Client, Room } from '@colyseus/core';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { type Outcome, refuse } from '../../shared/core/refusal.ts';
import { AUTHORITY, type Connection } from '../../shared/protocol/authority.ts';
import { CLOSING } from '../../shared/protocol/closing.ts';
import { HALL_MESSAGE, type HallWorld, hallCommandSchema } from '../../shared/protocol/hall.ts';
import { REQUESTS_PER_SECOND } from '../../shared/protocol/messages.ts';
import { Allowance } from '../rooms/allowance.ts';
import type { Directory } from '../rooms/directory.ts';
import type { Clock } from '../time.ts';
import type { Conductor } from './conductor.ts';
import { JsonSender } from './jsonSender.ts';
import type { Session } from './session.ts';
import { consoleSight, projectorSight } from './sight.ts';

/** What a hall needs from the house. */
export interface HallServices {
  readonly clock: Clock;
  readonly log: Logger;
  readonly directory: Directory;
  conduct(session: Session): Conductor;
}

/** What a door-keeper hands over with a connection; never comes from outside. */
export interface HallAdmission {
  /** Digest of the key. */
  readonly key: string;
  readonly console: boolean;
  readonly plain: boolean;
}

interface Visitor {
  key: string;
  readonly console: boolean;
  readonly sender: JsonSender;
  readonly allowance: Allowance;
}
type Guest = Client<{ userData: Visitor }> & { userData: Visitor };

const MOST_GUESTS = 40;
/** Messages a second at which a connection is dropped without a word. */
const FLOOD = 60;
/** Milliseconds after which a hall that nobody is in leaves memory. The session stays in the store. */
const EMPTY_FOR = 120_000;

/**
 * The hall of one session: consoles command, projectors look. It is made by the sessions alone. The worlds do
 * not need it: when nobody is here, they play on.
 */
export class HallRoom extends Room<{ client: Guest }> {
  #session!: Session;
  #services!: HallServices;
  #conductor!: Conductor;
  #closing = false;
  #showing = false;
  /** The first console; when it goes, the next. */
  #lead: Guest | null = null;
  #leaving: (() => void) | null = null;
  readonly #release: (() => void)[] = [];
  /** Worlds as they were seen last, for those that are being made anew. */
  readonly #seen = new Map<string, HallWorld>();
  #settle: () => void = () => {};
  readonly #closed = new Promise<void>((settle) => {
    this.#settle = settle;
  });

  override async onCreate(options: { session?: Session; services: HallServices }): Promise<void> {
    const { session, services } = options;
    if (session === undefined) throw new Error('a hall without a session');
    this.roomId = session.code;
    this.maxClients = MOST_GUESTS;
    this.autoDispose = false;
    this.maxMessagesPerSecond = FLOOD;
    this.#session = session;
    this.#services = services;
    this.#conductor = services.conduct(session);
    this.#release.push(
      services.directory.watch(session.code, () => this.#showSoon()),
      session.watch(() => this.#showSoon()),
    );
    for (const game of session.data.worlds) await services.directory.open(game);
    this.#listen();
    this.#leaveWhenEmpty();
  }

  /** Whether the hall takes nobody any more. */
  get closing(): boolean {
    return this.#closing;
  }
  /** Resolves once a closing hall is gone. */
  get closed(): Promise<void> {
    return this.#closed;
  }

  override onJoin(client: Guest, { key, console, plain }: HallAdmission): void {
    // The link may have been renewed since the door was opened.
    if (console && key !== this.#session.data.facilitatorHash) throw new Error('the key is void');
    client.userData = {
      key,
      console,
      sender: new JsonSender(plain),
      allowance: new Allowance(this.#services.clock, REQUESTS_PER_SECOND, 2 * REQUESTS_PER_SECOND),
    };
    if (console) this.#lead ??= client;
    client.send(HALL_MESSAGE.hello, { now: this.#services.clock.now() });
    this.#show();
  }

  override onLeave(client: Guest): void {
    if (this.#lead === client) {
      this.#lead = this.#consoles().find((other) => other !== client) ?? null;
    }
    this.#showSoon();
    this.#leaveWhenEmpty();
  }

  override onDispose(): void {
    this.#closing = true;
    this.#leaving?.();
    for (const release of this.#release) release();
    this.#settle();
  }

  override onUncaughtException(error: Error, method: string): void {
    this.#services.log.error({ err: error, method, hall: this.roomId }, 'a hall failed');
  }

  /** Sends everybody away and leaves memory. */
  async end(code: number): Promise<void> {
    if (this.#closing) return this.#closed;
    this.#closing = true;
    await this.disconnect(code);
  }

  #listen(): void {
    this.onMessage(HALL_MESSAGE.command, async (client: Guest, message: unknown, ctx) => {
      const outcome = await this.#ask(client, message);
      return outcome.ok ? outcome.value : ctx.reject(outcome.refusal);
    });
    this.onMessage(HALL_MESSAGE.whole, (client: Guest) => {
      if (!client.userData.allowance.take()) return;
      client.userData.sender.forget();
      this.#show();
    });
  }

  async #ask(client: Guest, message: unknown): Promise<Outcome<unknown>> {
    const { allowance } = client.userData;
    if (!allowance.take()) return { ok: false, refusal: refuse('tooFast') };
    const parsed = v.safeParse(hallCommandSchema, message);
    if (!parsed.success) return { ok: false, refusal: refuse('malformed') };
    const command = parsed.output;
    const refusal = AUTHORITY[command.do][this.#kindOf(client)];
    if (refusal) return { ok: false, refusal: refuse(refusal) };
    try {
      const outcome = await this.#conductor.run(command);
      if (outcome.ok && command.do === 'renew') this.#renewed(client);
      this.#showSoon();
      return outcome;
    } catch (error) {
      this.#services.log.error({ err: error, do: command.do }, 'a hall command failed');
      return { ok: false, refusal: refuse('notSaved') };
    }
  }

  #kindOf(client: Guest): Connection {
    if (!client.userData.console) return 'projector';
    return client === this.#lead ? 'facilitator' : 'cofacilitator';
  }

  #consoles(): readonly Guest[] {
    return this.clients.filter((client) => client.userData?.console);
  }

  /** The link is another one: who came by the old one has to go, but for him who renewed it. */
  #renewed(by: Guest): void {
    by.userData.key = this.#session.data.facilitatorHash;
    for (const client of this.#consoles()) if (client !== by) client.leave(CLOSING.removed);
  }

  #showSoon(): void {
    if (this.#showing || this.#closing) return;
    this.#showing = true;
    setImmediate(() => {
      this.#showing = false;
      this.#show();
    });
  }

  #show(): void {
    if (this.#closing || this.clients.length === 0) return;
    const worlds = this.#session.data.worlds.flatMap((game, k) => {
      const table = this.#services.directory.local(game)?.table;
      const now = table
        ? { number: k + 1, game, ...table.conducting.overview() }
        : this.#seen.get(game);
      if (now) this.#seen.set(game, now);
      return now ? [now] : [];
    });
    const consoles = this.#consoles().length;
    const wall = projectorSight(this.#session, worlds);
    for (const client of this.clients) {
      const visitor = client.userData;
      if (!visitor) continue;
      const role = client === this.#lead ? 'facilitator' : 'cofacilitator';
      const sight = visitor.console ? consoleSight(this.#session, worlds, role, consoles) : wall;
      const frame = visitor.sender.frame(sight);
      if (frame) client.sendBytes(HALL_MESSAGE.state, frame);
    }
  }

  #leaveWhenEmpty(): void {
    this.#leaving?.();
    this.#leaving = this.#services.clock.after(EMPTY_FOR, () => {
      if (this.clients.length > 0 || this.#closing) return;
      this.end(CLOSING.remade).catch((error: unknown) =>
        this.#services.log.error({ err: error }, 'a hall could not be closed'),
      );
    });
  }
}
