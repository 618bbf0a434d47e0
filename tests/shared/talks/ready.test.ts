import { expect, it } from 'vitest';
import { POWERS } from '../../../shared/core/powers.ts';
import { readyOffers, viewFor } from '../../../shared/game/index.ts';
import { Table } from './table.ts';

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
