import { type Outcome, type Refusal, refuse } from '../../shared/core/refusal.ts';
import type { HallCommand, WorldOutcome } from '../../shared/protocol/hall.ts';
import type { SeatPlace } from '../../shared/protocol/sessions.ts';
import type { Directory } from '../rooms/directory.ts';
import type { GameRoom } from '../rooms/GameRoom.ts';
import { digest, newToken } from '../rooms/keys.ts';
import type { Place } from '../rooms/seats.ts';
import type { Member } from '../store/store.ts';
import type { Session } from './session.ts';

type Done = Outcome<unknown>;
const done = { ok: true, value: null } as const;
const no = (refusal: Refusal): Done => ({ ok: false, refusal });

/** Carries out what a console asks, in the worlds of one session. Who may ask is settled before. */
export class Conductor {
  readonly #session: Session;
  readonly #directory: Directory;

  constructor(session: Session, directory: Directory) {
    this.#session = session;
    this.#directory = directory;
  }

  /** Resolves once everything is stored. */
  async run(command: HallCommand): Promise<Done> {
    const session = this.#session;
    switch (command.do) {
      case 'start':
      case 'pause':
      case 'resume':
      case 'next':
      case 'resolve':
      case 'end':
      case 'rewind':
      case 'extend':
      case 'words':
      case 'card':
        return this.#inWorlds(command.worlds, (room) => room.table.conducting.run(command));
      case 'settings': {
        const { depth, pace } = command;
        const change = { ...(depth ? { depth } : {}), ...(pace ? { pace } : {}) };
        // All worlds have the same: once one has begun, it is settled for all.
        const begun = await this.#inWorlds(undefined, async ({ table }) =>
          table.state.phase === 'lobby' ? no(refuse('noChange')) : done,
        );
        if (begun.ok) return no(refuse('wrongPhase'));
        const set = await this.#inWorlds(undefined, (room) => room.table.conducting.set(change));
        if (set.ok) await session.change(change);
        return set;
      }
      case 'absence': {
        const absence = command.seconds * 1000;
        await session.change({ absence });
        return this.#inWorlds(undefined, async (room) => {
          room.table.conducting.setAbsence(absence);
          return done;
        });
      }
      case 'preview':
        return this.#inWorld(command.world, async (room) =>
          room.table.conducting.preview(command.card),
        );
      case 'talks':
        if (!session.data.readTalks) return no(refuse('talksClosed'));
        return this.#inWorld(command.world, async (room) => ({
          ok: true,
          value: room.table.state.talks,
        }));
      case 'say': {
        const { text, world, power } = command;
        const worlds = world === undefined ? undefined : [world];
        return this.#inWorlds(worlds, (room) => room.table.conducting.say(text, power ?? null));
      }
      case 'lock':
        await session.change({ locked: command.locked });
        return done;
      case 'seating':
        await session.change({ seating: command.seating });
        return done;
      case 'scores':
        await session.change({ scoresShown: command.shown });
        return done;
      case 'move':
        return session.alone(() => this.#move(command.seat, command.to));
      case 'remove':
        return this.#atSeat(command.seat, async (room, place) => {
          await room.table.release(place);
          room.sendAway();
          return done;
        });
      case 'rename':
        return this.#atSeat(command.seat, (room, place) =>
          room.table.conducting.rename(place, command.name),
        );
      case 'bot':
        return this.#inWorld(command.seat.world, (room) =>
          room.table.conducting.bot(command.seat.power, command.plays),
        );
      case 'leave':
        return this.#atSeat(command.seat, (room, { power }) =>
          room.table.conducting.leave(power, command.given),
        );
      case 'extra':
        return this.#atSeat(command.seat, (room, { power }) =>
          room.table.conducting.extra(power, command.seconds),
        );
      case 'answer':
        return this.#atSeat(command.seat, (room, { power }) =>
          room.table.conducting.answer(power, command.text),
        );
      // Only somebody at a table can call for help, and he does it there.
      case 'help':
        return no(refuse('unknownSeat'));
      case 'renew': {
        const facilitator = newToken();
        await session.change({ facilitatorHash: digest(facilitator) });
        return { ok: true, value: { facilitator } };
      }
    }
  }

  /** The same in several worlds: one that refuses does not stop the others; all that refuse are one refusal. */
  async #inWorlds(
    worlds: readonly number[] | undefined,
    work: (room: GameRoom) => Promise<Done>,
  ): Promise<Done> {
    const all = this.#session.data.worlds.map((_, k) => k + 1);
    const chosen = worlds ? [...new Set(worlds)] : all;
    const results = await Promise.all(
      chosen.map(async (world) => ({ world, outcome: await this.#inWorld(world, work) })),
    );
    const first = results[0]?.outcome;
    if (first && results.every(({ outcome }) => !outcome.ok)) return first;
    const value: readonly WorldOutcome[] = results.map(({ world, outcome }) => ({
      world,
      refusal: outcome.ok ? null : outcome.refusal,
    }));
    return { ok: true, value };
  }

  async #inWorld(world: number, work: (room: GameRoom) => Promise<Done>): Promise<Done> {
    const game = this.#session.data.worlds[world - 1];
    if (game === undefined) return no(refuse('unknownWorld', { world }));
    try {
      return await work(await this.#directory.open(game));
    } catch {
      // The world's store failed: it is made anew, the others go on.
      return no(refuse('notSaved'));
    }
  }

  /** For somebody at a seat: the one who is named, or the first. */
  #atSeat(
    place: SeatPlace,
    work: (room: GameRoom, place: Place, person: Member) => Promise<Done>,
  ): Promise<Done> {
    return this.#inWorld(place.world, async (room) => {
      const person = personAt(room, place);
      if (!person) return no(refuse('noChange'));
      return work(room, { power: place.power, member: person.id }, person);
    });
  }

  /** A person changes his place, with whoever holds the other one. */
  #move(from: SeatPlace, to: SeatPlace): Promise<Done> {
    return this.#inWorld(to.world, (target) =>
      this.#atSeat(from, async (source, place, person) => {
        if (from.world === to.world && from.power === to.power) return no(refuse('noChange'));
        const there = target.table.seats.find(({ power }) => power === to.power)?.members ?? [];
        const full = there.length >= this.#session.data.cabinet;
        const other = full ? personAt(target, to) : null;
        if (full && !other) return no(refuse('noChange'));
        // First where they come to, then where they leave: a crash between the two loses nobody.
        await target.table.conducting.receive(to.power, person, other?.id ?? null);
        if (other) await source.table.conducting.receive(from.power, other, person.id);
        else await source.table.release(place);
        const keys = [...person.tokenHashes, ...(other?.tokenHashes ?? [])];
        for (const room of new Set([source, target])) room.reseat(keys);
        return done;
      }),
    );
  }
}

function personAt(room: GameRoom, { power, member }: SeatPlace): Member | null {
  const members = room.table.seats.find((seat) => seat.power === power)?.members ?? [];
  const found = member === undefined ? members[0] : members.find(({ id }) => id === member);
  return found ?? null;
}
