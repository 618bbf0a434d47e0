import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { move } from '../../../shared/core/round.ts';
import { energyRouting } from '../../../shared/systems/energy/index.ts';
import { projects } from '../../../shared/systems/projects/index.ts';
import { transit } from '../../../shared/systems/transit/index.ts';
import { content, context, EXPLAINED, start, unexplained } from './scene.ts';

const { layout } = content;

/** Entries that orders, drivers and other systems may have set before transit runs. */
const MOVED = [
  ...['toll', 'status', 'capacity', 'relief', 'available', 'oil_access', 'line_capacity'].flatMap(
    (word) => layout.label.filter((label) => label.startsWith(`${word}(`)),
  ),
  ...['subsidy', 'bypass', 'sea_freight', 'box_demand', 'res_boxes', 'brent', 'oil_volume'],
  'metals_price',
  ...content.projects.map((p) => `funded(${p.id})`),
];

const changes = fc.array(
  fc.record({
    label: fc.constantFrom(...MOVED),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    cause: fc.constantFrom('order:KZ:toll', 'order:EU:eu_corridor', 'driver:x', 'event:E'),
  }),
  { maxLength: 12 },
);

function play(rounds: readonly (readonly { label: string; to: number; cause: string }[])[]): void {
  let prev = start();
  rounds.forEach((list, round) => {
    const num = prev.slice();
    const ctx = context(prev, num, { round });
    for (const { label, to, cause } of list) {
      const i = layout.find(label);
      const low = layout.min[i] as number;
      const high = layout.max[i] as number;
      move(ctx, i, low + to * (high - low) - (num[i] as number), cause);
    }
    projects.run(ctx);
    energyRouting.run(ctx);
    transit.run(ctx);
    expect(unexplained(ctx, EXPLAINED)).toBeLessThan(1e-9);
    num.forEach((x, i) => {
      const low = layout.min[i] as number;
      const high = layout.max[i] as number;
      if (!(x >= low && x <= high)) throw new Error(`${layout.label[i]} is ${x}`);
    });
    prev = num;
  });
}

describe('ledger of the network and of energy', () => {
  it('closes and stays in range whatever is set', () => {
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 4 }), (rounds) => play(rounds)),
      { numRuns: 150 },
    );
  });

  it('names the order that moved a toll and the driver that moved demand', () => {
    const prev = start();
    const num = prev.slice();
    const ctx = context(prev, num);
    move(ctx, layout.find('toll(KZ,trunk)'), -500, 'order:KZ:toll');
    move(ctx, layout.find('box_demand'), 5, 'driver:box_demand');
    move(ctx, layout.find('relief(dostyk)'), 0.7, 'order:KZ:crossing');
    transit.run(ctx);
    const of = (label: string, cause: string): number =>
      ctx.ledger.lines(layout.find(label)).find((l) => l.cause === cause)?.amount ?? 0;
    expect(of('boxes(KZ)', 'order:KZ:toll')).toBeGreaterThan(0.3);
    expect(of('boxes(KZ)', 'driver:box_demand')).toBeGreaterThan(0);
    expect(of('boxes(KZ)', 'order:KZ:crossing')).toBeGreaterThan(0);
    expect(of('delay(dostyk)', 'order:KZ:crossing')).toBeCloseTo(-0.7, 9);
    expect(of('delay(dostyk)', 'mech:traffic')).toBeGreaterThan(0);
  });

  it('tells apart two powers that widened stations in one round', () => {
    const prev = start();
    const num = prev.slice();
    const ctx = context(prev, num);
    move(ctx, layout.find('relief(dostyk)'), 0.7, 'order:KZ:crossing');
    move(ctx, layout.find('relief(brest)'), 0.5, 'order:EU:eu_corridor');
    transit.run(ctx);
    const causes = ctx.ledger.lines(layout.find('boxes(KZ)')).map((l) => l.cause);
    expect(causes).toContain('order:KZ:crossing');
    expect(causes).toContain('order:EU:eu_corridor');
  });

  it('gives the same numbers with and without a ledger', () => {
    const run = (ledger: boolean): Float64Array => {
      const prev = start();
      const num = prev.slice();
      num[layout.find('subsidy')] = 2000;
      const ctx = context(prev, num);
      transit.run(ledger ? ctx : { ...ctx, ledger: null });
      return num;
    };
    expect(run(true)).toEqual(run(false));
  });
});
