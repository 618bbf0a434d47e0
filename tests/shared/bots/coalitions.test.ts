import { describe, expect, it } from 'vitest';
import { weigh } from '../../../shared/bots/bargain.ts';
import { PERSONAS } from '../../../shared/bots/index.ts';
import { mindOf } from '../../../shared/bots/mind.ts';
import type { Persona } from '../../../shared/bots/personas.ts';
import { proposalOf } from '../../../shared/bots/proposals.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { judgeProposal, readyOffers, viewFor } from '../../../shared/game/index.ts';
import { Table } from '../talks/table.ts';
import { turnOf } from './scene.ts';

const mindAt = (table: Table, seat: Power, persona = 'pragmatist') =>
  mindOf(table.content, viewFor(table.content, table.state, seat), PERSONAS[persona] as Persona);

describe('bots among themselves', () => {
  /** Agreements of some rounds of one game, by their parties; filings of one order for two apart. */
  const signedBy = (seed: number, rounds: number): ReadonlySet<string> => {
    const table = new Table(undefined, seed, 'expert');
    for (let round = 0; round < rounds; round += 1) {
      for (let pass = 0; pass < 3; pass += 1)
        for (const seat of POWERS) turnOf(table, seat, 'dealmaker');
      table.next();
    }
    const words = table.state.talks.agreements.filter(
      ({ signed, parties, clauses }) =>
        signed.length === parties.length && clauses.some(({ kind }) => kind !== 'consent'),
    );
    return new Set(words.map(({ parties }) => parties.join()));
  };

  it('sign in two, and in three or four', () => {
    const sizes = new Set([...signedBy(5, 2)].map((parties) => parties.split(',').length));
    expect(sizes).toContain(2);
    expect([...sizes].some((n) => n > 2)).toBe(true);
  });
});

describe('an offer of a bot to several', () => {
  it('makes sense to the rules and is worth its own signature, whoever writes it', () => {
    let several = 0;
    for (const persona of Object.keys(PERSONAS)) {
      for (const seat of POWERS) {
        const table = new Table(undefined, 5, 'expert');
        const mind = mindAt(table, seat, persona);
        const offer = proposalOf(mind);
        if (!offer) continue;
        if (offer.to.length > 1) several += 1;
        expect(judgeProposal(table.content, mind.view, offer.to, offer.clauses)).toBeNull();
        const { careful, blocked } = weigh(mind, offer.clauses);
        expect(blocked).toBe(false);
        expect(careful).toBeGreaterThanOrEqual(mind.persona.reserve);
      }
    }
    expect(several).toBeGreaterThan(0);
  });

  it('counts what is done together as one: a chapter with all is not the sum of its signatures', () => {
    const table = new Table(undefined, 5, 'expert');
    table.set({ chapters_open: 1 });
    const mind = mindAt(table, 'KZ');
    const chapter = readyOffers(table.content, mind.view, ['RU', 'CN'])
      .map(({ clauses }) => clauses)
      .find((clauses) => clauses.some(({ kind }) => kind === 'chapter_joint'));
    const clauses =
      chapter ??
      (['KZ', 'RU', 'CN'] as const).map((by) => ({
        kind: 'chapter_joint',
        by,
        params: { chapter: 'technical', who: 'all' },
        until: 2,
      }));
    const together = weigh(mind, clauses).full;
    const apart = clauses.reduce((sum, clause) => sum + weigh(mind, [clause]).full, 0);
    expect(Math.abs(together - apart)).toBeGreaterThan(0.01);
  });
});
