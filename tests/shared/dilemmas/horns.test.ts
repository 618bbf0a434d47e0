import { describe, expect, it } from 'vitest';
import type { Params } from '../../../shared/core/order.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { Values } from '../economy/variant.ts';
import { WAVE } from '../opinion/scene.ts';
import { better, type Given, type Plan, rounds } from './scene.ts';

const by =
  (power: Power) =>
  (kind: string, params: Params): Given => ({ power, kind, params });
const kz = by('KZ');
const ru = by('RU');
const cn = by('CN');
const eu = by('EU');

interface Dilemma {
  readonly id: string;
  /** The word by which the better horn flips. */
  readonly word: string;
  readonly says: string;
  readonly power: Power;
  /** What both games share. */
  readonly ground?: Values;
  /** Better where the word stands as in `there`. */
  readonly horn: Plan;
  readonly other: Plan;
  readonly here: Values;
  readonly there: Values;
  /** Points by which the better horn leads in each game. */
  readonly lead: number;
}

const loan = (project: string, bidding: 'own' | 'open', amount: number): Given =>
  cn('finance', {
    project,
    bidding,
    amount,
    interest: 3,
    local: bidding === 'own' ? '30' : '50',
  });
const land = kz('land', { code: 'open' });
const busy: Values = { subsidy: 3000, 'toll(KZ,trunk)': 400, 'freq(trunk)': 40 };
const roads = (status: number): Values => ({
  'status(trunk)': status,
  'status(siberian)': status,
});

const DILEMMAS: readonly Dilemma[] = [
  {
    id: 'KZ1',
    word: 'gap',
    says: 'a float pays where the tenge is too dear, a peg where it is not',
    power: 'KZ',
    horn: [[kz('fx', { course: 'float' })]],
    other: [[kz('fx', { course: 'hold' })]],
    here: { gap: -10 },
    there: { gap: 20 },
    lead: 1,
  },
  {
    id: 'KZ2',
    word: 'aware(public,OBOR)',
    says: 'open bids are worth their price where the public knows of the road',
    power: 'KZ',
    ground: { grievance: 20, 'grievance(*,china)': 35 },
    horn: rounds(3, loan('wewc_road', 'open', 1.5)),
    other: rounds(3, loan('wewc_road', 'own', 1.5)),
    here: { 'aware(*,OBOR)': 0.02 },
    there: { 'aware(*,OBOR)': 1 },
    lead: 0.1,
  },
  {
    id: 'KZ3',
    word: 'cpi',
    says: 'a deeper market pays where life is dear, holding it up where it is cheap',
    power: 'KZ',
    horn: rounds(3, kz('eeu', { act: 'economic' })),
    other: rounds(3, kz('eeu', { act: 'stall' })),
    here: { cpi: 3 },
    there: { cpi: 15 },
    lead: 0.02,
  },
  {
    id: 'KZ4',
    word: 'holdup(RU)',
    says: 'the dear road over the Caspian pays where Russia could hurt most, the cheap trunk where others could',
    power: 'KZ',
    horn: rounds(2, kz('crossing', { node: 'aktau' })),
    other: [[kz('toll', { corridor: 'trunk', toll: 400 })]],
    // Another oil line, little bought in Russia, much owed to China: Russia is not the worst threat.
    here: {
      'line_capacity(atasu)': 40,
      'value(KZ,RU,goods)': 1,
      'value(KZ,RU,food)': 0.2,
      'value(KZ,RU,energy)': 0.1,
      'value(KZ,RU,metals)': 0.1,
      'debt(CN)': 60,
    },
    there: {},
    lead: 0.1,
  },
  {
    id: 'KZ5',
    word: 'grievance',
    says: 'a hearing before the land law pays where people are angry, not where they are calm',
    power: 'KZ',
    // A full Fund: else the rent of one half-year decides when the peg breaks, and nothing else counts.
    ground: { 'aware(*,OBOR)': 0.1, fund: 120 },
    horn: [[kz('engage', { mode: 'consult', topic: 'land' }), land]],
    other: [[land]],
    here: { grievance: 5 },
    there: { grievance: 25 },
    lead: 0.01,
  },
  {
    id: 'KZ5',
    word: 'grievance',
    says: 'talking is the better answer to a wave in angry times, clearing the squares in calm ones',
    power: 'KZ',
    ground: { wave: WAVE.wave as number, wave_topic: WAVE.wave_topic as number },
    horn: [[kz('protest_answer', { answer: 'consult' })]],
    other: [[kz('protest_answer', { answer: 'suppress' })]],
    here: { grievance: 10, 'grievance(*,land)': 20 },
    there: { grievance: 40, 'grievance(*,land)': 50 },
    lead: 0.02,
  },
  {
    id: 'RU1',
    word: 'bypass',
    says: 'a squeeze pays while there is no way round, and costs when there is',
    power: 'RU',
    horn: [[]],
    other: [[ru('energy', { terms: 'squeeze', line: 'all' })]],
    here: { bypass: 100 },
    there: { bypass: 200 },
    lead: 0.1,
  },
  {
    id: 'RU2',
    word: 'consent',
    says: 'a tariff wall pays where the neighbour goes along, not where it does not',
    power: 'RU',
    horn: [[]],
    other: [[ru('cet', { matter: 'goods', points: 5, payment: 0 })]],
    here: { consent: 55 },
    there: { consent: 15 },
    lead: 0.3,
  },
  {
    id: 'RU3',
    word: 'fear',
    says: 'soldiers bind who is not afraid, and drive away who is',
    power: 'RU',
    horn: [[]],
    other: rounds(2, ru('military', { act: 'presence' })),
    here: { fear: 20 },
    there: { fear: 55 },
    lead: 1,
  },
  {
    id: 'RU4',
    word: 'chapter',
    says: 'common customs pay where the neighbour between has put its own in, and cost support at home where not',
    power: 'RU',
    horn: [[ru('chapter', { chapter: 'customs' }), cn('chapter', { chapter: 'customs' })]],
    other: [],
    ground: busy,
    here: {},
    there: { 'chapter(customs)': 20, 'aligned(KZ,customs)': 40 },
    lead: 0.05,
  },
  {
    id: 'RU5',
    word: 'grey(RU)',
    says: 'an embargo pays while it holds, and shames when it leaks',
    power: 'RU',
    horn: [[]],
    other: [[ru('food_ban', { ban: 'on', target: 'EU' })]],
    here: { 'grey(RU)': 15 },
    there: { 'grey(RU)': 40 },
    lead: 0.3,
  },
  {
    id: 'CN1',
    word: 'accept',
    says: 'own crews, fast, pay where they are welcome, open bids where they are not',
    power: 'CN',
    ground: { 'aware(*,OBOR)': 0.3 },
    horn: rounds(3, loan('wewc_road', 'own', 1.2)),
    other: rounds(3, loan('wewc_road', 'open', 1.2)),
    here: { accept: 25 },
    there: { accept: 90 },
    lead: 0.3,
  },
  {
    id: 'CN2',
    word: 'delay',
    says: 'bought trains pay where the crossing takes them, not where it jams',
    power: 'CN',
    horn: [[cn('train_subsidy', { rate: 3000 })]],
    other: [[cn('train_subsidy', { rate: 0 })]],
    here: { 'capacity(dostyk)': 8 },
    there: { 'capacity(dostyk)': 30 },
    lead: 0.5,
  },
  {
    id: 'CN3',
    word: 'clarity',
    says: 'a published list pays while nobody knows the plan; once all do, own crews are missed more',
    power: 'CN',
    ground: { 'aware(*,OBOR)': 0.3 },
    horn: [[cn('blueprint', { document: 'list' })], ...rounds(3, loan('wewc_road', 'open', 3))],
    other: [[], ...rounds(3, loan('wewc_road', 'own', 3))],
    here: { clarity: 99 },
    there: { clarity: 15 },
    lead: 0.1,
  },
  {
    id: 'CN4',
    word: 'status',
    says: 'a second road pays when Russia shuts the first',
    power: 'CN',
    ground: { subsidy: 3000, 'toll(KZ,trunk)': 400, 'freq(trunk)': 20, 'capacity(dostyk)': 9 },
    horn: rounds(3, loan('kuryk_port', 'open', 0.4), loan('aktau_port', 'open', 0.3)),
    other: rounds(3, loan('khorgos_dry_port', 'open', 0.2)),
    here: roads(0),
    there: roads(2),
    lead: 0.2,
  },
  {
    id: 'CN5',
    word: 'hazard',
    says: 'tenants for farmland pay where nobody is about to march, not where the squares may fill',
    power: 'CN',
    // Much is lent that does not perform: else money put into land outweighs any march.
    ground: { land_code: 1, land_age: 2, portfolio: 0.4 },
    horn: rounds(3, cn('farmland', { lease: 'ask' })),
    other: [],
    here: { hazard: 0.3, 'aware(*,OBOR)': 1, 'grievance(*,land)': 40, 'grievance(*,china)': 30 },
    there: { hazard: 0.01, 'aware(*,OBOR)': 0, 'grievance(*,land)': 5 },
    lead: 0.03,
  },
  {
    id: 'EU1',
    word: 'confrontation',
    says: 'holding the sanctions pays while the quarrel is open, easing when it is not',
    power: 'EU',
    ground: { sanction_level: 1 },
    horn: [[eu('sanctions', { change: 'hold' })]],
    other: [[eu('sanctions', { change: 'down' })]],
    here: { confrontation: 25 },
    there: { confrontation: 60 },
    lead: 0.5,
  },
  {
    id: 'EU2',
    word: 'openness',
    says: 'grants for civil society pay where media are open; a closed government cools',
    power: 'EU',
    horn: rounds(3, eu('civil', { amount: 0.05 })),
    other: [],
    here: { openness: 10 },
    there: { openness: 40 },
    lead: 0.2,
  },
  {
    id: 'EU3',
    word: 'clarity',
    says: 'taking part pays while the plan is open; when it is written, only unity is spent',
    power: 'EU',
    horn: [[eu('obor_position', { position: 'engage' })]],
    other: [],
    here: { clarity: 90 },
    there: { clarity: 5 },
    lead: 0.1,
  },
  {
    id: 'EU4',
    word: 'status',
    says: 'the way over the Caspian pays on the day the cheap one is shut',
    power: 'EU',
    ground: busy,
    horn: rounds(2, eu('eu_corridor', { place: 'aktau', amount: 0.5 })),
    other: rounds(2, eu('eu_corridor', { place: 'brest', amount: 0.5 })),
    here: roads(0),
    there: roads(2),
    lead: 0.15,
  },
  {
    id: 'EU5',
    word: 'stability',
    says: 'a programme for all five pays in a troubled region, a favour to one in a calm one',
    power: 'EU',
    horn: [[eu('regional', {})]],
    other: [[eu('preference', { sector: 'goods' })]],
    here: { stability: 90 },
    there: { stability: 35 },
    lead: 0.02,
  },
];

describe('the twenty dilemmas', () => {
  it.each(DILEMMAS)('$id by $word: $says', (d) => {
    const lead = (words: Values): number =>
      better(d.power, { ...d.ground, ...words }, d.horn, d.other);
    expect(lead(d.here)).toBeLessThan(-d.lead);
    expect(lead(d.there)).toBeGreaterThan(d.lead);
  });

  it('each have a pair of games in which the better horn flips', () => {
    const all = POWERS.flatMap((power) => [1, 2, 3, 4, 5].map((n) => `${power}${n}`));
    expect([...new Set(DILEMMAS.map((d) => d.id))].sort()).toEqual(all.sort());
  });
});
