import { describe, expect, it } from 'vitest';
import { transit } from '../../../shared/systems/transit/index.ts';
import { context, read, start } from './scene.ts';

const ROUNDS = 6;

interface Outcome {
  readonly boxes: number;
  readonly kz: number;
  readonly ru: number;
}

const memory = new Map<string, Outcome>();

/** Six rounds of two standing tolls on the trunk: boxes at the end, $ million that each earned. */
function sixRounds(kzToll: number, ruToll: number): Outcome {
  const key = `${kzToll} ${ruToll}`;
  const known = memory.get(key);
  if (known) return known;
  let prev = start({ 'toll(KZ,trunk)': kzToll, 'toll(RU,trunk)': ruToll, subsidy: 1500 });
  let kz = 0;
  let ru = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const num = prev.slice();
    transit.run({ ...context(prev, num, { round, held: true }), ledger: null });
    kz += 1000 * read(num, 'toll_income(KZ)');
    ru += 1000 * read(num, 'toll_income(RU)');
    prev = num;
  }
  const outcome = { boxes: read(prev, 'boxes(trunk)'), kz, ru };
  memory.set(key, outcome);
  return outcome;
}

const TOLLS = Array.from({ length: 15 }, (_, i) => 100 + 200 * i);

function best(value: (toll: number) => number): number {
  return TOLLS.reduce((a, b) => (value(b) > value(a) ? b : a));
}

describe('tolls along the trunk', () => {
  it('cost .4 to 1 % of the volume per 1 %, and more over some rounds', () => {
    const once = (word: string, toll: number): number => {
      const prev = start({ [word]: toll });
      const num = prev.slice();
      transit.run({ ...context(prev, num), ledger: null });
      return read(num, 'boxes(trunk)');
    };
    for (const [word, toll] of [
      ['toll(KZ,trunk)', 1100],
      ['toll(RU,trunk)', 1200],
    ] as const) {
      const elasticity = Math.log(once(word, toll * 1.01) / once(word, toll)) / Math.log(1.01);
      expect(elasticity).toBeLessThan(-0.4);
      expect(elasticity).toBeGreaterThan(-1);
    }
    const long = Math.log(sixRounds(1300, 1200).boxes / sixRounds(1100, 1200).boxes);
    expect(long / Math.log(1300 / 1100)).toBeLessThan(-0.8);
  });

  it('fall on demand about exponentially: equal steps of the total, equal factors', () => {
    const volume = [600, 1000, 1400, 1800].map((t) => {
      const prev = start({ 'toll(KZ,trunk)': t });
      const num = prev.slice();
      transit.run({ ...context(prev, num), ledger: null });
      return read(num, 'boxes(trunk)');
    });
    const factors = volume.slice(1).map((v, i) => v / (volume[i] as number));
    for (const f of factors) expect(Math.abs(f - (factors[0] as number))).toBeLessThan(0.1);
  });

  it('set together are lower, carry more and earn more than set alone', () => {
    // Each answers the other's toll until neither moves.
    let kz = 1100;
    let ru = 1200;
    for (let turn = 0; turn < 12; turn += 1) {
      const nextKz = best((t) => sixRounds(t, ru).kz);
      const nextRu = best((t) => sixRounds(nextKz, t).ru);
      if (nextKz === kz && nextRu === ru) break;
      kz = nextKz;
      ru = nextRu;
    }
    const alone = sixRounds(kz, ru);
    let together = alone;
    let total = kz + ru;
    for (const a of TOLLS) {
      for (const b of TOLLS) {
        const o = sixRounds(a, b);
        if (o.kz + o.ru > together.kz + together.ru) {
          together = o;
          total = a + b;
        }
      }
    }
    expect(total).toBeLessThan(kz + ru);
    expect(together.boxes).toBeGreaterThan(alone.boxes);
    expect(together.kz + together.ru).toBeGreaterThan(alone.kz + alone.ru);
  }, 120_000);

  it('leave Kazakhstan poorer when it alone gives way in a joint cut: the split is what makes the deal', () => {
    const now = sixRounds(1100, 1200);
    const cut = sixRounds(400, 1000);
    expect(cut.boxes).toBeGreaterThan(1.5 * now.boxes);
    expect(cut.ru).toBeGreaterThan(now.ru);
    expect(cut.kz).toBeLessThan(now.kz);
  });
});
