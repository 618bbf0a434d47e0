import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { barsOf, moved, reportRows } from '../../client/state/report.ts';
import { causeWords } from '../../client/words/causes.ts';
import { because, headline, mainCause } from '../../client/words/report.ts';
import { POWERS } from '../../shared/core/powers.ts';
import { linesOf } from '../../shared/core/state.ts';
import { look, playedGame } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

const words = (cause: string) => causeWords(cause, 'KZ', []);
const line = fc.record({
  cause: fc.constantFrom('mech:queues', 'driver:brent', 'limit', 'interaction', 'other'),
  amount: fc.double({ min: -50, max: 50, noNaN: true }),
});

describe('bars of a change', () => {
  test('add up to the change however many are shown by name', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 8 }), (lines, n) => {
        const bars = barsOf(lines, n, words);
        const sum = (list: readonly { readonly amount: number }[]): number =>
          list.reduce((total, { amount }) => total + amount, 0);
        expect(sum(bars)).toBeCloseTo(sum(lines), 9);
        expect(bars.reduce((total, bar) => total + bar.count, 0)).toBe(lines.length);
        expect(bars.length).toBeLessThanOrEqual(n + 1);
      }),
    );
  });

  test('the largest stand by name, the small ones are summed', () => {
    const bars = barsOf(
      [
        { cause: 'mech:queues', amount: 0.1 },
        { cause: 'driver:brent', amount: -3 },
        { cause: 'limit', amount: 0.2 },
        { cause: 'other', amount: 2 },
      ],
      2,
      words,
    );
    expect(bars.map(({ key, amount, count }) => [key, Number(amount.toFixed(6)), count])).toEqual([
      ['driver:brent', -3, 1],
      ['other', 2, 1],
      ['rest', 0.3, 2],
    ]);
  });
});

describe('the report of played rounds', () => {
  const reports = playedGame(11).filter((state) => state.phase === 'report');

  test('there is one a round', () => {
    expect(reports).toHaveLength(6);
  });

  test.each(POWERS)('%s: bars lead from what was to what is', (power) => {
    for (const state of reports) {
      look(state, power);
      expect(reportRows.value).toHaveLength(7);
      for (const row of reportRows.value) {
        const to = row.bars.reduce((at, bar) => at + bar.amount, row.was);
        expect(Math.abs(to - row.is), row.indicator.id).toBeLessThan(1e-6);
      }
    }
  });

  test.each(POWERS)('%s: every cause and headline is in words', (power) => {
    for (const state of reports) {
      look(state, power);
      expect(headline(moved.value)).not.toMatch(/[{}]|head\.|^\w+_\w+/);
      for (const row of reportRows.value) {
        expect(because(row)).not.toMatch(/[{}]|report\.|\w_\w/);
        for (const bar of row.bars) {
          if (bar.words) expect(bar.words.text, bar.key).not.toMatch(/^E\d\d$|[{}]|^[a-z_]+$/);
        }
      }
    }
  });

  test.each([
    ['intro', 3],
    ['standard', 6],
    ['expert', Infinity],
  ] as const)('at %s depth at most %d causes of a change stand by name', (depth, most) => {
    let summed = 0;
    for (const state of reports) {
      look({ ...state, depth }, 'KZ');
      for (const row of reportRows.value) {
        const named = row.bars.filter((bar) => bar.words !== null);
        expect(named.length).toBeLessThanOrEqual(most);
        summed += row.bars.length - named.length;
        const least = Math.min(...named.map((bar) => Math.abs(bar.amount)));
        const found = state.report?.indicators.KZ.find((r) => r.id === row.indicator.id);
        for (const { cause, amount } of found ? linesOf(found) : []) {
          if (Math.abs(amount) > least) expect(named.map(({ key }) => key)).toContain(cause);
        }
      }
    }
    // Rounds so full of causes that the limit is felt; at expert depth none is summed up.
    if (depth === 'expert') expect(summed).toBe(0);
    else expect(summed).toBeGreaterThan(0);
  });

  test('a sentence says where a figure went, what moved it, and what held against it', () => {
    const [state] = reports;
    look(state!, 'KZ');
    const row = moved.value[0]!;
    const along = row.bars.find((bar) => bar.amount * row.change > 0)!;
    expect(because(row)).toContain(row.change > 0 ? ' rose to ' : ' fell to ');
    expect(because(row)).toContain(along.words?.text);
  });
});

describe('the cause that a row names', () => {
  const row = (change: number, lines: readonly { cause: string; amount: number }[]) => ({
    ...(reportRows.value[0] as (typeof reportRows.value)[number]),
    change,
    bars: barsOf(lines, 4, words),
  });

  beforeAll(() => look(playedGame(11).find((s) => s.phase === 'report') as never, 'KZ'));

  test('moves the way the figure moved', () => {
    const lines = [
      { cause: 'driver:brent', amount: 5 },
      { cause: 'mech:queues', amount: -6 },
    ];
    expect(mainCause(row(-1, lines))).toBe(words('mech:queues').text);
    expect(mainCause(row(1, lines))).toBe(words('driver:brent').text);
  });

  test('is a known one where it is large enough beside the rest of the record', () => {
    const lines = (known: number) => [
      { cause: 'other', amount: 3 },
      { cause: 'mech:queues', amount: known },
    ];
    expect(mainCause(row(4, lines(1)))).toBe(words('mech:queues').text);
    expect(mainCause(row(3.5, lines(0.5)))).toBe(words('other').text);
  });
});
