import { describe, expect, it } from 'vitest';
import { NESTS } from '../../../shared/systems/transit/compile.ts';
import { cutLoading, settleTransit } from '../../../shared/systems/transit/index.ts';
import { content, imbalance, load, network, pairFlow, read, start } from './scene.ts';

const { layout } = content;

function settled(words: Readonly<Record<string, number>> = {}): Float64Array {
  const num = start(words);
  settleTransit(content, num);
  return num;
}

describe('loading', () => {
  it('sends exactly the demand of every pair, and no negative flow', () => {
    const flow = load(start());
    content.network.pairs.forEach((pair, o) => {
      expect(pairFlow(flow, o)).toBeCloseTo(pair.demand, 9);
    });
    for (const f of flow) expect(f).toBeGreaterThanOrEqual(0);
  });

  it('conserves flow at every place', () => {
    for (const [id, x] of imbalance(settled({ subsidy: 2000 }))) {
      expect(Math.abs(x), id).toBeLessThan(1e-9);
    }
  });

  it('writes link flows that are the sums of path flows', () => {
    const num = settled({ subsidy: 1000 });
    const flow = load(num);
    const at = content.network.links.findIndex((l) => l.id === 'moscow--brest');
    let sum = 0;
    for (let p = 0; p < network.paths; p += 1) {
      for (
        let i = network.linkStart[p] as number;
        i < (network.linkStart[p + 1] as number);
        i += 1
      ) {
        if (network.linkOf[i] === at) sum += flow[p] as number;
      }
    }
    expect(read(num, 'flow(moscow--brest)')).toBeCloseTo(sum, 9);
  });

  it('sends nothing for a pair without an open path, and breaks nothing', () => {
    const num = start();
    num.fill(0, layout.at('available'), layout.at('available') + layout.span('available'));
    settleTransit(content, num);
    expect(read(num, 'boxes(all)')).toBe(0);
    expect(read(num, 'route_mix')).toBe(0);
    for (const x of num) expect(Number.isFinite(x)).toBe(true);
  });

  it('nests trains apart from road and sea', () => {
    // A dearer trunk is left for other trains more than for the sea, per box that is there.
    const before = load(start());
    const after = load(start({ 'toll(KZ,trunk)': 2100 }));
    const gain = (pair: number, nest: number): number => {
      let was = 0;
      let is = 0;
      const first = pair * NESTS + nest;
      for (
        let p = network.nestStart[first] as number;
        p < (network.nestStart[first + 1] as number);
        p += 1
      ) {
        if (network.corridor[p] === 0) continue;
        was += before[p] as number;
        is += after[p] as number;
      }
      return is / was;
    };
    expect(gain(0, 0)).toBeGreaterThan(gain(0, 2));
  });
});

describe('equilibrium', () => {
  it('reports flows that are one loading at the reported delays', () => {
    const num = settled({ subsidy: 3000, 'freq(trunk)': 20 });
    const again = load(num);
    let trunk = 0;
    for (let p = 0; p < network.paths; p += 1) {
      if (network.corridor[p] === 0 && network.europe[p]) trunk += again[p] as number;
    }
    expect(read(num, 'boxes(trunk)')).toBeCloseTo(trunk, 10);
  });

  it('gives the same bytes for the same input', () => {
    const words = { subsidy: 2500, 'freq(trunk)': 12, 'status(trunk)': 1 };
    expect(Array.from(settled(words))).toEqual(Array.from(settled(words)));
  });

  it('finds the same delays from other starting delays', () => {
    const words = { subsidy: 3000, 'freq(trunk)': 25 };
    const warm = settled(words);
    settleTransit(content, warm);
    const cold = settled({ ...words, 'delay(dostyk)': 12, 'delay(brest)': 0 });
    settleTransit(content, cold);
    for (const node of ['dostyk', 'khorgos', 'brest']) {
      const a = read(warm, `delay(${node})`);
      expect(Math.abs(a - read(cold, `delay(${node})`)), node).toBeLessThan(0.02 * a + 0.01);
    }
  });

  it('moves less in each further settling', () => {
    const num = settled({ subsidy: 3000, 'freq(trunk)': 25 });
    const step = (): number => {
      const was = read(num, 'delay(dostyk)');
      settleTransit(content, num);
      return Math.abs(read(num, 'delay(dostyk)') - was);
    };
    const first = step();
    step();
    expect(step()).toBeLessThan(first + 1e-12);
  });

  it('moves flow the way each price and delay says', () => {
    const base = settled();
    const boxes = (words: Readonly<Record<string, number>>, word = 'boxes(KZ)'): number =>
      read(settled(words), word);
    const kz = read(base, 'boxes(KZ)');
    expect(boxes({ 'toll(KZ,trunk)': 1500 })).toBeLessThan(kz);
    expect(boxes({ 'toll(RU,trunk)': 800 })).toBeGreaterThan(kz);
    expect(boxes({ subsidy: 1000 }) / kz).toBeGreaterThan(1.35);
    expect(boxes({ subsidy: 1000 }) / kz).toBeLessThan(1.7);
    expect(boxes({ sea_freight: 4000 })).toBeGreaterThan(kz);
    expect(boxes({ 'status(trunk)': 1 })).toBeLessThan(kz);
    expect(boxes({ 'freq(trunk)': 5 })).toBeGreaterThan(kz);
    expect(boxes({ bypass: 200 }, 'boxes(caspian)')).toBeGreaterThan(read(base, 'boxes(caspian)'));
    const slow = start({ 'delay(dostyk)': 9, 'delay(khorgos)': 9 });
    const sum = (flow: Float64Array): number =>
      flow.reduce((s, f, p) => s + (network.europe[p] && network.throughKz[p] ? f : 0), 0);
    expect(sum(load(slow))).toBeLessThan(sum(load(start())));
  });

  it('shortens the wait at a station with more capacity or relief', () => {
    const busy = { subsidy: 3000, 'freq(trunk)': 20 };
    const before = read(settled(busy), 'delay(dostyk)');
    expect(read(settled({ ...busy, 'capacity(dostyk)': 19 }), 'delay(dostyk)')).toBeLessThan(
      before,
    );
    expect(read(settled({ ...busy, 'relief(dostyk)': 0.7 }), 'delay(dostyk)')).toBeLessThan(before);
  });

  it('takes at least nine tenths from a corridor that Russia closes', () => {
    const num = settled({ 'status(trunk)': 2 });
    expect(read(num, 'boxes(trunk)')).toBeLessThan(0.1 * read(settled(), 'boxes(trunk)'));
  });
});

describe('a cut', () => {
  it('of the trunk takes Kazakh transit and leaves the state alone', () => {
    const num = settled({ subsidy: 2000, 'freq(trunk)': 5 });
    const copy = num.slice();
    const open = cutLoading(content, num, {});
    const cut = cutLoading(content, num, { corridors: ['trunk'] });
    expect(open.boxesKz).toBeCloseTo(read(num, 'boxes(KZ)'), 9);
    expect(open.transitIncome).toBeCloseTo(read(num, 'transit_income'), 9);
    expect(open.tollIncomeRu).toBeCloseTo(read(num, 'toll_income(RU)'), 9);
    expect(cut.boxesKz).toBeLessThan(0.2 * open.boxesKz);
    expect(cut.tollIncomeKz).toBeLessThan(open.tollIncomeKz);
    expect(num).toEqual(copy);
  });

  it('of a country closes all its links', () => {
    const num = settled();
    const cut = cutLoading(content, num, { owner: 'CN' });
    expect(cut.boxesKz).toBe(0);
    expect(cutLoading(content, num, { links: ['dostyk--aktogay'] }).boxesKz).toBeGreaterThan(0);
  });
});
