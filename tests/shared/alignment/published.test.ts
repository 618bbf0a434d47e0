import { describe, expect, it } from 'vitest';
import { viewFor } from '../../../shared/game/index.ts';
import { memberVotes } from '../../../shared/systems/institutions/members.ts';
import { still, Table } from '../talks/table.ts';

function table(): Table {
  const one = new Table().set({ chapters_open: 1 });
  one.state = { ...one.state, depth: 'expert' };
  return one;
}

const loan = (bidding: string) => ({
  project: 'plants',
  bidding,
  amount: 0.5,
  interest: 3,
  local: '30',
});
const trust = ['trust(CN,KZ)', 'trust(CN,RU)', 'trust(CN,EU)'];

/** China lends on some terms, and Kazakhstan signs. */
function lend(one: Table, bidding: string): Table {
  one.order('CN', 'finance', loan(bidding));
  const { id, versions } = one.lastOffer();
  return one.give('KZ', { type: 'sign', proposal: id, version: versions.length });
}

describe('what China has published', () => {
  it('is a word to all, which everybody reads', () => {
    const one = table().order('CN', 'blueprint', { document: 'list' }).next();
    for (const seat of ['KZ', 'RU', 'EU', null] as const) {
      expect(viewFor(one.content, one.state, seat).talks.agreements).toMatchObject([
        {
          by: 'CN',
          status: 'running',
          parties: ['KZ', 'RU', 'CN', 'EU'],
          clauses: [{ kind: 'pledge_not', by: 'CN', until: 3 }],
        },
      ]);
    }
  });

  it('does not bind in the half-year in which it is written', () => {
    const one = lend(table().order('CN', 'blueprint', { document: 'list' }), 'own').next();
    expect(one.agreement).toMatchObject({ by: 'CN', status: 'running' });
  });

  it('as a list is broken towards all by own crews', () => {
    const one = table().order('CN', 'blueprint', { document: 'list' }).next();
    const before = trust.map((word) => one.at(word));
    lend(one, 'own').resolve();
    expect(one.state.talks.agreements.find((a) => a.by === 'CN')?.status).toBe('broken');
    trust.forEach((word, i) => {
      expect(one.at(word)).toBeLessThan((before[i] as number) - 3);
    });
    expect(one.at('reputation(CN)')).toBeGreaterThan(0);
  });

  it('is kept by open bids', () => {
    const one = table().order('CN', 'blueprint', { document: 'list' }).next();
    lend(one, 'open').resolve();
    expect(one.at('reputation(CN)')).toBe(0);
    expect(one.state.talks.agreements.find((a) => a.by === 'CN')?.status).not.toBe('broken');
  });

  it('as rules is broken by standing aside while others sign', () => {
    const one = table().order('CN', 'blueprint', { document: 'rules' }).next();
    for (let r = 0; r < 3; r += 1) {
      one.set({ 'pc(*)': 9 });
      for (const seat of ['KZ', 'RU'] as const)
        one.order(seat, 'chapter', { chapter: 'technical' });
      if (r < 2) one.next();
      else one.resolve();
    }
    expect(one.clause.fate).toBe('breached');
  });

  it('as rules is excused where nobody else signed', () => {
    const one = table()
      .order('CN', 'blueprint', { document: 'rules' })
      .next()
      .next()
      .next()
      .resolve();
    expect(one.clause.fate).toBe('excused');
  });

  it('as rules is kept by one signature that counts', () => {
    const one = table().order('CN', 'blueprint', { document: 'rules' }).next();
    for (const seat of ['CN', 'RU'] as const) one.order(seat, 'chapter', { chapter: 'finance' });
    expect(one.resolve().clause.fate).toBe('kept');
  });
});

it('members like a larger union less', () => {
  const terms = { tariff: 0, political: false, payment: 0 };
  const lean = (enlarges: boolean): number =>
    memberVotes(still, still.start, 0, { ...terms, enlarges })[0]?.lean ?? 0;
  expect(lean(true)).toBeCloseTo(lean(false) - 6, 9);
});

it('land is given back without a signature, but not taken without one', () => {
  const one = table().set({ land_code: 1, leases: 2 }).order('CN', 'farmland', { lease: 'ask' });
  expect(one.resolve().at('leases')).toBe(2);
  const back = table().set({ land_code: 1, leases: 2 });
  expect(back.order('CN', 'farmland', { lease: 'withdraw' }).resolve().at('leases')).toBe(0);
});

it('leases run out once the law closes the land, and food meets its barriers again', () => {
  const one = table().set({ land_code: 1, leases: 2 });
  const barrier = one.at('ntb(CN,KZ,food)');
  one.set({ land_code: 2 }).next().next().next();
  expect(one.at('leases')).toBe(0);
  expect(one.at('ntb(CN,KZ,food)')).toBeGreaterThan(barrier);
});
