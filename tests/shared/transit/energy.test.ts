import { describe, expect, it } from 'vitest';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { settleEnergy } from '../../../shared/systems/energy/index.ts';
import { lesson, read as lessonRead } from '../economy/variant.ts';
import { content, read, start } from './scene.ts';

const { lines } = content.network;

function routed(words: Readonly<Record<string, number>> = {}): Float64Array {
  const num = start(words);
  settleEnergy(content, num);
  return num;
}

function exported(num: Float64Array): number {
  return lines.reduce((sum, l) => sum + read(num, `oil_flow(${l.id})`), 0);
}

const squeeze = Object.fromEntries(
  lines.filter((l) => l.power === 'RU').map((l) => [`oil_access(${l.id})`, 0.85]),
);

describe('oil', () => {
  it('moves in value with the world price and in volume with output', () => {
    const base = routed();
    const cheap = routed({ brent: 53.75 });
    expect(exported(cheap)).toBeCloseTo(exported(base), 9);
    expect(read(cheap, 'value(EU,KZ,energy)')).toBeLessThan(
      0.55 * read(base, 'value(EU,KZ,energy)'),
    );
    expect(read(cheap, 'netback')).toBeCloseTo(read(base, 'netback') - 53.75, 9);
    expect(exported(routed({ oil_volume: 97 }))).toBeCloseTo(0.97 * exported(base), 9);
  });

  it('never exceeds a line, whatever is produced', () => {
    const num = routed({ oil_volume: 200 });
    for (const l of lines) {
      expect(read(num, `oil_flow(${l.id})`)).toBeLessThanOrEqual(
        read(num, `line_capacity(${l.id})`) + 1e-9,
      );
    }
  });

  it('falls by 5 to 12 % under a Russian squeeze, and turns to China as far as pipes allow', () => {
    const base = routed();
    const num = routed(squeeze);
    const loss = 1 - exported(num) / exported(base);
    expect(loss).toBeGreaterThan(0.05);
    expect(loss).toBeLessThan(0.12);
    expect(read(num, 'weight(CN)')).toBeGreaterThan(read(base, 'weight(CN)'));
    for (const l of lines.filter((x) => x.power === 'RU')) {
      expect(read(num, `oil_flow(${l.id})`)).toBeLessThan(read(base, `oil_flow(${l.id})`));
    }
  });

  it('follows new capacity', () => {
    const num = routed({ 'line_capacity(cpc)': 24 });
    expect(read(num, 'oil_flow(cpc)')).toBeGreaterThan(read(routed(), 'oil_flow(cpc)'));
    expect(exported(num)).toBeCloseTo(exported(routed()), 9);
  });

  it('makes exports of about 12 $bn a year and .70 for each dollar of Brent, as on record', () => {
    let num: Float64Array = lesson.start;
    lesson.history.forEach((orders, round) => {
      num = resolveNumbers(lesson, num, round, orders, { free: true }).num;
      const told = 12 + 0.7 * lessonRead(num, 'brent');
      expect(Math.abs(2 * lessonRead(num, 'exports') - told), `round ${round}`).toBeLessThan(4.5);
    });
  });
});
