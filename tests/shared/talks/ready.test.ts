import { expect, it } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { judgeProposal, previewDeal, readyOffers, viewFor } from '../../../shared/game/index.ts';
import { marketOf } from '../../../shared/game/talks/market.ts';
import { still, Table } from './table.ts';

it('offers no choice between two that say the same, however few there are', () => {
  const table = new Table();
  let most = 0;
  for (let round = 0; round < 3; round += 1) {
    for (const seat of POWERS) {
      for (const partner of POWERS) {
        const view = viewFor(table.content, table.state, seat);
        const ids = readyOffers(table.content, view, partner).map(({ id }) => id);
        expect(new Set(ids).size, `${seat} to ${partner} in round ${round}`).toBe(ids.length);
        most = Math.max(most, ids.length);
      }
    }
    table.next();
  }
  expect(most).toBeGreaterThan(1);
});

it('offers to several what binds all of them and is good for each', () => {
  const table = new Table();
  const view = viewFor(table.content, table.state, 'KZ');
  const sets: readonly (readonly Power[])[] = [
    ['RU', 'CN'],
    ['RU', 'EU'],
    ['CN', 'EU'],
    ['RU', 'CN', 'EU'],
  ];
  let found = 0;
  for (const others of sets) {
    for (const { clauses, own, partner } of readyOffers(table.content, view, others)) {
      found += 1;
      expect(judgeProposal(table.content, view, others, clauses)).toBeNull();
      expect(new Set(clauses.map(({ by }) => by))).toEqual(new Set(['KZ', ...others]));
      expect(Math.min(own, partner)).toBeGreaterThan(0);
      const gains = previewDeal(table.content, view, clauses);
      const scores = [gains.own, ...others.map((p) => gains.partners[p])].map((one) => one?.score);
      // A word to leave something alone moves nothing in a preview.
      if (clauses.every(({ kind }) => kind !== 'pledge_not')) {
        for (const score of scores) expect(score).toBeGreaterThan(0);
      }
    }
  }
  expect(found).toBeGreaterThan(2);
});

it('offers one purse for the tolls of two, with tolls that come down', () => {
  const table = new Table(still, 5, 'standard');
  const view = viewFor(table.content, table.state, 'KZ');
  const market = marketOf(table.content, view);
  const purse = market
    .wordsOf('KZ', ['KZ', 'RU'])
    .filter(({ clauses }) => clauses.some(({ kind }) => kind === 'revenue_split'));
  expect(purse.length).toBeGreaterThan(0);
  const share = (word: (typeof purse)[number]): number =>
    Number(word.clauses.find(({ kind }) => kind === 'revenue_split')?.params.share);
  const caps = (word: (typeof purse)[number]): string =>
    JSON.stringify(word.clauses.filter(({ kind }) => kind === 'toll_cap'));
  // The same tolls: what one gains by his share of the purse the other loses.
  for (const a of purse) {
    for (const b of purse) {
      if (caps(a) !== caps(b) || share(a) >= share(b)) continue;
      expect(a.net.KZ).toBeLessThan(b.net.KZ);
      expect(a.net.RU).toBeGreaterThan(b.net.RU);
    }
  }
});
