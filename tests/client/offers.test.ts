/** Offers in the making: to several, in free words, with conditions; two versions side by side. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addClause,
  clausesFor,
  narrowed,
  partiesOf,
  refusalOf,
  turnParty,
  write,
  writing,
} from '../../client/state/compose.ts';
import {
  dealsFor,
  deedsFor,
  type Frame,
  firstCondition,
  gaugesFor,
  roleOf,
  sortsFor,
  valueSpec,
  withCondition,
} from '../../client/state/conditions.ts';
import { dealOf, pointsOf, readyFor } from '../../client/state/deals.ts';
import { channels } from '../../client/state/talks.ts';
import { pointPairs } from '../../client/state/versions.ts';
import { clauseText, whenText } from '../../client/words/clauses.ts';
import { DEPTHS, POWERS, type Power } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import type { Clause, Condition, TalkCommand } from '../../shared/core/talk.ts';
import {
  clauseKinds,
  describeClause,
  outlook,
  readyOffers,
  submit,
  viewFor,
} from '../../shared/game/index.ts';
import { gameAt, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  write(null);
});

const start = gameAt('deliberation');
const deep = gameAt('deliberation', 'expert');

function told(state: GameState, seat: Power, command: TalkCommand): GameState {
  const input = { ...command, id: `c${state.accepted.length}`, round: state.round };
  const outcome = submit(lesson, state, seat, 'person', input);
  if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.state;
}

const cap = (by: Power, max = 800): Clause => ({
  kind: 'toll_cap',
  by,
  params: { corridor: 'trunk', max, split: 0 },
  until: 2,
});
const words: Clause = { kind: 'free', by: 'EU', params: {}, until: 2, text: 'We meet in May.' };

describe('an offer to several', () => {
  test('takes powers in and leaves them out with their points, but keeps one', () => {
    look(start, 'KZ');
    write({ to: ['RU'], clauses: [], counters: null });
    turnParty('EU');
    expect(writing.value?.to).toEqual(['RU', 'EU']);
    expect(partiesOf(writing.value!.to)).toEqual(['KZ', 'RU', 'EU']);
    // Its channel is on the list while it is being written.
    expect(channels.value).toContain('RU-EU');
    addClause(cap('RU'));
    addClause(words);
    turnParty('RU');
    expect(writing.value?.clauses).toEqual([words]);
    turnParty('EU');
    expect(writing.value?.to).toEqual(['EU']);
    write(null);
    expect(channels.value).not.toContain('RU-EU');
  });

  test('does not change its parties in a counter-offer', () => {
    const state = told(start, 'RU', { type: 'propose', to: ['KZ', 'CN'], clauses: [cap('RU')] });
    look(state, 'KZ');
    const counters = state.talks.proposals[0]!;
    write({ to: ['RU', 'CN'], clauses: [], counters });
    turnParty('EU');
    expect(writing.value?.to).toEqual(['RU', 'CN']);
  });

  test.each(DEPTHS)('finds points of every party that the rules accept, at depth %s', (depth) => {
    look(gameAt('deliberation', depth), 'KZ');
    const to = ['RU', 'CN', 'EU'] as const;
    const points = clausesFor(to);
    for (const power of POWERS) expect(points.map(({ by }) => by)).toContain(power);
    for (const clause of points) {
      const { deemed } = describeClause(clause.kind);
      expect(refusalOf(to, [deemed ? { ...clause, text: 'So be it.' } : clause])).toBeNull();
    }
    const kinds = new Set(points.map(({ kind }) => kind));
    expect(clauseKinds(depth).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('tells what it would bring each of them, on the whole and point by point', async () => {
    look(start, 'KZ');
    const clauses = [cap('RU', 500), cap('KZ', 500)];
    const deal = await vi.waitFor(() => {
      const found = dealOf(['RU', 'EU'], clauses);
      expect(found).not.toBeNull();
      return found!;
    });
    expect(Object.keys(deal.partners)).toEqual(['RU', 'EU']);
    const points = await vi.waitFor(() => {
      const found = pointsOf(clauses);
      expect(found).not.toBeNull();
      return found!;
    });
    const eye = outlook(lesson, viewFor(lesson, start, 'KZ'));
    expect(points).toEqual(clauses.map((one) => eye.gains([one])));
    // Who lowers his own toll gives something away, and the other gains.
    expect(points[0]!.RU).toBeLessThan(points[0]!.KZ);
    expect(points[1]!.KZ).toBeLessThan(points[1]!.RU);
  });
});

test('offers are made ready for several as well, by the rules', async () => {
  look(start, 'KZ');
  const to = ['RU', 'CN'] as const;
  const ready = await vi.waitFor(
    () => {
      const found = readyFor(to);
      expect(found).not.toBeNull();
      return found!;
    },
    { timeout: 20_000 },
  );
  expect(ready).toEqual(readyOffers(lesson, viewFor(lesson, start, 'KZ'), to));
  for (const { clauses } of ready) expect(refusalOf(to, clauses)).toBeNull();
}, 30_000);

describe('settings of a point', () => {
  test('are cut to what the rules accept of them', () => {
    look(deep, 'KZ');
    for (const clause of clausesFor(['RU'])) {
      for (const spec of describeClause(clause.kind).params) {
        const cut = narrowed(['RU'], clause, spec);
        if (cut?.type !== 'number') continue;
        for (const value of [cut.min, cut.max]) {
          const params = { ...clause.params, [spec.id]: value };
          expect(refusalOf(['RU'], [{ ...clause, params }])).toBeNull();
        }
      }
    }
  });
});

describe('a condition', () => {
  const frame: Frame = { to: ['RU'], self: null };

  test('is for the deepest level, and not for free words', () => {
    look(start, 'KZ');
    expect(roleOf(cap('KZ'))).toBeNull();
    look(deep, 'KZ');
    expect(roleOf(cap('KZ'))).toBe('binds');
    expect(roleOf(words)).toBeNull();
  });

  test('is of every sort that there is, each accepted by the rules and told in words', () => {
    const state = told(deep, 'RU', { type: 'propose', to: ['KZ'], clauses: [cap('RU')] });
    look(state, 'KZ');
    expect(sortsFor(frame, cap('KZ'))).toEqual(['order', 'indicator', 'agreement']);
    for (const on of sortsFor(frame, cap('KZ'))) {
      const when = firstCondition(frame, cap('KZ'), on)!;
      const clause = { ...cap('KZ'), when };
      expect(refusalOf(['RU'], [clause])).toBeNull();
      expect(whenText(clause)).toMatch(/^It binds only in half-years in which .+[^{}]\.$/);
      expect(clauseText(clause)).toBe(`${clauseText(cap('KZ'))} ${whenText(clause)}`);
    }
  });

  test('names an offer only where every party lies with it on the table', () => {
    const state = told(deep, 'RU', { type: 'propose', to: ['KZ'], clauses: [cap('RU')] });
    look(state, 'KZ');
    const [offer] = state.talks.proposals;
    expect(dealsFor(frame, cap('KZ')).map(({ id }) => id)).toEqual([offer!.id]);
    expect(dealsFor({ to: ['EU'], self: null }, cap('KZ'))).toEqual([]);
    // No version of an offer waits for itself.
    expect(dealsFor({ to: ['RU'], self: offer!.id }, cap('KZ'))).toEqual([]);
  });

  test('names orders of any party, and no indicator that a party may not see', () => {
    look(deep, 'KZ');
    for (const power of POWERS) {
      const deeds = deedsFor({ to: ['RU', 'CN', 'EU'], self: null }, cap('KZ'), power);
      expect(deeds.length).toBeGreaterThan(3);
    }
    const gauges = gaugesFor(frame, cap('KZ'));
    expect(gauges.map(({ owner }) => owner)).toContain('shared');
    for (const { owner, indicator } of gauges) {
      const value = valueSpec({ owner, indicator }).initial;
      const when: Condition = {
        on: 'indicator',
        owner,
        indicator: indicator.id,
        is: 'most',
        value,
      };
      expect(refusalOf(['RU'], [{ ...cap('KZ'), when }])).toBeNull();
    }
  });

  test('goes with the level that knows it', () => {
    look(deep, 'KZ');
    const when = firstCondition(frame, cap('KZ'), 'order')!;
    expect(withCondition(frame, { ...cap('KZ'), when })).toEqual({ ...cap('KZ'), when });
    look(start, 'KZ');
    expect(withCondition(frame, { ...cap('KZ'), when })).toEqual(cap('KZ'));
  });
});

test('two versions side by side pair what is most alike, and tell what was dropped', () => {
  const old = { number: 1, by: 'KZ' as const, clauses: [cap('KZ', 900), cap('KZ', 300), words] };
  const now = {
    number: 2,
    by: 'RU' as const,
    clauses: [cap('RU'), cap('KZ', 300), cap('KZ', 700)],
  };
  expect(pointPairs(old, now)).toEqual([
    { old: null, now: cap('RU'), as: 'new' },
    { old: cap('KZ', 300), now: cap('KZ', 300), as: 'same' },
    { old: cap('KZ', 900), now: cap('KZ', 700), as: 'changed' },
    { old: words, now: null, as: 'dropped' },
  ]);
});
