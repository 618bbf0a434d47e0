import { describe, expect, it } from 'vitest';
import { move } from '../../../shared/core/round.ts';
import { projects } from '../../../shared/systems/projects/index.ts';
import { content, context, read, start } from './scene.ts';

const { layout } = content;

/** Rounds in which a project is paid the given sums. */
function build(project: string, sums: readonly number[], held = false) {
  let prev = start();
  const states: Float64Array[] = [];
  const news: string[] = [];
  sums.forEach((sum, round) => {
    const num = prev.slice();
    const ctx = context(prev, num, { round, held });
    if (sum > 0) {
      const at = layout.at('funded', project);
      move(ctx, at, sum, 'order:KZ:build');
      ctx.touched.set(at, 'order:KZ:build');
    }
    projects.run(ctx);
    news.push(...ctx.news.map((n) => `${n.params?.project ?? n.params?.place}`));
    states.push(num);
    prev = num;
  });
  return { states, news, end: prev };
}

describe('projects', () => {
  it('open their links and stations when paid and built', () => {
    const { end, news } = build('kuryk_port', [0.3, 0.3, 0.3, 0.3]);
    expect(read(end, 'progress(kuryk_port)')).toBe(1);
    expect(read(end, 'available(kuryk--alat)')).toBe(1);
    expect(read(end, 'available(beyneu--kuryk)')).toBe(1);
    expect(news).toContain('kuryk_port');
    const dry = build('khorgos_dry_port', [0.15]).end;
    expect(read(dry, 'capacity(khorgos)')).toBe(14);
    expect(read(dry, 'infra_stock')).toBe(54);
  });

  it('need their least number of rounds, and give back what they cannot take', () => {
    const spec = content.projects.find((p) => p.id === 'kuryk_port');
    const { states } = build('kuryk_port', [5, 0, 0]);
    const first = states[0] as Float64Array;
    const pace = Math.min(spec?.absorb ?? 0, ((spec?.cost ?? 0) * (1 - (spec?.done ?? 0))) / 3);
    expect(read(first, 'funded(kuryk_port)')).toBeCloseTo(pace, 9);
    expect(read(first, 'fund') - read(start(), 'fund')).toBeCloseTo(5 - pace, 9);
    expect(read(states[2] as Float64Array, 'progress(kuryk_port)')).toBeLessThan(1);
  });

  it('under way open in the half-year of the record, whoever plays', () => {
    const { states, news } = build('btk', [0, 0, 0]);
    expect(read(states[1] as Float64Array, 'available(zhezkazgan--beyneu)')).toBe(0);
    expect(read(states[2] as Float64Array, 'available(zhezkazgan--beyneu)')).toBe(1);
    expect(read(states[2] as Float64Array, 'available(bolashak--gorgan)')).toBe(1);
    expect(read(states[2] as Float64Array, 'available(tbilisi--akhalkalaki)')).toBe(0);
    expect(news).toEqual(expect.arrayContaining(['zhezkazgan_beyneu', 'kz_tm_ir']));
  });

  it('do not open by date in rounds whose drivers are held', () => {
    const { end, news } = build('btk', [0, 0, 0, 0], true);
    expect(read(end, 'available(zhezkazgan--beyneu)')).toBe(0);
    expect(news).toEqual([]);
  });

  it('cost upkeep of 2 % a year once they stand', () => {
    const { end } = build('khorgos_dry_port', [0.15, 0]);
    expect(read(end, 'upkeep')).toBeCloseTo(0.15 * 0.01, 9);
  });
});
