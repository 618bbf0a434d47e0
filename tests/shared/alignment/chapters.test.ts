import { describe, expect, it } from 'vitest';
import type { Power } from '../../../shared/core/powers.ts';
import { type GivenHere, lesson, play, read, type Values, variant } from '../economy/variant.ts';

const order = (power: Power, chapter: string): GivenHere => ({
  power,
  kind: 'chapter',
  params: { chapter },
});
const all = (chapter: string): GivenHere[] =>
  (['KZ', 'RU', 'CN'] as const).map((power) => order(power, chapter));

/** A word after some rounds in which chapters were signed in the first two. */
function reached(
  word: string,
  signed: readonly GivenHere[],
  coefficients: Values = {},
  rounds = 2,
): number {
  const content = variant({ coefficients });
  const run = play(content, rounds, [signed, signed], { chapters_open: 1 });
  return read(run.states.at(-1) as Float64Array, word);
}

const gain = (word: string, signed: readonly GivenHere[], coefficients: Values = {}, rounds = 2) =>
  reached(word, signed, coefficients, rounds) - reached(word, [], coefficients, rounds);

describe('chapters that are signed', () => {
  it('come into force in two halves', () => {
    const barrier = (level: number): number => {
      const { states } = play(variant({}), 1, [[order('KZ', 'customs'), order('CN', 'customs')]], {
        chapters_open: 1,
        'chapter(customs)': level,
        'aligned(KZ,customs)': level,
        'aligned(CN,customs)': level,
      });
      return read(states[1] as Float64Array, 'ntb(KZ,CN,goods)');
    };
    const usual = read(lesson.start, 'ntb(KZ,CN,goods)');
    expect(barrier(0)).toBeCloseTo(usual, 9);
    expect(barrier(20)).toBeLessThan(usual);
    expect(barrier(55)).toBeCloseTo(usual, 9);
  });

  it('take four and eight per cent of the barriers away, and half a day and a day', () => {
    const usual = read(lesson.start, 'ntb(KZ,CN,goods)');
    expect(reached('ntb(KZ,CN,goods)', all('customs'), {}, 1) / usual).toBeCloseTo(0.96, 9);
    expect(reached('ntb(KZ,CN,goods)', all('customs')) / usual).toBeCloseTo(0.92, 9);
    expect(gain('relief(khorgos)', all('customs'), {}, 1)).toBeCloseTo(0.5, 9);
    expect(gain('relief(khorgos)', all('customs'))).toBeCloseTo(1, 9);
  });

  it('reach who has not signed later, and by then in part', () => {
    const others = [order('RU', 'technical'), order('CN', 'technical')];
    const level = (rounds: number): number => reached('aligned(KZ,technical)', others, {}, rounds);
    expect(level(1)).toBeCloseTo(8, 9);
    expect(level(2)).toBeCloseTo(22.4, 9);
    expect(reached('aligned(CN,technical)', others, {}, 2)).toBeCloseTo(80, 9);
    expect(level(4)).toBeGreaterThan(40);
    expect(level(4)).toBeLessThan(60);
  });

  it('help each other: two bring more than the sum of each', () => {
    const both = [...all('customs'), ...all('technical')];
    for (const word of ['-growth', 'ntb(KZ,CN,goods)'] as const) {
      const sign = word.startsWith('-') ? 1 : -1;
      const label = word.replace('-', '');
      const together = sign * gain(label, both, {}, 3);
      const apart =
        sign * (gain(label, all('customs'), {}, 3) + gain(label, all('technical'), {}, 3));
      expect(together).toBeGreaterThan(apart);
    }
    const none = { 'alignment.complement': 0 };
    expect(gain('ntb(KZ,CN,goods)', both, none)).toBeCloseTo(
      gain('ntb(KZ,CN,goods)', all('customs'), none) +
        gain('ntb(KZ,CN,goods)', all('technical'), none),
      9,
    );
  });

  it('hold the union together, since China deals with it as one', () => {
    expect(gain('union_cohesion', all('finance'))).toBeGreaterThan(0);
    expect(gain('union_cohesion', all('finance'), { 'alignment.recognised': 0 })).toBeLessThan(
      0.1 * gain('union_cohesion', all('finance')),
    );
  });

  it('explain what they do to growth and boxes', () => {
    const { states, ledgers } = play(variant({}), 2, [all('customs'), all('customs')], {
      chapters_open: 1,
    });
    for (const word of [
      'growth',
      'boxes(KZ)',
      'real_income',
      'ntb(KZ,CN,goods)',
      'delay(khorgos)',
    ]) {
      const at = lesson.layout.find(word);
      const [before, now] = [states[1] as Float64Array, states[2] as Float64Array];
      const lines = ledgers[1]?.lines(at) ?? [];
      const sum = lines.reduce((total, { amount }) => total + amount, 0);
      expect(Math.abs((now[at] as number) - (before[at] as number) - sum)).toBeLessThan(1e-9);
      expect(lines.some(({ cause }) => cause === 'mech:chapters')).toBe(true);
    }
  });
});
