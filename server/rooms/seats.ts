import { POWERS, type Power } from '../../shared/core/powers.ts';
import { type Refusal, refuse } from '../../shared/core/refusal.ts';
import { NO_MARKS, type SeatMarks, type SeatRecord } from '../store/store.ts';
import { digest, matches, newReturnCode, newToken } from './keys.ts';

/** Devices of one person that may come back without a code. */
const DEVICES = 4;

export type Claim =
  | {
      readonly ok: true;
      readonly power: Power;
      /** Digest of the token that opens the seat from here: who holds it is told by it alone. */
      readonly key: string;
      /** Only where it is new. */
      readonly token?: string;
    }
  | { readonly ok: false; readonly refusal: Refusal };

const vacant = (power: Power): SeatRecord => ({
  power,
  name: '',
  held: false,
  player: 'empty',
  tokenHashes: [],
  returnHash: null,
  arrived: 0,
  host: false,
  marks: NO_MARKS,
});

/**
 * Who holds which of the four seats. A seat never dies: its person may be away, a bot may play for
 * him, but it stays his until he leaves it or the host takes it away.
 */
export class Seats {
  readonly #seats: Map<Power, SeatRecord>;

  readonly #hosted: boolean;

  /** @param hosted whether the first who comes is the host: in a session nobody is */
  constructor(records: readonly SeatRecord[] = [], hosted = true) {
    this.#hosted = hosted;
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

  /** Seats played by a person, present or not. */
  persons(): readonly SeatRecord[] {
    return this.all().filter((seat) => seat.player === 'person');
  }

  /** A new person sits down: where he wishes, else on the first free seat, empty ones first. */
  claim(name: string, wish: Power | undefined): Claim {
    const free = this.all().filter((seat) => !seat.held);
    if (free.length === 0) return { ok: false, refusal: refuse('gameFull') };
    if (wish !== undefined && this.get(wish).held) {
      return { ok: false, refusal: refuse('seatTaken', { power: wish }) };
    }
    const seat =
      wish !== undefined
        ? this.get(wish)
        : (free.find(({ player }) => player === 'empty') ?? (free[0] as SeatRecord));
    const token = newToken();
    this.#put({
      ...seat,
      name,
      held: true,
      player: 'person',
      tokenHashes: [digest(token)],
      returnHash: null,
      arrived: Math.max(...this.all().map(({ arrived }) => arrived)) + 1,
      host: this.#hosted && this.host() === null,
    });
    return { ok: true, power: seat.power, key: digest(token), token };
  }

  /** A person comes back on a device that he used before. */
  byToken(token: string): Claim {
    for (const seat of this.all()) {
      if (seat.held && seat.tokenHashes.some((kept) => matches(token, kept))) {
        return { ok: true, power: seat.power, key: digest(token) };
      }
    }
    return { ok: false, refusal: refuse('unknownSeat') };
  }

  /** The seat that a key opens now; keys of a seat that was given up open nothing. */
  byKey(key: string): Power | null {
    const seat = this.all().find(({ held, tokenHashes }) => held && tokenHashes.includes(key));
    return seat?.power ?? null;
  }

  /** A person comes back on another device; his devices so far keep their right. */
  byReturnCode(code: string): Claim {
    for (const seat of this.all()) {
      if (seat.held && seat.returnHash !== null && matches(code, seat.returnHash)) {
        const token = newToken();
        this.#put({
          ...seat,
          tokenHashes: [digest(token), ...seat.tokenHashes].slice(0, DEVICES),
        });
        return { ok: true, power: seat.power, key: digest(token), token };
      }
    }
    return { ok: false, refusal: refuse('wrongReturnCode') };
  }

  /** A new return code for a seat; the one before is void. */
  issueReturnCode(power: Power): string {
    const code = newReturnCode();
    this.#put({ ...this.get(power), returnHash: digest(code) });
    return code;
  }

  rename(power: Power, name: string): void {
    this.#put({ ...this.get(power), name });
  }

  /** Who plays a seat from now on; whose it is does not change. */
  setPlayer(power: Power, player: SeatRecord['player']): void {
    this.#put({ ...this.get(power), player });
  }

  /** What the facilitator sets for the person of a seat. */
  mark(power: Power, marks: Partial<SeatMarks>): void {
    const seat = this.get(power);
    this.#put({ ...seat, marks: { ...seat.marks, ...marks } });
  }

  /** Seats somebody who comes from another seat, with his name, his keys and what was set for him. */
  receive(power: Power, person: SeatRecord): void {
    const { name, held, tokenHashes, returnHash, arrived, marks } = person;
    const player = marks.handed ? 'bot' : 'person';
    this.#put({ ...vacant(power), name, held, tokenHashes, returnHash, arrived, marks, player });
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

  /** The person is gone for good; keys of the seat are void. The host's part passes on. */
  vacate(power: Power, player: 'bot' | 'empty'): void {
    const wasHost = this.get(power).host;
    this.#put({ ...vacant(power), player });
    if (wasHost) this.passHost(() => true);
  }

  /** Gives the host's part to whoever came next and fits. @returns the new host, or null: nobody fits */
  passHost(fits: (seat: SeatRecord) => boolean): Power | null {
    const old = this.host();
    const line = this.all()
      .filter((seat) => seat.held && !seat.host && fits(seat))
      .sort((a, b) => a.arrived - b.arrived);
    const next = line.find(({ arrived }) => arrived > (old?.arrived ?? 0)) ?? line[0];
    if (!next) return null;
    if (old) this.#put({ ...old, host: false });
    this.#put({ ...next, host: true });
    return next.power;
  }

  #put(seat: SeatRecord): void {
    this.#seats.set(seat.power, seat);
  }
}
