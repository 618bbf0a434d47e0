import { expect } from 'vitest';
import { CLAUSES } from '../../../shared/clauses/index.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import type { Agreement, Clause, Condition } from '../../../shared/core/talk.ts';
import { hashGame, loadGame, saveGame, submit } from '../../../shared/game/index.ts';
import { referee } from '../game/referee.ts';
import { DEEDS, type Gesture, type Point } from './random-talk.ts';
import type { Table } from './table.ts';
import { leastFixedPoint, waitsForItself } from './waiting.ts';

/** How often what the properties speak of has really happened. */
export interface Tally {
  signed: number;
  ofMany: number;
  left: number;
  came: number;
  circles: number;
  /** Rounds with money in escrow, and sums that were freed. */
  held: number;
  freed: number;
}

function at<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

/** A table at which people talk at random, each step of it watched. */
export class RandomTalk {
  readonly table: Table;
  readonly tally: Tally;
  /** Kinds of clauses that came into an agreement. */
  readonly kinds: Set<string>;
  /** Who has put his name to which version, as the commands told it. */
  readonly #names = new Map<string, Set<Power>>();
  #twin: GameState;
  #n = 0;

  constructor(table: Table, tally: Tally, kinds: Set<string>) {
    this.table = table;
    this.tally = tally;
    this.kinds = kinds;
    this.#twin = loadGame(table.content, saveGame(table.state));
  }

  play(one: Gesture): void {
    const { state } = this.table;
    const open = state.talks.proposals.filter((p) => p.status === 'open');
    switch (one.do) {
      case 'next':
        if (state.round < this.table.content.halves.length - 1) this.#resolve();
        return;
      case 'offer':
      case 'agree': {
        const to = one.to.filter((p) => p !== one.by);
        const parties = POWERS.filter((p) => p === one.by || to.includes(p));
        const clauses = one.points.map((p) => this.#clause(p, parties));
        const laid = this.send(one.by, { type: 'propose', to, clauses });
        if (laid && one.do === 'agree') this.#allSign(this.table.lastOffer().id);
        return;
      }
      case 'deposit': {
        const to = at(
          POWERS.filter((p) => p !== one.by),
          one.point.pick,
        ) as Power;
        const clause = this.#clause({ ...one.point, what: 6, by: 0 }, [one.by, to]);
        if (this.send(one.by, { type: 'propose', to: [to], clauses: [clause] })) {
          this.#allSign(this.table.lastOffer().id);
        }
        return;
      }
      case 'knot': {
        this.#knot(one.size, one.free);
        return;
      }
      case 'counter': {
        const p = at(open, one.pick);
        const clauses = p && one.points.map((point) => this.#clause(point, p.parties));
        if (p) this.send(at(p.parties, one.seat), { type: 'counter', proposal: p.id, clauses });
        return;
      }
      case 'sign': {
        const p = at(open, one.pick);
        const lacking = p?.parties.filter((who) => !p.signed.some((s) => s.power === who)) ?? [];
        const version = p?.versions.length;
        if (p) this.send(at(lacking, one.seat), { type: 'sign', proposal: p.id, version });
        return;
      }
      case 'decline':
      case 'retract': {
        const p = at(open, one.pick);
        const more = one.do === 'decline' ? { version: p?.versions.length, reason: 'other' } : {};
        if (p) this.send(at(p.parties, one.seat), { type: one.do, proposal: p.id, ...more });
        return;
      }
      case 'leave': {
        const a = at(state.talks.agreements, one.pick);
        const words = { type: 'leave', agreement: a?.id, notice: one.notice };
        if (a) this.send(at(a.parties, one.seat), words);
        return;
      }
      case 'order': {
        const deed = DEEDS[one.deed];
        if (deed) this.send(deed.power, { type: 'draft', order: deed.order });
        return;
      }
      case 'stray': {
        const p = at(state.talks.proposals, one.pick);
        if (p) this.send(one.seat, { type: 'sign', proposal: p.id, version: one.version });
      }
    }
  }

  #allSign(proposal: string): void {
    const p = this.table.state.talks.proposals.find(({ id }) => id === proposal);
    for (const seat of p?.parties ?? []) {
      this.send(seat, { type: 'sign', proposal, version: p?.versions.length });
    }
  }

  /** Agreements of two, each of which waits for the next, and the last for the first. */
  #knot(size: number, free: boolean): void {
    const until = this.table.state.round;
    const point = (i: number, when?: Condition): Clause => ({
      kind: 'toll_cap',
      by: 'KZ',
      params: { corridor: 'trunk', max: 100 * i, split: 0 },
      until,
      ...(when ? { when } : {}),
    });
    const ids: string[] = [];
    for (let i = 0; i < size; i += 1) {
      const laid = this.send('KZ', { type: 'propose', to: ['RU'], clauses: [point(i)] });
      if (laid) ids.push(this.table.lastOffer().id);
    }
    ids.forEach((proposal, i) => {
      const next = ids[(i + 1) % ids.length] as string;
      const waits = point(i, { on: 'agreement', agreement: next });
      // A way in from outside: this one binds whatever the others do.
      const clauses = free && i === 0 ? [waits, point(9)] : [waits];
      this.send('KZ', { type: 'counter', proposal, clauses });
      this.#allSign(proposal);
    });
  }

  /** A command of a seat, and of the same seat at the restored twin of the table. */
  send(seat: Power | undefined, words: object): boolean {
    if (!seat) return false;
    this.#n += 1;
    const { content, state } = this.table;
    const command = { id: `c${this.#n}`, round: state.round, ...words };
    const done = submit(content, state, seat, 'person', command);
    const twin = submit(content, this.#twin, seat, 'person', command);
    expect(twin.ok).toBe(done.ok);
    if (!done.ok || !twin.ok) return false;
    this.#note(state, done.state, seat, command);
    for (const other of POWERS) {
      if (other !== seat) expect(done.state.drafts[other]).toEqual(state.drafts[other]);
    }
    this.table.state = done.state;
    this.#watch(state);
    this.#twin = loadGame(content, saveGame(twin.state));
    expect(hashGame(this.#twin)).toBe(hashGame(done.state));
    return true;
  }

  #note(before: GameState, after: GameState, seat: Power, command: object): void {
    const given = command as { type: string; proposal?: string; version?: number };
    const name = (proposal: string, version: number): void => {
      const key = `${proposal} ${version}`;
      this.#names.set(key, (this.#names.get(key) ?? new Set()).add(seat));
    };
    if (given.type === 'sign') name(String(given.proposal), Number(given.version));
    for (const p of after.talks.proposals) {
      const old = before.talks.proposals.find(({ id }) => id === p.id);
      // Who writes a version signs it.
      if (p.versions.length !== (old?.versions.length ?? 0)) name(p.id, p.versions.length);
    }
  }

  /** What holds after every step, whoever took it. */
  #watch(before: GameState): void {
    const { state, content } = this.table;
    referee(content, state);
    const { proposals, agreements } = state.talks;
    for (const { id, versions, signed, parties } of proposals) {
      const old = before.talks.proposals.find((p) => p.id === id);
      expect(versions.slice(0, old?.versions.length ?? 0)).toEqual(old?.versions ?? []);
      expect(new Set(signed.map((s) => s.power)).size).toBe(signed.length);
      expect(signed.every((s) => parties.includes(s.power))).toBe(true);
    }
    for (const a of agreements) this.#bound(a, before);
    expect(agreements.length).toBeGreaterThanOrEqual(before.talks.agreements.length);
  }

  /** An agreement is what all its parties have signed, and nothing else. */
  #bound(a: Agreement, before: GameState): void {
    const p = this.table.state.talks.proposals.find(({ id }) => id === a.id);
    expect(p?.status).toBe('signed');
    expect(p?.parties).toEqual(a.parties);
    const names = this.#names.get(`${a.id} ${a.version}`) ?? new Set();
    expect([...names].sort()).toEqual([...a.parties].sort());
    expect(a.signed.map((s) => s.power).sort()).toEqual([...a.parties].sort());
    const said = p?.versions[a.version - 1]?.clauses ?? [];
    expect(a.clauses).toHaveLength(said.length);
    said.forEach((clause, i) => {
      expect(a.clauses[i]).toMatchObject(clause);
    });
    if (before.talks.agreements.some(({ id }) => id === a.id)) return;
    this.tally.signed += 1;
    for (const { kind } of a.clauses) this.kinds.add(kind);
    if (a.parties.length > 2) this.tally.ofMany += 1;
  }

  #resolve(): void {
    const { table } = this;
    const before = table.state;
    table.resolve();
    const orders = table.state.report?.orders ?? [];
    const expected = leastFixedPoint(table, before, orders);
    const inForce = new Set(
      table.state.talks.agreements.flatMap((a) =>
        a.clauses.flatMap((c, i) => (c.when && c.active === before.round ? [`${a.id}/${i}`] : [])),
      ),
    );
    expect([...inForce].sort()).toEqual([...expected].sort());
    this.tally.came += inForce.size;
    this.#watch(before);
    this.#count(before);
    for (const a of table.state.talks.agreements) {
      const last = before.talks.agreements.find(({ id }) => id === a.id);
      if (a.status === 'left' && a.notice?.round === before.round) this.tally.left += 1;
      // What is over stays as it was.
      // Of what was left at once in this round only the escrow is still to be settled.
      const over = last && last.status !== 'running' && last.notice?.round !== before.round;
      if (over) expect(a).toEqual(last);
      const own = a.clauses.some((c) => c.when?.on === 'agreement' && waitsForItself(table, a));
      if (own) this.tally.circles += 1;
    }
    table.next();
    this.#twin = loadGame(table.content, saveGame(table.state));
  }

  /** Money into escrow, once or in every round. */
  #money(base: Omit<Clause, 'kind'>, parties: readonly Power[], n: number): Clause {
    return {
      ...base,
      kind: 'transfer',
      params: {
        to: parties.find((p) => p !== base.by) ?? 'KZ',
        amount: 0.05 + 0.05 * (n % 2),
        form: 'grant',
        schedule: n % 3 === 0 ? 'each' : 'first',
        escrow: 'held',
      },
    };
  }

  /** A point as the kinds themselves would put it to these powers. */
  #suggested(base: Omit<Clause, 'kind'>, parties: readonly Power[], n: number): Clause {
    const { content, state } = this.table;
    const scene = { content, num: state.num, round: state.round };
    const kind = at(
      CLAUSES.filter((k) => k.suggests),
      n,
    );
    const sets = kind?.suggests?.(scene, parties, base.until) ?? [];
    return at(sets.flat(), 7 * n) ?? { ...base, kind: 'free', text: 'Nothing more' };
  }

  /** Money moves between envelope, escrow and payee, and nowhere else. */
  #count(before: GameState): void {
    for (const a of this.table.state.talks.agreements) {
      const old = before.talks.agreements.find(({ id }) => id === a.id);
      a.clauses.forEach((clause, i) => {
        if (clause.kind !== 'transfer') return;
        const { held = 0, paid = 0 } = clause;
        const was = old?.clauses[i];
        const [lay, had] = [was?.held ?? 0, was?.paid ?? 0];
        expect(Math.min(held, paid - had)).toBeGreaterThanOrEqual(0);
        // Of one clause no more than its sum comes in, and only what lay there or came in goes out.
        const sum = Number(clause.params.amount);
        expect(held + paid - had).toBeLessThanOrEqual(lay + sum + 1e-9);
        if (a.status !== 'running') expect(held).toBe(0);
        this.tally.held += held > 0 ? 1 : 0;
        this.tally.freed += paid > had ? 1 : 0;
      });
    }
  }

  #clause(
    { what, by, deed, rounds, when, pick: n, value }: Point,
    parties: readonly Power[],
  ): Clause {
    const { round, talks } = this.table.state;
    const until = Math.min(round + rounds, this.table.content.halves.length - 1);
    const own = at(
      DEEDS.filter(({ power: p }) => parties.includes(p)),
      deed,
    );
    const any = DEEDS[deed] as (typeof DEEDS)[number];
    const known = [...talks.proposals, ...talks.agreements].filter(
      (one) => !('round' in one) || one.round === round,
    );
    const conditions: Readonly<Record<Point['when'], Condition | undefined>> = {
      always: undefined,
      indicator: {
        on: 'indicator',
        owner: 'shared',
        indicator: 'stability',
        is: value % 2 === 0 ? 'least' : 'most',
        value,
      },
      agreement: { on: 'agreement', agreement: at(known, n)?.id ?? 'none' },
      order: { on: 'order', ...any },
    };
    const condition =
      what === 5 ? undefined : conditions[what === 6 && when === 'always' ? 'order' : when];
    const base = { by: at(parties, by) as Power, params: {}, until };
    const named = { ...base, by: own?.power ?? base.by, ...(own ? { order: own.order } : {}) };
    const kinds: readonly Clause[] = [
      { ...base, kind: 'toll_cap', params: { corridor: 'trunk', max: 100 * (n % 9), split: 0 } },
      { ...base, kind: 'access', params: { corridor: 'trunk', delay: 0 } },
      { ...named, kind: 'pledge_do' },
      { ...named, kind: 'pledge_not' },
      { ...base, kind: 'toll_cap', params: { corridor: 'trunk', max: 300, split: 0 } },
      { ...base, kind: 'free', text: `We agree on ${n}` },
      this.#money(base, parties, n),
    ];
    const clause = kinds[what] ?? this.#suggested(base, parties, n);
    // Most points are possible: tolls are those of Kazakhstan and Russia, the road is Russia's.
    const keeper = clause.kind === 'access' ? ['RU'] : ['KZ', 'RU'];
    const able = clause.kind === 'toll_cap' || clause.kind === 'access';
    const who = able ? (parties.find((p) => keeper.includes(p)) ?? clause.by) : clause.by;
    const hangs = condition && clause.kind !== 'free';
    return { ...clause, by: who, ...(hangs ? { when: condition } : {}) };
  }
}
