import { describe, expect, it } from 'vitest';
import events from '../../../assets/worlds/eurasia/events.json' with { type: 'json' };
import type { Content, GameEvent } from '../../../shared/core/content.ts';
import { drawnIn } from '../../../shared/events/drawn.ts';
import { advance, createGame, viewFor } from '../../../shared/game/index.ts';
import { type LegalOrder, resolveNumbers } from '../../../shared/game/resolve.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { lesson, type Values } from '../economy/variant.ts';
import { course, read, start } from './scene.ts';

const LATER = ['2016H2', '2017H1', '2017H2', '2018H1', '2018H2', '2019H1'];

/** The lesson's world on to 2019, its drivers as they last were, with all that may be drawn in it. */
const long: Content = {
  ...lesson,
  halves: [...lesson.halves, ...LATER],
  drivers: [...lesson.drivers, ...LATER.map(() => lesson.drivers.at(-1) as Float64Array)],
  events: (events as readonly Partial<GameEvent>[]).map(
    (e) => ({ kind: 'dated', ...e }) as GameEvent,
  ),
};
const roundIn = (half: string): number => long.halves.indexOf(half);
const without = (...ids: readonly string[]): Content => ({
  ...long,
  events: long.events.filter((e) => !ids.includes(e.id)),
});
const withCoefficients = (change: Values): Content => ({
  ...long,
  coefficients: { ...long.coefficients, ...change },
});

/** What an event changes in a word by the end of a round. */
function difference(
  id: string,
  half: string,
  label: string,
  words: Values = {},
  rounds = 1,
): number {
  const there = course(long, roundIn(half), rounds, words).states.at(-1);
  const not = course(without(id), roundIn(half), rounds, words).states.at(-1);
  return read(there, label) - read(not, label);
}

describe('dated events of the later rounds', () => {
  it.each(['E11', 'E12', 'E13', 'E14'])('%s is told in its half-year and in no other', (id) => {
    const { half } = long.events.find((e) => e.id === id) as GameEvent;
    const told = course(long, 0, long.halves.length).news.map((n) => n.includes(`event.${id}`));
    expect(told).toEqual(long.halves.map((h) => h === half));
  });

  it('E11: Tashkent takes a twentieth off the barriers of the region, both ways', () => {
    for (const [a, b] of [
      ['KZ', 'CA'],
      ['CA', 'KZ'],
    ]) {
      const label = `ntb(${a},${b},goods)`;
      const was = read(long.start, label);
      expect(difference('E11', '2016H2', label)).toBeCloseTo(-0.05 * was, 6);
    }
    expect(difference('E11', '2016H2', 'ca_trade', {}, 2)).toBeGreaterThan(0);
    const pc = (half: string): number | undefined =>
      orderKind('regional')?.cost(
        { content: long, num: long.start, round: roundIn(half) },
        'EU',
        {},
      ).pc;
    expect([pc('2016H1'), pc('2016H2')]).toEqual([2, 1]);
  });

  it('E12: the way from Baku to Kars opens with its half-year', () => {
    const { states } = course(long, roundIn('2017H1'), 2);
    expect(states.map((num) => read(num, 'available(akhalkalaki--kars)'))).toEqual([0, 1]);
  });

  it('E13: what trains are paid beyond half of their freight counts twice at home', () => {
    const paid = { subsidy: 3500, subsidy_cost: 0.05 };
    const home = (words: Values, content = long): number =>
      difference2(content, '2018H1', 'audience(CN,second)', words);
    const difference2 = (content: Content, half: string, label: string, words: Values): number =>
      read(course(content, roundIn(half), 1, words).states[0], label) -
      read(course(without('E13'), roundIn(half), 1, words).states[0], label);
    expect(home(paid)).toBeLessThan(-0.1);
    expect(home({ ...paid, subsidy: 2500 })).toBe(0);
    expect(home(paid, withCoefficients({ 'diplomacy.halfFreight': 4000 }))).toBe(0);
    // Once looked into, less pay brings the goodwill back.
    const after = { ...paid, audit: 1 };
    const less: LegalOrder = { power: 'CN', kind: 'train_subsidy', params: { rate: 1000 } };
    const cut = course(long, roundIn('2018H2'), 1, after, [[less]]).states[0];
    const same = course(long, roundIn('2018H2'), 1, after).states[0];
    expect(read(cut, 'audience(CN,second)')).toBeGreaterThan(read(same, 'audience(CN,second)'));
  });

  it('E14: for two half-years waves are a fifth likelier, and officials doubt', () => {
    const { states } = course(long, roundIn('2019H1'), 3);
    const calm = course(without('E14'), roundIn('2019H1'), 3).states;
    const ratio = states.map((num, r) => read(num, 'hazard') / read(calm[r], 'hazard'));
    expect(ratio[0]).toBeCloseTo(1.2, 6);
    expect(ratio[1]).toBeCloseTo(1.2, 2);
    expect(ratio[2]).toBeCloseTo(1, 2);
    expect(read(states[0], 'doubt') - read(calm[0], 'doubt')).toBeGreaterThan(3);
    const deaf = withCoefficients({ 'opinion.handoverUnrest': 0 });
    const still = course(deaf, roundIn('2019H1'), 1).states[0];
    expect(read(still, 'hazard')).toBeCloseTo(read(calm[0], 'hazard'), 12);
  });
});

describe('events that follow from the state', () => {
  const ROAD = 'flow(khorgos--aktobe--road)';
  const busy = { 'progress(wewc_road)': 1, [ROAD]: 5 };

  it('E18: a new road with traffic brings accidents and anger to its villages, once', () => {
    expect(difference('E18', '2014H1', 'accidents(south)', busy)).toBeCloseTo(5, 6);
    expect(difference('E18', '2014H1', 'grievance(rural,roads)', busy)).toBeGreaterThan(3);
    const { news } = course(long, 2, 2, busy);
    expect(news[0]).toContain('event.E18');
    expect(news[1]).not.toContain('event.E18');
  });

  it('E18: neither a road without traffic nor traffic on an old one does it', () => {
    for (const words of [
      { ...busy, [ROAD]: 0.1 },
      { ...busy, 'progress(wewc_road)': 0.9 },
    ]) {
      expect(course(long, 2, 1, words).news[0]).not.toContain('event.E18');
    }
    const unfelt = withCoefficients({ 'events.roadAccidents': 0 });
    const num = course(unfelt, 2, 1, busy).states[0];
    expect(read(num, 'accidents(south)')).toBe(read(start(), 'accidents(south)'));
  });

  const known = { cn_live: 4, 'aware(*,OBOR)': 0.6 };

  it('E19: four Chinese works that people know of bring rallies, and dearer signatures', () => {
    expect(difference('E19', '2014H1', 'att(rural,CN)', known)).toBeLessThan(-2);
    const { states, news } = course(long, 2, 5, known);
    expect(news[0]).toContain('event.E19');
    const pc = (num: Float64Array | undefined): number | undefined =>
      orderKind('finance')?.cost({ content: long, num: num as Float64Array, round: 3 }, 'CN', {
        project: 'plants',
        bidding: 'own',
        amount: 1,
        interest: 3,
        local: '30',
      }).pc;
    expect(pc(start(known))).toBe(1);
    expect(states.map(pc)).toEqual([2, 2, 2, 1, 1]);
  });

  it('E19: does not come where few are live, or few know', () => {
    for (const words of [
      { ...known, cn_live: 3 },
      { ...known, 'aware(*,OBOR)': 0.3 },
    ]) {
      expect(course(long, 2, 1, words).news[0]).not.toContain('event.E19');
    }
  });

  it('E19: live works are those paid into and not yet done', () => {
    const words = { 'cn_paid(plants)': 2, 'cn_paid(kuryk_port)': 1, 'progress(kuryk_port)': 1 };
    expect(read(course(long, 2, 1, words).states[0], 'cn_live')).toBe(1);
  });

  it('E20: two open quarrels raise the barriers of both by a twentieth, as long as they last', () => {
    const label = 'ntb(KZ,RU,goods)';
    const was = read(start(), label);
    expect(difference('E20', '2014H1', label, { disputes: 2 })).toBeCloseTo(0.05 * was, 6);
    expect(difference('E20', '2014H1', 'ntb(RU,KZ,food)', { disputes: 2 })).toBeGreaterThan(0);
    expect(difference('E20', '2014H1', label, { disputes: 1 })).toBe(0);
    expect(difference('E20', '2014H1', label, { disputes: 2 }, 2)).toBeGreaterThan(0.09 * was);
    expect(difference('E20', '2014H1', 'trade(RU)', { disputes: 2 }, 2)).toBeLessThan(0);
  });
});

describe('E21: the crisis of European unity', () => {
  const tired = { eu_cohesion: 46, sanction_level: 2, confrontation: 50, 'pc(EU)': 0 };
  const answer = (unity: string): LegalOrder => ({
    power: 'EU',
    kind: 'cohesion_answer',
    params: { unity },
  });

  it('shows when unity falls below 45 while measures stand, and asks in the next half-year', () => {
    const { states, news } = course(long, 2, 1, tired);
    expect(news[0]).toContain('event.E21');
    const scene = { content: long, num: states[0] as Float64Array, round: 3 };
    expect(orderKind('cohesion_answer')?.occasion?.(scene, 'EU')).toBe('E21');
    for (const words of [
      { ...tired, eu_cohesion: 60 },
      { ...tired, sanction_level: 0 },
    ]) {
      const calm = course(long, 2, 1, words);
      expect(calm.news[0]).not.toContain('event.E21');
      const num = calm.states[0] as Float64Array;
      expect(orderKind('cohesion_answer')?.occasion?.({ ...scene, num }, 'EU')).toBeNull();
    }
  });

  it('takes a level off where nobody answers, as where the answer is to ease', () => {
    const silent = course(long, 2, 2, tired).states[1];
    const eased = course(long, 2, 2, tired, [[], [answer('ease')]]).states[1];
    expect(read(silent, 'sanction_level')).toBe(1);
    expect(read(eased, 'sanction_level')).toBe(1);
    expect(read(silent, 'credibility')).toBeCloseTo(read(eased, 'credibility'), 9);
  });

  it('is held off by capital: the level and the word stand, unity is won back', () => {
    const before = course(long, 2, 1, tired).states[0];
    const silent = course(long, 2, 2, tired).states[1];
    const held = course(long, 2, 2, tired, [[], [answer('unite')]]).states[1];
    expect(read(held, 'sanction_level')).toBe(2);
    expect(read(held, 'pc(EU)')).toBe(read(silent, 'pc(EU)') - 3);
    expect(read(held, 'credibility')).toBeGreaterThan(read(silent, 'credibility') + 5);
    expect(read(held, 'eu_cohesion')).toBeGreaterThan(read(before, 'eu_cohesion'));
    const powerless = withCoefficients({ 'unity.united': 0 });
    const lost = course(powerless, 2, 2, tired, [[], [answer('unite')]]).states[1];
    expect(read(lost, 'eu_cohesion')).toBeLessThan(read(held, 'eu_cohesion') - 5);
  });
});

describe('E22: debt trouble', () => {
  const owed = { 'debt(CN)': 80, 'debt(market)': 40 };
  const answer = (way: string): LegalOrder => ({
    power: 'KZ',
    kind: 'debt_answer',
    params: { remedy: way },
  });
  const settled = (way: string | null, content = long): Float64Array =>
    course(content, 2, 2, owed, [[], way === null ? [] : [answer(way)]]).states[1] as Float64Array;

  it('service is interest and what falls due, held against exports', () => {
    const light = course(long, 2, 1).states[0];
    const heavy = course(long, 2, 1, owed).states[0];
    expect(read(heavy, 'service_share')).toBeGreaterThan(2 * read(light, 'service_share'));
    expect(read(light, 'service_share')).toBeCloseTo(
      (100 * read(light, 'service')) / read(light, 'exports'),
      9,
    );
    const endless = { 'debt.years.CN': 1e9, 'debt.years.IFI': 1e9, 'debt.years.market': 1e9 };
    const interest = course(withCoefficients(endless), 2, 1, owed).states[0];
    expect(read(interest, 'service')).toBeLessThan(read(heavy, 'service') - 2);
  });

  it('comes when more than 12 % of exports go to lenders, and asks in the next half-year', () => {
    const { states, news } = course(long, 2, 1, owed);
    expect(news[0]).toContain('event.E22');
    const scene = { content: long, num: states[0] as Float64Array, round: 3 };
    expect(orderKind('debt_answer')?.occasion?.(scene, 'KZ')).toBe('E22');
    expect(course(long, 2, 1).news[0]).not.toContain('event.E22');
    expect(course(withCoefficients({ 'debt.bearable': 90 }), 2, 1, owed).news[0]).not.toContain(
      'event.E22',
    );
  });

  it('is put off where nobody answers: China takes over a part and holds more in its hand', () => {
    const silent = settled(null);
    const word = settled('reschedule');
    expect([...silent]).toEqual([...word]);
    const cut = settled('cut');
    expect(read(word, 'debt(CN)')).toBeGreaterThan(read(cut, 'debt(CN)') + 1);
    expect(read(word, 'holdup(CN)')).toBeGreaterThan(read(cut, 'holdup(CN)'));
    expect(read(word, 'risk_premium')).toBeGreaterThan(read(cut, 'risk_premium'));
  });

  it('savings pay back and anger people; shares in fields take Chinese debt off', () => {
    const put = settled('reschedule');
    const cut = settled('cut');
    const swap = settled('swap');
    expect(read(cut, 'grievance(cities,jobs)')).toBeGreaterThan(
      read(put, 'grievance(cities,jobs)') + 1,
    );
    expect(read(cut, 'legitimacy')).toBeLessThan(read(put, 'legitimacy'));
    expect(read(cut, 'debt(market)')).toBeLessThan(read(put, 'debt(market)'));
    expect(read(swap, 'debt(CN)')).toBeLessThan(0.75 * read(put, 'debt(CN)'));
    expect(read(swap, 'stake_cn')).toBeGreaterThan(read(put, 'stake_cn') + 5);
    expect(
      read(settled('swap', withCoefficients({ 'debt.swapStake': 0 })), 'stake_cn'),
    ).toBeLessThan(read(swap, 'stake_cn') - 5);
  });

  it('every way out buys time: nothing falls due for a while, and no second trouble follows at once', () => {
    const { states, news } = course(long, 2, 6, owed);
    const hard = withCoefficients({ 'debt.grace.reschedule': 0 });
    const pressed = course(hard, 2, 3, owed).states[2];
    expect(read(states[2], 'service')).toBeLessThan(read(pressed, 'service') - 1.5);
    expect(news.slice(1, 5).flat()).not.toContain('event.E22');
    expect(read(states[1], 'debt_grace')).toBe(4);
  });

  it('an answer to nothing is void', () => {
    for (const order of [
      answer('swap'),
      { power: 'EU', kind: 'cohesion_answer', params: { unity: 'unite' } } as const,
    ]) {
      expect(course(long, 2, 1, {}, [[order]]).states[0]).toEqual(course(long, 2, 1).states[0]);
    }
  });
});

describe('E23: secret terms leak', () => {
  const live = start({ 'cn_paid(plants)': 2, 'cn_own(plants)': 2 });
  const open = start({ 'cn_paid(plants)': 2 });
  const done = start({ 'cn_paid(plants)': 2, 'cn_own(plants)': 2, 'progress(plants)': 1 });
  const odds = (num: Float64Array, id: string): number => {
    let count = 0;
    for (let seed = 1; seed <= 3000; seed += 1)
      if (drawnIn(long, seed, 3, num)?.event.id === id) count += 1;
    return count / 3000;
  };

  it('hangs on the terms that stand: never where all is bid for openly, most while crews build', () => {
    expect(odds(open, 'E23')).toBe(0);
    expect(Math.abs(odds(start(), 'E23') - 0.04)).toBeLessThan(0.012);
    expect(Math.abs(odds(done, 'E23') - 0.04)).toBeLessThan(0.012);
    expect(Math.abs(odds(live, 'E23') - 0.08)).toBeLessThan(0.016);
  });

  it('shifts nobody else’s luck', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const [a, b] = [drawnIn(long, seed, 3, open), drawnIn(long, seed, 3, live)];
      if (a) expect(b).toEqual(a);
      else expect([undefined, 'E23']).toContain(b?.event.id);
    }
  });

  const seed = ((): number => {
    for (let s = 1; s < 3000; s += 1)
      if (drawnIn(long, s, 3, long.start)?.event.id === 'E23') return s;
    throw new Error('no leak');
  })();

  it('is rumoured a round ahead and angers where it is known; the parties lose trust', () => {
    const { states, news } = course(long, 2, 2, {}, [], seed);
    const quiet = course(without('E23'), 2, 2, {}, [], seed).states[1];
    expect(news[0]).toContain('rumour.E23');
    expect(news[1]).toContain('event.E23');
    expect(read(states[1], 'grievance(rural,china)')).toBeGreaterThan(
      read(quiet, 'grievance(rural,china)'),
    );
    for (const pair of ['trust(KZ,CN)', 'trust(CN,KZ)']) {
      expect(read(states[1], pair) - read(quiet, pair)).toBeCloseTo(-2, 1);
    }
  });

  it('what is drawn next is in nobody’s view, and does not happen where drivers are held', () => {
    let state = createGame(long, { seed, depth: 'expert' });
    while (state.round < 2 || state.phase !== 'report') state = advance(long, state);
    const at = long.layout.at('coming');
    expect(state.num[at]).not.toBe(0);
    for (const seat of ['KZ', 'RU', 'CN', 'EU', null] as const) {
      expect(viewFor(long, state, seat).num[at]).toBeNull();
    }
    const held = resolveNumbers(long, state.num, 3, [], { seed, held: true });
    expect(held.news.map(({ key }) => key)).not.toContain('event.E23');
  });
});
