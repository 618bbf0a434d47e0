import { describe, expect, it } from 'vitest';
import type { Clause, Condition } from '../../../shared/core/talk.ts';
import { calm, does, expert, signed, stability, TOLL, when } from './hanging.ts';
import { cap, pledge, type Table } from './table.ts';

describe('a clause that waits for an indicator', () => {
  const waiting = (): Table =>
    expert()
      .set({ stability: 60, [TOLL]: 900 })
      .agree('KZ', ['RU'], [when(stability(70), cap('RU', 100, 5))]);

  it('does nothing, and binds nobody, as long as it is not reached', () => {
    const table = waiting().order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).next();
    expect(table.at(TOLL)).toBe(2000);
    expect(table.clause).toMatchObject({ fate: 'pending', final: false, judged: -1 });
    expect(table.agreement.status).toBe('running');
  });

  it('does what its signature does in the first round in which it is reached, and says so', () => {
    const table = waiting().next().set({ stability: 70 });
    expect(table.at(TOLL)).toBe(900);
    table.resolve();
    expect(table.at(TOLL)).toBe(100);
    expect(table.clause).toMatchObject({ fate: 'kept', active: 1 });
    expect(table.state.report?.news).toContainEqual({
      key: 'talks.came',
      power: 'RU',
      params: { powers: 'KZ', clause: 'toll_cap' },
    });
  });

  it('is broken by what goes against it while it binds', () => {
    const table = waiting().set({ stability: 80 }).next().set({ stability: 80 });
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).resolve();
    expect(table.clause.fate).toBe('breached');
    expect(table.agreement.status).toBe('broken');
  });

  it('pauses when it is reached no more, and comes into force anew', () => {
    const table = waiting().set({ stability: 80 }).next().set({ stability: 50 });
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).next();
    expect(table.agreement.status).toBe('running');
    expect(table.at(TOLL)).toBe(2000);
    table.set({ stability: 80 }).resolve();
    expect(table.at(TOLL)).toBe(100);
    expect(table.state.report?.news.map((n) => n.key)).not.toContain('talks.came');
  });

  it('ties its parties once, when it first comes into force', () => {
    const [table, quiet] = [waiting(), expert()];
    const more = (value: number): number => {
      const gap = (): number => table.at('ties(RU)') - quiet.at('ties(RU)');
      const before = gap();
      for (const one of [table, quiet]) one.set({ stability: value }).next();
      return gap() - before;
    };
    expect(more(50)).toBe(0);
    expect(more(80)).toBeGreaterThan(0);
    // From then on the tie fades, whether the clause binds or not.
    expect(more(50)).toBeLessThan(0);
    expect(more(80)).toBeLessThan(0);
    expect(table.clause.active).toBe(3);
  });

  const truce = (until: number): Clause =>
    when(stability(70), { kind: 'ceasefire', by: 'RU', params: { measures: 'food' }, until });

  it('that gives a round of grace is not judged where that is its last', () => {
    const table = expert()
      .set({ stability: 50 })
      .agree('KZ', ['RU'], [truce(1)])
      .next();
    table.set({ stability: 80 }).resolve();
    expect(table.clause).toMatchObject({ fate: 'dormant', final: true, active: 1 });
  });

  it('does not forget by a new grace that it was kept', () => {
    const table = expert()
      .set({ stability: 80, 'pc(RU)': 6 })
      .agree('KZ', ['RU'], [truce(3)]);
    for (const value of [80, 50, 80]) {
      table.next();
      if (value === 50) expect(table.clause.fate).toBe('kept');
      table.set({ stability: value, 'pc(RU)': 6 });
    }
    table.resolve();
    expect(table.clause).toMatchObject({ fate: 'kept', final: true, active: 3 });
  });

  it('ends in its last round all the same, never called upon', () => {
    const table = expert().agree('KZ', ['RU'], [when(stability(99), cap('RU', 100, 1))]);
    table.next().resolve();
    expect(table.clause).toMatchObject({ fate: 'dormant', final: true });
    expect(table.agreement.status).toBe('ended');
  });

  it('keeps what was judged when its last round is none of its own', () => {
    const table = expert().set({ stability: 80 });
    table.agree('KZ', ['RU'], [when(stability(70), cap('RU', 100, 1))]).next();
    table.set({ stability: 50 }).resolve();
    expect(table.clause).toMatchObject({ fate: 'kept', final: true, active: 0 });
  });
});

describe('a deed that waits', () => {
  const promise = (condition: Condition, until: number): Table =>
    expert().agree('KZ', ['RU'], [when(condition, pledge('pledge_do', 'RU', calm, until))]);

  it.each<[string, number, boolean, string]>([
    ['for what never comes is never called upon', 99, false, 'dormant'],
    ['and is done when it comes is kept', 10, true, 'kept'],
    ['and is not done when it comes is broken', 10, false, 'breached'],
  ])('%s', (_, least, done, fate) => {
    const table = promise(stability(least), 1).next();
    if (done) table.order('RU', calm.kind, calm.params);
    expect(table.resolve().clause.fate).toBe(fate);
  });

  it('costs no trust where it did not bind', () => {
    const table = promise(stability(99), 0).resolve();
    const quiet = expert().resolve();
    expect(table.at('trust(KZ,RU)')).toBe(quiet.at('trust(KZ,RU)'));
    expect(table.at('reputation(RU)')).toBe(0);
  });
});

describe('a clause that waits for an order', () => {
  const never = pledge('pledge_not', 'RU', { kind: 'ru_transit', params: {} }, 3);
  const table = (given: boolean): Table => {
    const one = expert().agree(
      'KZ',
      ['RU'],
      [when(does('KZ', { kind: 'crossing', params: {} }), never)],
    );
    if (given) one.order('KZ', 'crossing', { node: 'dostyk' });
    return one.order('RU', 'ru_transit', { corridor: 'trunk', toll: 1000 });
  };

  it('binds in the round in which the order is given', () => {
    expect(table(true).resolve().clause.fate).toBe('breached');
    expect(table(false).resolve().clause.fate).toBe('pending');
  });

  it('is not called up by an order that fell through', () => {
    const one = expert();
    one.agree('KZ', ['RU'], [when(does('CN', { kind: 'summit', params: {} }), never)]);
    // Nobody signs the summit.
    one.order('CN', 'summit', { host: 'KZ' });
    one.order('RU', 'ru_transit', { corridor: 'trunk', toll: 1000 });
    expect(one.resolve().agreed(0).clauses[0]?.fate).toBe('pending');
  });
});

describe('agreements that wait for each other', () => {
  /** Lays offers between two powers on the table, each waiting for one of the others, and signs them all. */
  function woven(links: readonly (number | null)[], extra: readonly number[] = []): Table {
    const table = expert().set({ 'toll(KZ,*)': 900 });
    const clauses = (i: number, condition?: Condition): readonly Clause[] => [
      condition ? when(condition, cap('KZ', 100 + 100 * i, 4)) : cap('KZ', 100 + 100 * i, 4),
      ...(extra.includes(i) ? [pledge('pledge_not', 'KZ', { kind: 'fx', params: {} }, 3)] : []),
    ];
    const ids = links.map((_, i) => {
      table.give('KZ', { type: 'propose', to: ['RU'], clauses: clauses(i) });
      return table.lastOffer().id;
    });
    links.forEach((link, i) => {
      const proposal = ids[i] as string;
      if (link !== null) {
        const condition = signed(ids[link] as string);
        table.give('KZ', { type: 'counter', proposal, clauses: clauses(i, condition) });
      }
      table.give('RU', { type: 'sign', proposal, version: link === null ? 1 : 2 });
    });
    return table;
  }
  const inForce = (table: Table): boolean[] =>
    table.resolve().state.talks.agreements.map(({ clauses }) => clauses[0]?.active !== undefined);

  it('come into force along a chain of any length, however it is laid down', () => {
    expect(inForce(woven([1, 2, 3, 4, 5, null]))).toEqual([true, true, true, true, true, false]);
    expect(inForce(woven([null, 0, 1, 2, 3, 4]))).toEqual([false, true, true, true, true, true]);
  });

  it('in a circle stay dormant: the least that is consistent', () => {
    expect(inForce(woven([1, 0]))).toEqual([false, false]);
    expect(inForce(woven([1, 2, 0]))).toEqual([false, false, false]);
  });

  it('in a circle that one of them enters by itself come into force', () => {
    expect(inForce(woven([1, 2, 0], [1]))).toEqual([true, true, true]);
  });

  it('wait in vain for an offer that nobody signs', () => {
    const table = expert();
    table.give('KZ', { type: 'propose', to: ['RU'], clauses: [cap('KZ', 300, 3)] });
    const { id } = table.lastOffer();
    table.agree('KZ', ['RU'], [when(signed(id), cap('RU', 100, 3))]);
    const before = table.at(TOLL);
    expect(table.resolve().at(TOLL)).toBe(before);
  });
});

describe('a signature that waits', () => {
  const summit = { kind: 'summit', params: { host: 'KZ' } };
  const consent = (condition: Condition): Clause =>
    when(condition, { kind: 'consent', by: 'KZ', params: {}, order: summit, until: 0 });
  const filed = (condition: Condition): Table => {
    const table = expert()
      .set({ 'pc(*)': 6 })
      .agree('CN', ['KZ'], [consent(condition)]);
    return table.order('CN', summit.kind, summit.params);
  };
  const given = (table: Table): boolean =>
    table.resolve().state.report?.orders.some(({ kind }) => kind === 'summit') ?? false;

  it('lets the order through when its condition is true, and only then', () => {
    const table = filed(does('RU', calm)).order('RU', calm.kind, calm.params);
    expect(given(table)).toBe(true);
    expect(table.agreed(0).clauses[0]?.fate).toBe('kept');
    const other = filed(does('RU', calm));
    expect(given(other)).toBe(false);
    expect(other.state.report?.failed).toMatchObject([{ refusal: { code: 'unsigned' } }]);
    expect(other.agreed(0).clauses[0]?.fate).toBe('dormant');
  });

  it('does not let an order through for its own sake', () => {
    expect(given(filed(does('CN', summit)))).toBe(false);
  });

  const people = { kind: 'people', params: {} };

  it('does not count when the order that it lets through takes its own reason away', () => {
    const both = filed(does('CN', people)).order('CN', 'people', {});
    expect(given(both)).toBe(true);
    const poor = filed(does('CN', people)).order('CN', 'people', {});
    // Capital for one of the two: with the summit, that comes first, there is none for the other.
    poor.set({ 'pc(CN)': 2 });
    expect(given(poor)).toBe(false);
    expect(poor.state.report?.orders.map(({ kind }) => kind)).toEqual(['people']);
    expect(poor.agreed(0).clauses[0]?.fate).toBe('dormant');
  });

  it('does not count when a second one takes the reason of the first away', () => {
    const exercise = { kind: 'exercise', params: { partner: 'RU' } };
    const orders = (pc: number): readonly string[] => {
      const table = filed(does('KZ', exercise)).order('CN', 'people', {});
      table.agree(
        'KZ',
        ['RU'],
        [
          when(does('CN', people), {
            kind: 'consent',
            by: 'RU',
            params: {},
            order: exercise,
            until: 0,
          }),
        ],
      );
      table.order('KZ', exercise.kind, exercise.params).set({ 'pc(CN)': pc }).resolve();
      return table.state.report?.orders.map(({ kind }) => kind).sort() ?? [];
    };
    expect(orders(6)).toEqual(['exercise', 'people', 'summit']);
    // The exercise waits for the people, the summit for the exercise, and leaves nothing for the people.
    expect(orders(2)).toEqual(['people']);
  });

  it('follows the orders that it has let through', () => {
    const table = filed(does('RU', calm)).order('RU', calm.kind, calm.params);
    table.agree('KZ', ['RU'], [when(does('CN', summit), cap('RU', 100, 3))]);
    table.resolve();
    expect(table.agreed(-1).clauses[0]).toMatchObject({ active: 0 });
    expect(table.at(TOLL)).toBeLessThanOrEqual(100);
  });
});
