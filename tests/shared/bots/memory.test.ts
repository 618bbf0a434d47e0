import { describe, expect, it } from 'vitest';
import { weigh } from '../../../shared/bots/bargain.ts';
import { announcedFor, bindChance, followChance, keepChance } from '../../../shared/bots/belief.ts';
import { PERSONAS } from '../../../shared/bots/index.ts';
import { type Mind, mindOf } from '../../../shared/bots/mind.ts';
import type { Persona } from '../../../shared/bots/personas.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause, Signal } from '../../../shared/core/talk.ts';
import { viewFor } from '../../../shared/game/index.ts';
import { pledge, Table } from '../talks/table.ts';
import { movesOf, offerTo, turnOf } from './scene.ts';

const up = { kind: 'sanctions', params: { change: 'up' } };
const presence = { kind: 'military', params: { act: 'presence' } };
const squeeze = { kind: 'energy', params: { terms: 'squeeze', line: 'all' } };
const float = { kind: 'fx', params: { course: 'float' } };

const mindAt = (table: Table, seat: Power, persona = 'pragmatist'): Mind =>
  mindOf(table.content, viewFor(table.content, table.state, seat), PERSONAS[persona] as Persona);

/** A table at which somebody has warned another, and what came of it. */
function warned(by: Power, to: Power, fates: readonly Signal['fate'][]): Table {
  const table = new Table();
  const signals = fates.map(
    (fate, n): Signal => ({
      id: `s${n}`,
      round: 0,
      by,
      to: [to],
      kind: 'warn',
      order: presence,
      until: 0,
      fate,
    }),
  );
  table.state = { ...table.state, talks: { ...table.state.talks, signals } };
  return table;
}

describe('the belief of a bot', () => {
  it('falls with every bluff it heard, in the next warning and in the next word', () => {
    const believedAfter = (fates: readonly Signal['fate'][]): readonly number[] => {
      const mind = mindAt(warned('RU', 'EU', fates), 'EU');
      return [followChance(mind, 'RU'), keepChance(mind, 'RU')];
    };
    const [follow, keep] = believedAfter([]) as [number, number];
    const [follow1, keep1] = believedAfter(['bluffed']) as [number, number];
    const [follow2, keep2] = believedAfter(['bluffed', 'bluffed']) as [number, number];
    expect(follow1).toBeLessThan(follow);
    expect(follow2).toBeLessThan(follow1);
    expect(keep1).toBeLessThan(keep);
    expect(keep2).toBeLessThan(keep1);
    expect(believedAfter(['kept'])[0]).toBeGreaterThan(follow);
    // A warning whose cause never came says nothing about him.
    expect(believedAfter(['void'])).toEqual([follow, keep]);
  });

  it('is not touched by what it could not hear', () => {
    const heard = mindAt(warned('RU', 'CN', ['bluffed', 'bluffed']), 'EU');
    expect(keepChance(heard, 'RU')).toBe(keepChance(mindAt(new Table(), 'EU'), 'RU'));
  });

  it('falls with every broken word, and no lower than a little', () => {
    const broken = (n: number): number => {
      const table = new Table();
      for (let i = 0; i < n; i += 1) {
        table.agree('RU', ['EU'], [pledge('pledge_not', 'RU', presence, i)]);
      }
      const { talks } = table.state;
      const agreements = talks.agreements.map((a) => ({
        ...a,
        status: 'broken' as const,
        clauses: a.clauses.map((c) => ({ ...c, fate: 'breached' as const, final: true })),
      }));
      table.state = { ...table.state, talks: { ...talks, agreements } };
      return keepChance(mindAt(table, 'EU'), 'RU');
    };
    expect(broken(1)).toBeLessThan(broken(0));
    expect(broken(2)).toBeLessThan(broken(1));
    expect(broken(5)).toBeGreaterThanOrEqual(0.05);
  });
});

describe('a warning that hangs on a deed', () => {
  const deter = (by: Power, fates: readonly Signal['fate'][] = []): Table => {
    const table = warned(by, 'EU', fates);
    const when = { on: 'order' as const, power: 'EU' as const, order: up };
    table.give(by, { type: 'signal', to: ['EU'], kind: 'warn', order: squeeze, until: 1, when });
    return table;
  };

  it('weighs on that deed alone, less when its author has bluffed', () => {
    const mind = mindAt(deter('RU'), 'EU');
    const cost = announcedFor(mind, up);
    expect(cost).toBeLessThan(0);
    expect(announcedFor(mind, { kind: 'sanctions', params: { change: 'hold' } })).toBe(0);
    const hollow = announcedFor(mindAt(deter('RU', ['bluffed']), 'EU'), up);
    expect(hollow).toBeLessThan(0);
    expect(hollow).toBeGreaterThan(cost);
  });

  it('is spoken with the deed that it answers, and does not count as a bluff without it', () => {
    const table = new Table();
    table.order('EU', up.kind, up.params);
    table.next();
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 1300, access: 'open' });
    const [warning] = turnOf(table, 'RU', 'hardliner').filter((m) => m.type === 'signal');
    expect(warning).toMatchObject({ when: { on: 'order', power: 'EU', order: up } });
    table.next();
    table.next();
    const fates = table.state.talks.signals.filter(({ by }) => by === 'RU').map(({ fate }) => fate);
    expect(fates).toEqual(['void']);
  });
});

describe('what hangs on a deed of another', () => {
  const deal = (when: boolean): readonly Clause[] => {
    const asked = pledge('pledge_do', 'CN', { kind: 'train_subsidy', params: { rate: 4000 } }, 0);
    const gift = pledge('pledge_do', 'KZ', { kind: 'eeu', params: { act: 'implement' } }, 0);
    const order = asked.order as NonNullable<Clause['order']>;
    return [asked, when ? { ...gift, when: { on: 'order', power: 'CN', order } } : gift];
  };

  it('is given less often in vain: an offer with a condition is safer to one who doubts', () => {
    const mind = mindAt(new Table().set({ 'trust(*,*)': 10 }), 'KZ', 'cautious');
    const bare = weigh(mind, deal(false));
    const safe = weigh(mind, deal(true));
    expect(safe.careful).toBeGreaterThan(bare.careful);
    const [, gift] = deal(true) as [Clause, Clause];
    expect(bindChance(mind, gift, deal(true))).toBeCloseTo(keepChance(mind, 'CN'), 12);
    expect(bindChance(mind, gift, [gift])).toBeLessThan(
      keepChance(mindAt(new Table(), 'KZ'), 'CN'),
    );
  });
});

describe('free words', () => {
  it('bind no bot, for it cannot read, and pay for nothing', () => {
    const words: Clause = {
      kind: 'free',
      by: 'KZ',
      params: {},
      until: 2,
      text: 'We stay friends.',
    };
    const theirs: Clause = { ...words, by: 'EU' };
    const table = new Table();
    const mind = mindAt(table, 'KZ');
    expect(weigh(mind, [words]).blocked).toBe(true);
    expect(weigh(mind, [theirs])).toMatchObject({ blocked: false, full: 0 });
    const { id } = offerTo(table, 'EU', 'KZ', [words, pledge('pledge_do', 'EU', up, 0)]);
    const answer = movesOf(table, 'KZ').find((m) => 'proposal' in m && m.proposal === id);
    expect(answer?.type).not.toBe('sign');
    expect(weigh(mind, [pledge('pledge_do', 'KZ', float, 0)]).blocked).toBe(false);
  });
});
