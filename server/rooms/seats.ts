import { POWERS, type Power } from '../../shared/core/powers.ts';
import { type Refusal, refuse } from '../../shared/core/refusal.ts';
import { type Member, NO_MARKS, namesOf, type SeatMarks, type SeatRecord } from '../store/store.ts';
import { digest, matches, newReturnCode, newToken } from './keys.ts';

/** Devices of one person that may come back without a code. */
const DEVICES = 4;

export type Claim =
  | {
      readonly ok: true;
      readonly power: Power;
      /** Id of the member. */
      readonly member: number;
      readonly name: string;
      /** Digest of the token that opens the seat from here: who holds it is told by it alone. */
      readonly key: string;
      /** Only where it is new. */
      readonly token?: string;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** A member's place at the table. */
export interface Place {
  readonly power: Power;
  readonly member: number;
}

const vacant = (power: Power): SeatRecord => ({
  power,
  name: '',
  held: false,
  player: 'empty',
  members: [],
  host: false,
  marks: NO_MARKS,
});

export interface SeatsOptions {
  /** Whether the first who comes is the host: in a session nobody is. */
  readonly hosted?: boolean;
  /** People who may share a seat. */
  readonly cabinet?: number;
}

/**
 * Who holds which of the four seats: one person each, or a cabinet. A seat never dies: its people may be
 * away, a bot may play for them, but it stays theirs until they leave it or it is taken away.
 */
export class Seats {
  readonly #seats: Map<Power, SeatRecord>;
  readonly #hosted: boolean;
  readonly #cabinet: number;

  constructor(records: readonly SeatRecord[] = [], options: SeatsOptions = {}) {
    this.#hosted = options.hosted ?? true;
    this.#cabinet = options.cabinet ?? 1;
    this.#seats = new Map(POWERS.map((power) => [power, vacant(power)]));
    for (const record of records) this.#seats.set(record.power, record);
  }

  all(): readonly SeatRecord[] {
    return POWERS.map((power) => this.get(power));
  }

  get(power: Power): SeatRecord {
    return this.#seats.get(power) as SeatRecord;
  }

  host(): SeatRecord | null {
    return this.all().find((seat) => seat.host) ?? null;
  }

  /** Seats played by people, present or not. */
  persons(): readonly SeatRecord[] {
    return this.all().filter((seat) => seat.player === 'person');
  }

  /** A new person sits down: where he wishes, else on the first seat with the fewest people, empty ones first. */
  claim(name: string, wish: Power | undefined): Claim {
    const free = this.all().filter(({ members }) => members.length < this.#cabinet);
    if (free.length === 0) return { ok: false, refusal: refuse('gameFull') };
    const fewest = Math.min(...free.map(({ members }) => members.length));
    const open = free.filter(({ members }) => members.length === fewest);
    const seat =
      wish !== undefined
        ? free.find(({ power }) => power === wish)
        : (open.find(({ player }) => player === 'empty') ?? open[0]);
    if (!seat) return { ok: false, refusal: refuse('seatTaken', { power: wish ?? '' }) };
    const token = newToken();
    const id = this.#nextId();
    const member: Member = { id, name, tokenHashes: [digest(token)], returnHash: null };
    this.#put({
      ...seat,
      player: seat.marks.handed ? seat.player : 'person',
      members: [...seat.members, member],
      host: seat.host || (this.#hosted && this.host() === null),
    });
    return { ok: true, power: seat.power, member: id, name, key: digest(token), token };
  }

  /** A person comes back on a device that he used before. */
  byToken(token: string): Claim {
    const found = this.#find(({ tokenHashes }) => tokenHashes.some((kept) => matches(token, kept)));
    if (!found) return { ok: false, refusal: refuse('unknownSeat') };
    const { power, member } = found;
    return { ok: true, power, member: member.id, name: member.name, key: digest(token) };
  }

  /** The place that a key opens now; keys of a seat that was given up open nothing. */
  byKey(key: string): Place | null {
    const found = this.#find(({ tokenHashes }) => tokenHashes.includes(key));
    return found && { power: found.power, member: found.member.id };
  }

  /** A person comes back on another device; his devices so far keep their right. */
  byReturnCode(code: string): Claim {
    const found = this.#find(({ returnHash }) => returnHash !== null && matches(code, returnHash));
    if (!found) return { ok: false, refusal: refuse('wrongReturnCode') };
    const { power, member } = found;
    const token = newToken();
    const tokenHashes = [digest(token), ...member.tokenHashes].slice(0, DEVICES);
    this.#change({ power, member: member.id }, { tokenHashes });
    return { ok: true, power, member: member.id, name: member.name, key: digest(token), token };
  }

  /** A new return code for a person; the one before is void. */
  issueReturnCode(place: Place): string {
    const code = newReturnCode();
    this.#change(place, { returnHash: digest(code) });
    return code;
  }

  rename(place: Place, name: string): void {
    this.#change(place, { name });
  }

  /** Who plays a seat from now on; whose it is does not change. */
  setPlayer(power: Power, player: SeatRecord['player']): void {
    this.#put({ ...this.get(power), player });
  }

  /** What the facilitator sets for a seat. */
  mark(power: Power, marks: Partial<SeatMarks>): void {
    const seat = this.get(power);
    this.#put({ ...seat, marks: { ...seat.marks, ...marks } });
  }

  /**
   * Seats somebody who comes from another seat, with his name and keys, in the place of one who goes
   * there in return, or beside the others. @returns his new id
   */
  receive(power: Power, person: Member, instead: number | null): number {
    const seat = this.get(power);
    const member = { ...person, id: this.#nextId() };
    const members =
      instead === null
        ? [...seat.members, member]
        : seat.members.map((other) => (other.id === instead ? member : other));
    this.#put({ ...seat, members, player: seat.marks.handed ? 'bot' : 'person' });
    return member.id;
  }

  /** Moves a person to another free seat. False when it is held. */
  move(from: Power, to: Power): boolean {
    const person = this.get(from);
    const target = this.get(to);
    if (target.held || !person.held) return false;
    this.#put({ ...person, power: to });
    this.#put({ ...target, power: from });
    return true;
  }

  /** One person is gone for good; his keys are void. Where nobody is left, `player` goes on. */
  release({ power, member }: Place, player: 'bot' | 'empty'): void {
    const seat = this.get(power);
    const members = seat.members.filter(({ id }) => id !== member);
    if (members.length === 0) this.vacate(power, player);
    else this.#put({ ...seat, members });
  }

  /** All people of a seat are gone for good; its keys are void. */
  vacate(power: Power, player: 'bot' | 'empty'): void {
    const wasHost = this.get(power).host;
    this.#put({ ...vacant(power), player });
    if (wasHost) this.passHost(() => true);
  }

  /** Gives the host's part to whoever came next and fits. @returns the new host, or null: nobody fits */
  passHost(fits: (seat: SeatRecord) => boolean): Power | null {
    const old = this.host();
    const came = (seat: SeatRecord | null): number => seat?.members[0]?.id ?? 0;
    const line = this.all()
      .filter((seat) => seat.held && !seat.host && fits(seat))
      .sort((a, b) => came(a) - came(b));
    const next = line.find((seat) => came(seat) > came(old)) ?? line[0];
    if (!next) return null;
    if (old) this.#put({ ...old, host: false });
    this.#put({ ...next, host: true });
    return next.power;
  }

  #nextId(): number {
    return Math.max(0, ...this.all().flatMap(({ members }) => members.map(({ id }) => id))) + 1;
  }

  #find(fits: (member: Member) => boolean): { power: Power; member: Member } | null {
    for (const { power, members } of this.all()) {
      const member = members.find(fits);
      if (member) return { power, member };
    }
    return null;
  }

  #change({ power, member }: Place, change: Partial<Member>): void {
    const seat = this.get(power);
    const members = seat.members.map((m) => (m.id === member ? { ...m, ...change } : m));
    this.#put({ ...seat, members });
  }

  #put(seat: SeatRecord): void {
    const { members } = seat;
    this.#seats.set(seat.power, { ...seat, held: members.length > 0, name: namesOf(members) });
  }
}
