import { describe, expect, it } from 'vitest';
import { nextMoves } from '../../../shared/bots/index.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { readyOffers, submit, viewFor } from '../../../shared/game/index.ts';
import { pledge, Table } from '../talks/table.ts';

/** Steps of one bot against one who never stops: far more than any honest talk needs. */
const MOST = 60;

/** One step of a bot, given as it says. @returns moves that were taken */
function step(table: Table, seat: Power, n: number): number {
  const moves = nextMoves(table.content, viewFor(table.content, table.state, seat));
  let taken = 0;
  moves.forEach((move, i) => {
    const command = { id: `${seat}-${n}-${i}`, round: table.state.round, ...move };
    const done = submit(table.content, table.state, seat, 'bot', command);
    if (!done.ok) return;
    table.state = done.state;
    taken += 1;
  });
  return taken;
}

describe('the turn of a bot ends', () => {
  it.each(POWERS)('as %s, whatever is offered again and again, at every depth', (seat) => {
    for (const depth of ['intro', 'expert'] as const) {
      const table = new Table(undefined, 5, depth);
      const pests = POWERS.filter((p) => p !== seat);
      let steps = 0;
      let quiet = 0;
      for (let n = 0; quiet < 2; n += 1) {
        // Everybody writes each offer anew, and lays down fresh ones, as long as the rules take them.
        let said = 0;
        for (const pest of pests) {
          for (const p of table.state.talks.proposals) {
            if (p.status !== 'open' || !p.parties.includes(pest) || p.draft !== null) continue;
            const toll = 100 * ((n % 20) + 1);
            const order = { kind: 'toll', params: { corridor: 'trunk', toll } };
            const clauses = [pledge('pledge_do', p.parties.includes('KZ') ? 'KZ' : pest, order, 0)];
            if (table.say(pest, { type: 'counter', proposal: p.id, clauses }) === null) said += 1;
          }
          const [ready] = readyOffers(
            table.content,
            viewFor(table.content, table.state, pest),
            seat,
          );
          if (!ready) continue;
          const again = { type: 'propose', to: [seat], clauses: ready.clauses };
          if (table.say(pest, again) === null) said += 1;
        }
        let taken = step(table, seat, n);
        while (taken > 0) {
          steps += 1;
          expect(steps, `${seat} at ${depth}`).toBeLessThan(MOST);
          n += 1;
          taken = step(table, seat, n);
        }
        quiet = said === 0 ? quiet + 1 : 0;
      }
      expect(steps).toBeGreaterThan(0);
    }
  });
});
