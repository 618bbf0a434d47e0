import { describe, expect, it } from 'vitest';
import { type SeatedWorld, seatFor } from '../../../server/sessions/seating.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { readRoster } from '../../../shared/protocol/roster.ts';
import type { Seating } from '../../../shared/protocol/sessions.ts';

/** Worlds by who sits there: `{KZ: 'Aida'}` is one person in a world, `{KZ: 'Aida Bek'}` two. */
function worldsOf(
  rows: readonly Partial<Record<Power, string>>[],
  started: readonly number[] = [],
  cabinet = 1,
): SeatedWorld[] {
  return rows.map((row, k) => ({
    number: k + 1,
    started: started.includes(k + 1),
    cabinet,
    seats: POWERS.map((power) => ({
      power,
      names: row[power]?.split(' ') ?? [],
    })),
  }));
}

const nobody = { entry: null };
const first = () => 0;

/** Seats so many newcomers one after the other. */
function fill(count: number, worlds: number, seating: Seating, draw: (n: number) => number) {
  const rows: Partial<Record<Power, string>>[] = Array.from({ length: worlds }, () => ({}));
  for (let i = 0; i < count; i += 1) {
    const seat = seatFor(worldsOf(rows), seating, [], nobody, draw);
    if (!seat.ok) return { rows, refusal: seat.refusal };
    const row = rows[seat.value.world - 1] as Partial<Record<Power, string>>;
    expect(row[seat.value.power]).toBeUndefined();
    row[seat.value.power] = `P${i}`;
  }
  return { rows, refusal: null };
}

describe('balanced seating', () => {
  it.each([1, 3, 5, 8, 10])(
    'keeps %i worlds and all powers within one person of each other',
    (worlds) => {
      for (let count = 1; count <= worlds * 4; count += 1) {
        const { rows } = fill(count, worlds, 'balanced', first);
        const people = rows.map((row) => Object.keys(row).length);
        expect(Math.max(...people) - Math.min(...people)).toBeLessThanOrEqual(1);
        const powers = POWERS.map((p) => rows.filter((row) => row[p] !== undefined).length);
        expect(Math.max(...powers) - Math.min(...powers)).toBeLessThanOrEqual(1);
      }
    },
  );

  it.each([2, 3, 8])(
    'fills cabinets of %i evenly: no seat has two before all have one',
    (cabinet) => {
      const rows: Partial<Record<Power, string>>[] = [{}, {}, {}];
      for (let i = 0; i < 12 * cabinet; i += 1) {
        const seat = seatFor(worldsOf(rows, [], cabinet), 'balanced', [], nobody, first);
        if (!seat.ok) throw new Error(seat.refusal.code);
        const row = rows[seat.value.world - 1] as Partial<Record<Power, string>>;
        row[seat.value.power] = [row[seat.value.power], `P${i}`].filter(Boolean).join(' ');
        const people = rows.flatMap((r) => POWERS.map((p) => r[p]?.split(' ').length ?? 0));
        expect(Math.max(...people) - Math.min(...people)).toBeLessThanOrEqual(1);
      }
      expect(seatFor(worldsOf(rows, [], cabinet), 'balanced', [], nobody, first)).toEqual({
        ok: false,
        refusal: { code: 'sessionFull', params: { seats: 12 * cabinet } },
      });
    },
  );

  it('says how many seats there are when all are taken', () => {
    expect(fill(9, 2, 'balanced', first).refusal).toEqual({
      code: 'sessionFull',
      params: { seats: 8 },
    });
  });
});

describe('seating by lot', () => {
  it('draws among all free seats', () => {
    const seen = new Set<string>();
    for (let k = 0; k < 8; k += 1) {
      const seat = seatFor(worldsOf([{}, {}]), 'random', [], nobody, (below) => {
        expect(below).toBe(8);
        return k;
      });
      if (seat.ok) seen.add(`${seat.value.world}${seat.value.power}`);
    }
    expect(seen.size).toBe(8);
  });

  it('sends who comes late where he is needed', () => {
    const worlds = worldsOf([{ KZ: 'A', RU: 'B' }, { EU: 'C' }], [1, 2]);
    const seat = seatFor(worlds, 'random', [], nobody, (below) => below - 1);
    expect(seat).toEqual({ ok: true, value: { world: 2, power: 'CN' } });
  });
});

describe('free seating', () => {
  it('gives what is wished for, and says so when it is taken', () => {
    const worlds = worldsOf([{ KZ: 'A' }, {}]);
    const wish = (world: number, power: Power) =>
      seatFor(worlds, 'free', [], { entry: null, world, power }, first);
    expect(wish(2, 'EU')).toEqual({ ok: true, value: { world: 2, power: 'EU' } });
    expect(wish(1, 'KZ')).toEqual({
      ok: false,
      refusal: { code: 'seatTaken', params: { power: 'KZ' } },
    });
  });

  it('does not hear a wish under another rule', () => {
    const seat = seatFor(worldsOf([{}]), 'balanced', [], { entry: null, power: 'EU' }, first);
    expect(seat).toEqual({ ok: true, value: { world: 1, power: 'KZ' } });
  });
});

describe('a list of names', () => {
  it('is read with its places, without its blank lines, and names what it leaves out', () => {
    const text =
      '\nAida\tKZ\r\n\r\n  Boris, 2, ru \nLi 🐉\nCao;3\nAIDA;1\n<b>x</b>\nEve;KZ;RU\n  \n';
    expect(readRoster(text, 2)).toEqual({
      entries: [
        { name: 'Aida', world: null, power: 'KZ' },
        { name: 'Boris', world: 2, power: 'RU' },
        { name: 'AIDA 2', world: 1, power: null },
      ],
      problems: [
        { line: 5, refusal: { code: 'nameMarks' } },
        { line: 6, refusal: { code: 'rosterPlace', params: { line: 6, worlds: 2 } } },
        { line: 8, refusal: { code: 'nameMarks' } },
        { line: 9, refusal: { code: 'rosterPlace', params: { line: 9, worlds: 2 } } },
      ],
    });
  });

  it('holds three hundred names and says where it ends', () => {
    const names = (n: number) => Array.from({ length: n }, (_, i) => `Оқушы ${i}`).join('\n');
    expect(readRoster(names(300), 1)).toMatchObject({ entries: { length: 300 }, problems: [] });
    const { entries, problems } = readRoster(names(500), 1);
    expect(entries).toHaveLength(300);
    expect(problems).toEqual([
      { line: 301, refusal: { code: 'rosterLong', params: { max: 300 } } },
    ]);
  });

  it('keeps doubles within the length of a name', () => {
    const long = 'x'.repeat(24);
    const { entries } = readRoster(Array(12).fill(long).join('\n'), 1);
    expect(new Set(entries.map(({ name }) => name)).size).toBe(12);
    expect(Math.max(...entries.map(({ name }) => name.length))).toBe(24);
  });

  it('gives the place that it names, and keeps it free while others fit elsewhere', () => {
    const { entries } = readRoster('Aida;1;KZ\nBoris;1;RU', 1);
    const worlds = worldsOf([{}]);
    const own = seatFor(worlds, 'list', entries, { entry: entries[0] ?? null }, first);
    expect(own).toEqual({ ok: true, value: { world: 1, power: 'KZ' } });
    const stranger = seatFor(worlds, 'list', entries, nobody, first);
    expect(stranger).toEqual({ ok: true, value: { world: 1, power: 'CN' } });
    const full = worldsOf([{ CN: 'X', EU: 'Y' }]);
    expect(seatFor(full, 'list', entries, nobody, first)).toMatchObject({ ok: true });
    // Whose place is taken is seated elsewhere.
    const taken = worldsOf([{ KZ: 'X' }]);
    const late = seatFor(taken, 'list', entries, { entry: entries[0] ?? null }, first);
    expect(late).toEqual({ ok: true, value: { world: 1, power: 'CN' } });
  });
});
