import { describe, expect, it } from 'vitest';
import { drawnIn } from '../../../shared/events/drawn.ts';
import type { LegalOrder } from '../../../shared/game/resolve.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { lesson, type Values } from '../economy/variant.ts';
import { WAVE } from '../opinion/scene.ts';
import { course, quietSeed, read, seedFor, start, without } from './scene.ts';

interface Row {
  readonly event: string;
  readonly round: number;
  readonly words?: Values;
  readonly label: string;
  readonly sign: 1 | -1;
  readonly size?: readonly [number, number];
  /** Rounds from the event until the word is read. */
  readonly rounds?: number;
}

// biome-ignore format: one effect a line
const DATED: readonly Row[] = [
  { event: 'E01', round: 0, label: 'aware(rural,OBOR)', sign: 1, size: [0.025, 0.035] },
  { event: 'E02', round: 1, label: 'confrontation', sign: 1, size: [18, 20] },
  { event: 'E02', round: 1, label: 'fear(cities)', sign: 1, size: [4, 15] },
  { event: 'E02', round: 1, label: 'att(north,EEU)', sign: 1, size: [2, 9] },
  { event: 'E05', round: 3, words: { treaty: 3 }, label: 'joined', sign: 1 },
  { event: 'E05', round: 3, words: { treaty: 3 }, label: 'delay(petropavl)', sign: -1, size: [-0.4, -0.1] },
  { event: 'E05', round: 3, words: { treaty: 2 }, label: 'exp_gain', sign: 1, size: [5, 11] },
  { event: 'E05b', round: 4, label: 'capacity(petropavl)', sign: -1 },
  { event: 'E06', round: 3, label: 'chapters_open', sign: 1, size: [1, 1] },
];

describe('dated and conditional events', () => {
  it.each(DATED)('$event moves $label by $sign', ({ event, round, words, label, sign, ...row }) => {
    const rounds = row.rounds ?? 1;
    const happened = course(lesson, round, rounds, words).states.at(-1);
    const not = course(without(event), round, rounds, words).states.at(-1);
    const by = read(happened, label) - read(not, label);
    expect(sign * by).toBeGreaterThan(1e-5);
    if (row.size) {
      expect(by).toBeGreaterThanOrEqual(row.size[0]);
      expect(by).toBeLessThanOrEqual(row.size[1]);
    }
  });

  it.each([
    ['E01', 0],
    ['E02', 1],
    ['E03', 1],
    ['E04', 2],
    ['E05', 3],
    ['E07', 4],
    ['E08', 5],
    ['E09', 5],
  ] as const)('%s is told in its half-year and in no other', (id, round) => {
    const { news } = course(lesson, 0, lesson.halves.length, { treaty: 0 });
    const told = news.map((keys) => keys.includes(`event.${id}`));
    expect(told).toEqual(lesson.halves.map((_, r) => r === round));
  });

  it('E04: the slide of oil and rouble is whispered of a half-year before', () => {
    const { news, states } = course(lesson, 0, 4);
    expect(news.map((keys) => keys.includes('rumour.E04'))).toEqual([false, true, false, false]);
    expect(read(states[2], 'brent')).toBeLessThan(0.9 * read(states[1], 'brent'));
    expect(read(states[3], 'usdrub')).toBeGreaterThan(1.4 * read(states[1], 'usdrub'));
    expect(read(states[3], 'growth')).toBeLessThan(read(states[1], 'growth') - 1);
  });

  it('E05: who put the treaty off stays outside, and comes in a round after a later signature', () => {
    const late: LegalOrder = { power: 'KZ', kind: 'eeu', params: { act: 'accede' } };
    const { states, news } = course(lesson, 3, 3, { treaty: 1 }, [[], [late], []]);
    expect(states.map((num) => read(num, 'joined'))).toEqual([0, 0, 1]);
    expect(news[0]).toContain('unionWithout');
    expect(news[2]).toContain('joinsLate');
  });

  it('E06: the two plans do not meet while Russia and China distrust each other, nor before 2015', () => {
    expect(read(course(lesson, 3, 1, { 'trust(RU,CN)': 30 }).states[0], 'chapters_open')).toBe(0);
    expect(read(course(lesson, 2, 1).states[0], 'chapters_open')).toBe(0);
    // Once met they stay met, and nothing moves by itself.
    const { states } = course(lesson, 3, 2);
    expect(read(states[1], 'chapters_open')).toBe(1);
    expect(read(states[1], 'chapter(customs)')).toBe(0);
  });

  it('E07: opens the signature of the partnership', () => {
    const epca = orderKind('epca');
    const num = start({ epca_step: 1 });
    const code = (round: number): string | undefined =>
      epca?.legal({ content: lesson, num, round }, 'EU', { step: '2' })?.code;
    expect(code(3)).toBe('stepLocked');
    expect(code(4)).toBeUndefined();
  });
});

describe('choices that events put to a power', () => {
  const occasion = (kind: string, power: 'KZ' | 'RU', round: number, words: Values = {}) =>
    orderKind(kind)?.occasion?.({ content: lesson, num: start(words), round }, power);

  it('E03: the treaty is asked for in its half-year, until it is answered', () => {
    expect([0, 1, 2].map((round) => occasion('eeu', 'KZ', round))).toEqual([null, 'E03', null]);
    expect(occasion('eeu', 'KZ', 1, { treaty: 3 })).toBeNull();
  });

  it('E03: unanswered, it is put off, and Russia takes it ill', () => {
    const silent = course(lesson, 1, 1).states[0];
    const delayed = course(lesson, 1, 1, {}, [
      [{ power: 'KZ', kind: 'eeu', params: { act: 'delay' } }],
    ]).states[0];
    expect(read(silent, 'treaty')).toBe(1);
    expect(read(silent, 'trust(RU,KZ)')).toBeCloseTo(read(delayed, 'trust(RU,KZ)'), 9);
    expect(read(silent, 'trust(RU,KZ)')).toBeLessThan(read(start(), 'trust(RU,KZ)') - 9);
  });

  it('E09: Russia may slow the road to Ukraine for nothing, and leaves it if it says nothing', () => {
    const slow: LegalOrder = {
      power: 'RU',
      kind: 'ru_transit',
      params: { corridor: 'ukraine', toll: 0, access: 'slow' },
    };
    expect(occasion('ru_transit', 'RU', 5)).toBe('E09');
    expect(occasion('ru_transit', 'RU', 5, { 'status(ukraine)': 1 })).toBeNull();
    const left = course(lesson, 5, 1).states[0];
    const taken = course(lesson, 5, 1, {}, [[slow]]).states[0];
    expect(read(left, 'status(ukraine)')).toBe(0);
    expect(read(taken, 'status(ukraine)')).toBe(1);
    expect(read(taken, 'pc(RU)')).toBe(read(left, 'pc(RU)'));
    expect(read(taken, 'boxes(ukraine)')).toBeLessThan(read(left, 'boxes(ukraine)'));
  });

  it('E15: a protest waits for an answer for a half-year; none is an answer too', () => {
    expect(occasion('protest_answer', 'KZ', 2, WAVE)).toBe('E15');
    expect(occasion('protest_answer', 'KZ', 2)).toBeNull();
    const after = course(lesson, 2, 1, WAVE).states[0];
    expect(read(after, 'wave')).toBe(0);
    expect(read(after, 'hidden(rural)')).toBeLessThan(8);
  });

  it.each([
    ['eeu', 'KZ', { act: 'sign_full' }, 2],
    ['protest_answer', 'KZ', { answer: 'suppress' }, 2],
    ['ru_transit', 'RU', { corridor: 'ukraine', toll: 0, access: 'slow' }, 2],
  ] as const)('an answer to nothing is void: %s', (kind, power, params, round) => {
    const given = course(lesson, round, 1, {}, [[{ power, kind, params }]]).states[0];
    expect(given).toEqual(course(lesson, round, 1).states[0]);
  });
});

describe('events that follow from the state', () => {
  it('E15: comes by the hazard, about what angers most, and slows growth in the next half-year', () => {
    const hot = { 'grievance(*,china)': 90, 'grievance(*,roads)': 60, hazard: 0.9 };
    let waves = 0;
    let sure = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const { states, news } = course(lesson, 2, 1, hot, [], seed);
      sure += read(states[0], 'hazard') / 60;
      if (read(states[0], 'wave') === 0) continue;
      waves += 1 / 60;
      expect(news[0]).toContain('event.E15.china');
    }
    expect(sure).toBeGreaterThan(0.5);
    expect(Math.abs(waves - sure)).toBeLessThan(0.2);
    const slowed = course(lesson, 2, 1, { wave: 1, wave_topic: 3 }).states[0];
    const calm = course(lesson, 2, 1).states[0];
    expect(read(slowed, 'growth') - read(calm, 'growth')).toBeCloseTo(-0.2, 6);
  });

  it('E16: a peg without money breaks: the gap closes and the government is blamed', () => {
    const broke = course(lesson, 2, 1, { fund: 20, gap: 25 });
    expect(broke.news[0]).toContain('event.E16');
    expect(read(broke.states[0], 'regime')).toBe(2);
    expect(read(broke.states[0], 'gap')).toBeLessThan(10);
    const held = course(lesson, 2, 1, { fund: 60, gap: 25 });
    expect(held.news[0]).not.toContain('event.E16');
    expect(read(held.states[0], 'regime')).toBe(0);
    const blame =
      read(held.states[0], 'att(cities,gov)') - read(broke.states[0], 'att(cities,gov)');
    expect(blame).toBeGreaterThan(10);
    // It breaks in the half-year in which its defence would reach the floor, and stops there.
    const thin = course(lesson, 2, 1, { fund: 30, gap: 40 });
    expect(thin.news[0]).toContain('event.E16');
    expect(Math.abs(read(thin.states[0], 'fund') - 25)).toBeLessThan(4);
    // A float has nothing to break.
    expect(course(lesson, 2, 1, { fund: 20, regime: 2 }).news[0]).not.toContain('event.E16');
  });

  it('E17: a crowded station costs days and trust until the crowd is gone', () => {
    const jam = { 'load(dostyk)': 0.95 };
    const stuck = course(lesson, 2, 1, jam);
    const free = course(lesson, 2, 1, { 'load(dostyk)': 0.7 });
    expect(stuck.news[0]).toContain('event.E17');
    expect(free.news[0]).not.toContain('event.E17');
    expect(read(stuck.states[0], 'jam(dostyk)')).toBe(1.5);
    expect(read(stuck.states[0], 'delay(dostyk)')).toBeGreaterThan(
      read(free.states[0], 'delay(dostyk)') + 1,
    );
    for (const pair of ['trust(KZ,CN)', 'trust(CN,KZ)']) {
      expect(read(stuck.states[0], pair) - read(free.states[0], pair)).toBeCloseTo(-1, 6);
    }
    const gone = course(lesson, 2, 1, { 'load(dostyk)': 0.5, 'jam(dostyk)': 1.5 });
    expect(read(gone.states[0], 'jam(dostyk)')).toBe(0);
    // Between the two bounds a queue that stands goes on, and none begins.
    const between = { 'load(dostyk)': 0.87 };
    expect(read(course(lesson, 2, 1, between).states[0], 'jam(dostyk)')).toBe(0);
    const on = course(lesson, 2, 1, { ...between, 'jam(dostyk)': 1.5 });
    expect(read(on.states[0], 'jam(dostyk)')).toBe(1.5);
    expect(on.news[0]).not.toContain('event.E17');
  });
});

describe('drawn events', () => {
  const quiet = quietSeed();
  const cases = [
    ['E24', true, 'food_price', 0.04, 1],
    ['E24', false, 'food_price', -0.04, 1],
    ['E26', true, 'sea_freight', 0.25, 2],
    ['E26', false, 'sea_freight', -0.25, 2],
  ] as const;

  it.each(cases)('%s, up %s, moves %s by %f for %i half-years', (id, up, word, size, rounds) => {
    const round = 2;
    const seed = seedFor(id, round, up);
    const drawn = course(lesson, 0, round + rounds, {}, [], seed);
    const calm = course(lesson, 0, round + rounds, {}, [], quiet);
    const ratio = (r: number): number => read(drawn.states[r], word) / read(calm.states[r], word);
    for (let r = round; r < round + rounds; r += 1) {
      if (r > round && drawnIn(lesson, seed, r, lesson.start)?.event.id === id) break;
      expect(ratio(r)).toBeCloseTo(1 + size, 6);
    }
    const way = `${id}${up ? 'up' : 'down'}`;
    expect(drawn.news[round]).toContain(`event.${way}`);
    expect(drawn.news[round - 1]).toContain(`rumour.${way}`);
  });

  it('leave their driver as it was when their time is over', () => {
    let seed = seedFor('E24', 2, true);
    while (
      drawnIn(lesson, seed, 3, lesson.start) !== null ||
      drawnIn(lesson, seed, 2, lesson.start)?.event.id !== 'E24'
    )
      seed += 1;
    const after = course(lesson, 0, 4, {}, [], seed).states[3];
    const calm = course(lesson, 0, 4, {}, [], quiet).states[3];
    expect(read(after, 'food_price')).toBeCloseTo(read(calm, 'food_price'), 6);
  });

  it('come one in a round at most, as often as is printed, never in the first', () => {
    const count = { E24: 0, E26: 0 } as Record<string, number>;
    const seeds = 3000;
    for (let seed = 1; seed <= seeds; seed += 1) {
      expect(drawnIn(lesson, seed, 0, lesson.start)).toBeNull();
      const id = drawnIn(lesson, seed, 3, lesson.start)?.event.id;
      if (id) count[id] = (count[id] as number) + 1;
    }
    for (const id of ['E24', 'E26']) {
      expect((count[id] as number) / seeds).toBeGreaterThan(0.08);
      expect((count[id] as number) / seeds).toBeLessThan(0.12);
    }
  });

  it('are not drawn where nothing may be: in previews and in shadow rounds', () => {
    const seed = seedFor('E26', 2, true);
    const held = resolveNumbers(lesson, start(), 2, [], { seed, held: true });
    expect(held.news.filter(({ key }) => key.startsWith('event.E2'))).toEqual([]);
    expect(read(held.num, 'sea_freight')).toBe(read(start(), 'sea_freight'));
  });
});
