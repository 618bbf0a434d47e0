import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../../shared/core/random.ts';
import { baselineOf } from '../../../shared/game/index.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { type GivenHere, lesson, read, type Values } from '../economy/variant.ts';
import { gameWith, moved, still } from './scene.ts';

const PUBLIC = ['cities', 'rural', 'north'];

function publicly(state: Float64Array, initiative: string): number {
  return PUBLIC.reduce((sum, s) => sum + read(state, `att(${s},${initiative})`) / 3, 0);
}

/** States after each round of history's orders, nothing drawn. */
function history(): Float64Array[] {
  let num: Float64Array = lesson.start;
  return lesson.halves.map((_, r) => {
    num = resolveNumbers(lesson, num, r, lesson.history[r] ?? [], { free: true }).num;
    return num;
  });
}

describe('opinion under history’s orders', () => {
  const states = history();
  const mean = (rounds: readonly number[], initiative: string): number =>
    rounds.reduce((sum, r) => sum + publicly(states[r] as Float64Array, initiative), 0) /
    rounds.length;

  it('approves of the union as the polls did: 84, 80, 74 from a base of 73', () => {
    expect(publicly(lesson.start, 'EEU')).toBeCloseTo(73, 6);
    expect(Math.abs(mean([1, 2], 'EEU') - 84)).toBeLessThan(3.5);
    expect(Math.abs(mean([3, 4], 'EEU') - 80)).toBeLessThan(3.5);
    expect(Math.abs(mean([5], 'EEU') - 74)).toBeLessThan(3.5);
  });

  it('fears more while it approves more: two states', () => {
    const fear = (state: Float64Array): number =>
      PUBLIC.reduce((sum, s) => sum + read(state, `fear(${s})`) / 3, 0);
    expect(fear(states[1] as Float64Array)).toBeGreaterThan(fear(lesson.start) + 6);
    expect(publicly(states[1] as Float64Array, 'EEU')).toBeGreaterThan(80);
  });

  it('keeps its view of China, of whose road it knows little', () => {
    for (const state of states) expect(Math.abs(publicly(state, 'CN') - 45)).toBeLessThan(2);
  });

  it('grows more likely to protest when prices jump and the land is opened', () => {
    const hazard = states.map((s) => read(s, 'hazard'));
    expect(hazard[0]).toBeLessThan(0.04);
    expect(hazard[4]).toBeGreaterThan(0.07);
  });
});

describe('a wave of protest', () => {
  const round = (seed: number, words: Values) =>
    resolveNumbers(still, gameWith(words).num, 0, [], { seed });

  it('is drawn on the hazard by the seed of the game alone', () => {
    const words = { grievance: 24 };
    let waves = 0;
    let expected = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const { num, news } = round(seed, words);
      const hazard = read(num, 'hazard');
      const due = draw(seed, 0, 'event', 'E15') < hazard;
      expect(read(num, 'wave')).toBe(due ? 1 : 0);
      expect(news.some(({ key }) => key.startsWith('event.E15'))).toBe(due);
      waves += due ? 1 : 0;
      expected += hazard;
    }
    expect(expected).toBeGreaterThan(30);
    expect(Math.abs(waves - expected)).toBeLessThan(3 * Math.sqrt(expected));
  });

  it('comes in no preview, no shadow round and no believed state', () => {
    const { num } = gameWith({ grievance: 90 });
    expect(read(resolveNumbers(still, num, 0, []).num, 'wave')).toBe(0);
    expect(read(resolveNumbers(still, num, 0, [], { held: true, seed: 3 }).num, 'wave')).toBe(0);
  });

  it('is about what angers most, costs growth in the half-year after, and passes', () => {
    const words = { grievance: 60, 'grievance(*,roads)': 90 };
    let seed = 1;
    while (draw(seed, 0, 'event', 'E15') > 0.3) seed += 1;
    const { num, news } = round(seed, words);
    expect(read(num, 'wave_topic')).toBe(6);
    expect(news.map(({ key }) => key)).toContain('event.E15.roads');
    const after = resolveNumbers(still, num, 1, []).num;
    const calm = num.slice();
    calm[lesson.layout.find('wave')] = 0;
    const without = resolveNumbers(still, calm, 1, []).num;
    expect(read(after, 'growth') - read(without, 'growth')).toBeCloseTo(-0.2, 9);
    expect(read(after, 'wave')).toBe(0);
  });

  it('leaves anger behind that comes up later when squares are cleared', () => {
    const words = { wave: 1, wave_topic: 3, 'grievance(*,land)': 30 };
    const by = (label: string, rounds: number): number =>
      moved(gameWith(words), 'KZ', 'protest_answer', { answer: 'suppress' }, label, rounds);
    expect(by('hazard', 1)).toBeLessThan(0);
    expect(by('hidden(rural)', 1)).toBeGreaterThan(5);
    expect(by('grievance(rural,prices)', 3)).toBeGreaterThan(0.3);
    expect(by('crackdown', 1)).toBe(2);
    expect(by('crackdown', 3)).toBe(0);
  });

  it('may part the baselines of two seeds; one seed has one', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
    const paths = new Set(seeds.map((seed) => JSON.stringify(baselineOf(lesson, seed).path)));
    expect(paths.size).toBeGreaterThan(1);
    expect(baselineOf(lesson, 7)).toBe(baselineOf(lesson, 7));
  });
});

describe('every word of opinion', () => {
  const { layout } = lesson;
  const OWN = [
    ...['att', 'spread', 'fear', 'restoration', 'aware', 'grievance', 'hidden', 'hazard'],
    ...['openness', 'legitimacy', 'doubt', 'voiced', 'comfort', 'pref', 'pressure', 'exp_gain'],
    ...['biz_conf', 'benefit', 'worth', 'backing', 'announced', 'consulted', 'settling'],
    ...['land_age', 'wave', 'wave_topic', 'crackdown', 'home', 'audience'],
  ];
  const entries = OWN.flatMap((word) => [...layout.entries(word)]);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const WHOLE = ['wave', 'wave_topic', 'consulted', 'crackdown', 'land_age'];
  const orders = fc.subarray<GivenHere>([
    { power: 'KZ', kind: 'land', params: { code: 'open' } },
    { power: 'KZ', kind: 'engage', params: { mode: 'consult', topic: 'land' } },
    { power: 'KZ', kind: 'protest_answer', params: { answer: 'suppress' } },
    { power: 'KZ', kind: 'protest_answer', params: { answer: 'suspend' } },
    { power: 'CN', kind: 'people', params: { group: 'youth' } },
    { power: 'EU', kind: 'civil', params: { amount: 0.1 } },
    { power: 'EU', kind: 'scitech', params: {} },
  ]);

  it('keeps its range and tells its causes, wherever it starts', () => {
    fc.assert(
      fc.property(
        fc.array(share, { minLength: entries.length, maxLength: entries.length }),
        orders,
        fc.integer({ min: 1, max: 1000 }),
        (shares, given, seed) => {
          let prev: Float64Array = lesson.start.slice();
          entries.forEach((at, i) => {
            const [low, high] = [layout.min[at] as number, layout.max[at] as number];
            const value = low + (shares[i] as number) * (high - low);
            const whole = WHOLE.includes(layout.spec[at]?.id ?? '');
            prev[at] = whole ? Math.round(value) : value;
          });
          for (let r = 0; r < 3; r += 1) {
            const { num, ledger } = resolveNumbers(lesson, prev, r, r === 1 ? given : [], {
              explain: true,
              seed,
            });
            for (const at of entries) {
              const label = layout.label[at] as string;
              const x = num[at] as number;
              expect(x, label).toBeGreaterThanOrEqual(layout.min[at] as number);
              expect(x, label).toBeLessThanOrEqual(layout.max[at] as number);
              const told = ledger?.sum(at) as number;
              expect(Math.abs(x - (prev[at] as number) - told), label).toBeLessThan(1e-9);
            }
            prev = num;
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
