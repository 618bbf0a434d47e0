import { describe, expect, it } from 'vitest';
import { settleInfluence } from '../../../shared/systems/influence/index.ts';
import { type GivenHere, lesson, play, read, type Values, variant } from '../economy/variant.ts';

/** Autonomy and hold-ups of the start with some words changed. */
function settled(words: Values, coefficients: Values = {}): Float64Array {
  const content = variant({ coefficients });
  const num = content.start.slice();
  for (const [label, value] of Object.entries(words)) num[content.layout.find(label)] = value;
  settleInfluence(content, num);
  return num;
}

describe('hold-up', () => {
  it('starts with Russia as the power that could hurt most, at 38 to 46 of autonomy', () => {
    const num = settled({});
    expect(read(num, 'autonomy')).toBeCloseTo(read(lesson.start, 'autonomy'), 9);
    expect(read(num, 'autonomy')).toBeGreaterThan(38);
    expect(read(num, 'autonomy')).toBeLessThan(46);
    expect(read(num, 'holdup(RU)')).toBeGreaterThan(read(num, 'holdup(EU)'));
    expect(read(num, 'holdup(RU)')).toBeGreaterThan(read(num, 'holdup(CN)'));
    expect(read(num, 'holdup(KZ)')).toBe(0);
  });

  it('C49: room in other lines lowers what Russian lines are worth as a threat', () => {
    const room = { 'line_capacity(atasu)': 12 };
    expect(read(settled(room), 'holdup(RU)')).toBeLessThan(read(settled({}), 'holdup(RU)') - 2);
    const off = { 'influence.oil': 0 };
    const same = read(settled({}, off), 'holdup(RU)');
    expect(read(settled(room, off), 'holdup(RU)')).toBeCloseTo(same, 9);
  });

  it('C23: a wider port on the Caspian gives a free hand', () => {
    const wide = { 'capacity(aktau)': 9, 'load(aktau)': 0.3 };
    expect(read(settled(wide), 'autonomy')).toBeGreaterThan(read(settled({}), 'autonomy') + 0.6);
    const off = { 'influence.roads': 0 };
    const same = read(settled({}, off), 'autonomy');
    expect(read(settled(wide, off), 'autonomy')).toBeCloseTo(same, 9);
  });

  it('grows with loans, supplies and sales', () => {
    const base = settled({});
    expect(read(settled({ 'debt(CN)': 40 }), 'holdup(CN)')).toBeGreaterThan(
      read(base, 'holdup(CN)') + 5,
    );
    const supplies = settled({ 'value(KZ,EU,goods)': 9 });
    expect(read(supplies, 'holdup(EU)')).toBeGreaterThan(read(base, 'holdup(EU)') + 5);
    const sales = settled({ 'value(CN,KZ,goods)': 4 });
    expect(read(sales, 'holdup(CN)')).toBeGreaterThan(read(base, 'holdup(CN)') + 5);
  });

  it('names the order that widened a port among the causes of autonomy', () => {
    const widen: readonly GivenHere[] = [
      { power: 'EU', kind: 'eu_corridor', params: { place: 'aktau', amount: 0.8 } },
    ];
    const { ledgers } = play(variant({}), 1, [widen]);
    const lines = ledgers[0]?.lines(lesson.layout.find('autonomy')) ?? [];
    expect(lines.find((l) => l.cause === 'order:EU:eu_corridor')?.amount).toBeGreaterThan(0.2);
  });

  it('books the step to another power when the worst one changes', () => {
    const content = variant({ start: { 'holdup(RU)': 30, 'holdup(CN)': 44, autonomy: 56 } });
    const { states, ledgers } = play(content, 1);
    const at = content.layout.find('autonomy');
    const lines = ledgers[0]?.lines(at) ?? [];
    expect(lines.some((l) => l.cause === 'mech:holdup_other_power')).toBe(true);
    const moved = read(states[1] as Float64Array, 'autonomy') - 56;
    expect(ledgers[0]?.sum(at)).toBeCloseTo(moved, 9);
  });
});
