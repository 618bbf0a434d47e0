import fc from 'fast-check';
import { expect } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import type { Agreement, Clause, Condition, NamedOrder } from '../../../shared/core/talk.ts';
import { hashGame, loadGame, saveGame, submit } from '../../../shared/game/index.ts';
import { referee } from '../game/referee.ts';
import type { Table } from './table.ts';

/** Orders that agreements speak of, with who gives them. */
const DEEDS: readonly { readonly power: Power; readonly order: NamedOrder }[] = [
  { power: 'KZ', order: { kind: 'toll', params: { corridor: 'trunk', toll: 1500 } } },
  { power: 'KZ', order: { kind: 'crossing', params: { node: 'dostyk' } } },
  { power: 'RU', order: { kind: 'military', params: { act: 'standdown' } } },
  {
    power: 'RU',
    order: { kind: 'ru_transit', params: { corridor: 'trunk', toll: 2000, access: 'slow' } },
  },
  { power: 'CN', order: { kind: 'summit', params: { host: 'KZ' } } },
  { power: 'CN', order: { kind: 'people', params: {} } },
  { power: 'EU', order: { kind: 'sanctions', params: { change: 'ease' } } },
];

/** One point of an offer, before it is known who is party to it. */
interface Point {
  readonly what: number;
  readonly by: number;
  readonly deed: number;
  readonly rounds: number;
  readonly when: 'always' | Condition['on'];
  readonly pick: number;
  readonly value: number;
}

/** One gesture at the table; what it means is settled by what lies there. */
type Gesture =
  | { readonly do: 'next' }
  | {
      readonly do: 'offer' | 'agree';
      readonly by: Power;
      readonly to: Power[];
      readonly points: Point[];
    }
  | { readonly do: 'knot'; readonly size: number; readonly free: boolean }
  | {
      readonly do: 'counter';
      readonly pick: number;
      readonly seat: number;
      readonly points: Point[];
    }
  | { readonly do: 'sign' | 'decline' | 'retract'; readonly pick: number; readonly seat: number }
  | { readonly do: 'leave'; readonly pick: number; readonly seat: number; readonly notice: boolean }
  | { readonly do: 'order'; readonly deed: number }
  | { readonly do: 'stray'; readonly pick: number; readonly seat: Power; readonly version: number };

const pick = fc.nat({ max: 20 });
const power = fc.constantFrom(...POWERS);
const points = fc.array(
  fc.record({
    what: fc.nat({ max: 5 }),
    by: fc.nat({ max: 3 }),
    deed: fc.nat({ max: DEEDS.length - 1 }),
    rounds: fc.nat({ max: 3 }),
    when: fc.constantFrom('always', 'always', 'agreement', 'agreement', 'indicator', 'order'),
    pick,
    value: fc.constantFrom(0, 40, 60, 61, 99),
  }) as fc.Arbitrary<Point>,
  { minLength: 1, maxLength: 3 },
);
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('next' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('offer' as const, 'offer' as const, 'agree' as const),
      by: power,
      to: fc.uniqueArray(power, { minLength: 1, maxLength: 3 }),
      points,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('counter' as const), pick, seat: pick, points }),
  },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('sign' as const), pick, seat: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('decline' as const, 'retract' as const),
      pick,
      seat: pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      pick,
      seat: pick,
      notice: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      deed: fc.nat({ max: DEEDS.length - 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('knot' as const),
      size: fc.integer({ min: 2, max: 4 }),
      free: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stray' as const),
      pick,
      seat: power,
      version: fc.integer({ min: 1, max: 4 }),
    }),
  },
);
export const conversation: fc.Arbitrary<Gesture[]> = fc.array(gesture, {
  minLength: 30,
  maxLength: 70,
});

/** How often what the properties speak of has really happened. */
export interface Tally {
  signed: number;
  ofMany: number;
  left: number;
  came: number;
  circles: number;
}

function at<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

/** A table at which people talk at random, each step of it watched. */
export class RandomTalk {
  readonly table: Table;
  readonly tally: Tally;
  /** Who has put his name to which version, as the commands told it. */
  readonly #names = new Map<string, Set<Power>>();
  #twin: GameState;
  #n = 0;

  constructor(table: Table, tally: Tally) {
    this.table = table;
    this.tally = tally;
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
    for (const a of table.state.talks.agreements) {
      const last = before.talks.agreements.find(({ id }) => id === a.id);
      if (a.status === 'left' && a.notice?.round === before.round) this.tally.left += 1;
      // What is over stays as it was.
      if (last && last.status !== 'running') expect(a).toEqual(last);
      const own = a.clauses.some((c) => c.when?.on === 'agreement' && waitsForItself(table, a));
      if (own) this.tally.circles += 1;
    }
    table.next();
    this.#twin = loadGame(table.content, saveGame(table.state));
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
    const condition = what === 5 ? undefined : conditions[when];
    const base = { by: at(parties, by) as Power, params: {}, until };
    const named = { ...base, by: own?.power ?? base.by, ...(own ? { order: own.order } : {}) };
    const kinds: readonly Clause[] = [
      { ...base, kind: 'toll_cap', params: { corridor: 'trunk', max: 100 * (n % 9), split: 0 } },
      { ...base, kind: 'access', params: { corridor: 'trunk', delay: 0 } },
      { ...named, kind: 'pledge_do' },
      { ...named, kind: 'pledge_not' },
      { ...base, kind: 'toll_cap', params: { corridor: 'trunk', max: 300, split: 0 } },
      { ...base, kind: 'free', text: `We agree on ${n}` },
    ];
    const clause = kinds[what] as Clause;
    // Most points are possible: tolls are those of Kazakhstan and Russia, the road is Russia's.
    const keeper = clause.kind === 'access' ? ['RU'] : ['KZ', 'RU'];
    const able = clause.kind === 'toll_cap' || clause.kind === 'access';
    const who = able ? (parties.find((p) => keeper.includes(p)) ?? clause.by) : clause.by;
    return { ...clause, by: who, ...(condition ? { when: condition } : {}) };
  }
}

/** Whether an agreement waits, through others, for itself. */
function waitsForItself(table: Table, start: Agreement): boolean {
  const seen = new Set<string>();
  const queue = [start.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const next = table.state.talks.agreements.find((a) => a.id === id)?.clauses ?? [];
    for (const { when } of next) {
      if (when?.on !== 'agreement') continue;
      if (when.agreement === start.id) return true;
      if (!seen.has(when.agreement)) queue.push(when.agreement);
      seen.add(when.agreement);
    }
  }
  return false;
}

/**
 * The same by the plainest means: nothing contingent binds at first; again and again all whose condition
 * holds are added, until nothing more is.
 */
function leastFixedPoint(
  { content }: Table,
  before: GameState,
  orders: readonly (NamedOrder & { readonly power: Power })[],
): ReadonlySet<string> {
  const running = before.talks.agreements.filter((a) => a.status === 'running');
  const clauses = running.flatMap((a) =>
    a.clauses.flatMap((c, i) =>
      c.final || c.until < before.round
        ? []
        : [{ key: `${a.id}/${i}`, agreement: a.id, when: c.when }],
    ),
  );
  const force = new Set(clauses.filter((c) => !c.when).map((c) => c.key));
  const holds = (when: Condition): boolean => {
    if (when.on === 'indicator') {
      const x = before.num[content.layout.find('stability')] as number;
      return when.is === 'least' ? x >= when.value : x <= when.value;
    }
    if (when.on === 'order') {
      return orders.some(
        (o) =>
          o.power === when.power &&
          o.kind === when.order.kind &&
          Object.entries(when.order.params).every(([id, v]) => o.params[id] === v),
      );
    }
    return clauses.some((c) => c.agreement === when.agreement && force.has(c.key));
  };
  for (let size = -1; size !== force.size; ) {
    size = force.size;
    for (const c of clauses) if (c.when && holds(c.when)) force.add(c.key);
  }
  return new Set(clauses.filter((c) => c.when && force.has(c.key)).map((c) => c.key));
}
