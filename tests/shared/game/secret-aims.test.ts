import { describe, expect, it } from 'vitest';
import { contentOf, scenarioIds } from '../../../server/content.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import type { Agreement } from '../../../shared/core/talk.ts';
import { advance, baselineOf, createGame, secretResults } from '../../../shared/game/index.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { watchedValues } from '../../../shared/systems/scoring/secrets.ts';

const content = contentOf('lesson');
const { layout } = content;
const SEED = 11;

function begun(depth: GameState['depth'], seed = SEED): GameState {
  return advance(content, createGame(content, { seed, depth }));
}

/** A game after some rounds in which nobody ordered anything, its words set by hand. */
function played(
  hands: readonly Readonly<Record<string, number>>[],
  change: Partial<GameState> = {},
): GameState {
  const state = begun('expert');
  const numbers = hands.map((words) => {
    const num = content.start.slice();
    for (const [label, value] of Object.entries(words)) num[layout.find(label)] = value;
    return num;
  });
  const rows = numbers.map((num) => watchedValues(content, num));
  return {
    ...state,
    round: hands.length,
    num: numbers.at(-1) as Float64Array,
    path: hands.map(() => content.objectives.map(() => 0)),
    past: hands.map(() => ({ orders: [], motions: [] })),
    watch: [...state.watch, ...rows],
    ...change,
  };
}

function metIn(state: GameState, id: string): boolean {
  const { power } = content.secrets.find((s) => s.id === id) as { power: Power };
  const kept = { dealt: [id], kept: [id] };
  const results = secretResults(content, {
    ...state,
    secrets: { ...state.secrets, [power]: kept },
  });
  return results[power][0]?.met as boolean;
}

const usual = baselineOf(content, SEED);
const order = (power: Power, kind: string, params: Record<string, string | number>) => ({
  power,
  kind,
  params,
  giver: 'person' as const,
});
const deed = (...orders: ReturnType<typeof order>[]): Partial<GameState> => ({
  past: [{ orders, motions: [] }],
});

function pact(parties: readonly Power[], signedRound: number, until: number): Agreement {
  return {
    id: `${parties.join('')}-${signedRound}`,
    signedRound,
    version: 1,
    by: parties[0] as Power,
    parties,
    signed: parties.map((power) => ({ power, version: 1, giver: 'person' })),
    clauses: [
      {
        kind: 'access',
        by: parties[0] as Power,
        params: {},
        until,
        fate: 'kept',
        judged: signedRound,
        final: false,
        chance: 'none',
      },
    ],
    status: 'running',
  };
}

const signed = (...agreements: Agreement[]): Partial<GameState> => ({
  talks: { ...begun('expert').talks, agreements },
});

const start = (label: string): number => content.start[layout.find(label)] as number;
const CASPIAN = { 'boxes(all)': 100, 'boxes(caspian)': 20, 'boxes(south)': 0 };
const NORTH = { 'boxes(all)': 100, 'boxes(caspian)': 1, 'boxes(south)': 1 };
const CHAPTERS = {
  'chapter(technical)': 100,
  'chapter(infrastructure)': 100,
  'chapter(customs)': 100,
  'chapter(finance)': 100,
};
const SANCTIONED = { sanction_level: 2 };
const TRUSTED = { 'trust(KZ,EU)': start('trust(KZ,EU)') + 20 };
const WAVE = { wave: 1, wave_topic: 4 };

/** Courses on which each aim is met, and on which it is not. */
const CASES: Readonly<Record<string, { met: GameState; missed: readonly GameState[] }>> = {
  kz_exit_door: {
    met: played([{ 'holdup(RU)': 0.75 * start('holdup(RU)') }]),
    missed: [
      played([{}]),
      played(
        [{ 'holdup(RU)': 0.5 * start('holdup(RU)') }],
        deed(order('KZ', 'eeu', { act: 'stall' })),
      ),
    ],
  },
  kz_no_master: {
    met: played([{ 'debt(IFI)': start('debt(IFI)') + 2, ...shares(0.32, 0.36, 0.32) }]),
    missed: [
      played([shares(0.3, 0.4, 0.3)]),
      played([{ 'debt(IFI)': start('debt(IFI)') + 2, ...shares(0.2, 0.3, 0.5) }]),
    ],
  },
  kz_host: {
    met: played([{}, {}, {}], signed(...twoPacts(2))),
    missed: [
      played([{}, {}, {}], signed(...twoPacts(2).slice(1))),
      played([{}, {}, {}], signed(...twoPacts(1))),
    ],
  },
  kz_farmers: {
    met: played([{}]),
    missed: [
      played([{ 'grievance(rural,land)': 60, 'grievance(rural,china)': 60 }, {}]),
      played([{ land_code: 1 }, {}]),
    ],
  },
  kz_hub: { met: played([{ 'boxes(KZ)': 900 }]), missed: [played([{ 'boxes(KZ)': 1 }])] },
  ru_only_road: { met: played([NORTH]), missed: [played([CASPIAN])] },
  ru_currency: {
    met: played([{}], deed(order('KZ', 'currency_answer', { reply: 'study' }))),
    missed: [played([{}], deed(order('KZ', 'currency_answer', { reply: 'refuse' })))],
  },
  ru_thaw: {
    met: played([SANCTIONED, SANCTIONED, SANCTIONED, { sanction_level: 0 }]),
    missed: [
      played([SANCTIONED, SANCTIONED, SANCTIONED, { sanction_level: 1 }]),
      played([SANCTIONED, SANCTIONED, SANCTIONED, { 'presence(RU)': 0 }]),
    ],
  },
  ru_co_author: {
    met: played([CHAPTERS], deed(...steps(8))),
    missed: [
      played([CHAPTERS], deed(...steps(7))),
      played([{ ...CHAPTERS, 'chapter(finance)': 80 }], deed(...steps(8))),
    ],
  },
  ru_shield: {
    met: played([{}], deed(order('KZ', 'exercise', { partner: 'RU' }))),
    missed: [
      played([{}], deed(order('KZ', 'exercise', { partner: 'CN' }))),
      played([{}], deed(order('CN', 'cn_security', { guard: 'patrol' }))),
    ],
  },
  cn_second_door: { met: played([CASPIAN]), missed: [played([NORTH])] },
  cn_neighbour: {
    met: played([{ 'att(cities,CN)': start('att(cities,CN)') + 36 }]),
    missed: [played([{ 'att(cities,CN)': start('att(cities,CN)') + 30 }])],
  },
  cn_builder: { met: played([{ own_done: 2 }]), missed: [played([{ own_done: 1 }])] },
  cn_tanks: {
    met: played([{ 'contract(oil,CN)': 3, 'contract(gas,CN)': 1.5 }]),
    missed: [played([{ 'contract(oil,CN)': 6 }, { 'contract(oil,CN)': 0 }]), played([{}])],
  },
  cn_silent_west: {
    met: played([WAVE, {}, {}, {}]),
    missed: [
      played([{}, {}, WAVE, {}]),
      played([{ 'grievance(rural,china)': start('grievance(rural,china)') + 2 }]),
    ],
  },
  eu_middle_way: {
    met: played([{ 'boxes(caspian)': 500 }]),
    missed: [played([{ 'boxes(caspian)': 0 }])],
  },
  eu_tender: {
    met: played([{ 'cn_paid(plants)': 5, open_value: 3 }]),
    missed: [played([{ 'cn_paid(plants)': 5, open_value: 2.9 }]), played([{}])],
  },
  eu_steadfast: {
    met: played([{ sanction_level: 1 }, { sanction_level: 2, ...TRUSTED }]),
    missed: [
      played([{ sanction_level: 2 }, { sanction_level: 1, ...TRUSTED }]),
      played([{ 'trust(KZ,EU)': start('trust(KZ,EU)') + 19 }]),
    ],
  },
  eu_region: { met: played([{ ca_trade: 200 }]), missed: [played([{ ca_trade: 90 }])] },
  eu_broker: {
    met: played([{}, {}, {}], signed(pact(['EU', 'RU', 'CN'], 0, 1))),
    missed: [
      played([{}, {}, {}], signed(pact(['EU', 'RU', 'CN'], 0, 0))),
      played([{}, {}, {}], signed(pact(['EU', 'RU'], 0, 2))),
      // A word that one power gives to all is no agreement that the others made.
      played(
        [{}, {}, {}],
        signed({
          ...pact(['EU', 'RU', 'CN'], 0, 2),
          signed: [{ power: 'CN', version: 1, giver: 'person' }],
        }),
      ),
    ],
  },
};

function steps(count: number) {
  return Array.from({ length: count }, () => order('RU', 'chapter', { chapter: 'technical' }));
}

function shares(cn: number, ifi: number, market: number): Record<string, number> {
  return { 'debt_share(CN)': cn, 'debt_share(IFI)': ifi, 'debt_share(market)': market };
}

function twoPacts(until: number): Agreement[] {
  return (['RU', 'CN'] as const).map((p) => pact(['KZ', p], 0, until));
}

describe.each(content.secrets.map((s) => [s.id, s] as const))('secret aim %s', (id, spec) => {
  const own = CASES[id];
  if (!own) throw new Error(`no case for ${id}`);

  it('is met when it says so, and not otherwise', () => {
    expect(metIn(own.met, id)).toBe(true);
    for (const state of own.missed) expect(metIn(state, id)).toBe(false);
  });

  it('names orders that there are', () => {
    const given = [...spec.met.matchAll(/given\((\w+), (\w+)/g)].map(([, by, kind]) => ({
      by,
      kind,
    }));
    const named = [...(spec.helps ?? []), ...(spec.harms ?? [])];
    for (const { by, kind } of given) {
      const known = orderKind(kind as string);
      expect([...(known?.by ?? []), ...(known?.joint?.({})?.powers ?? [])], kind).toContain(by);
    }
    for (const { kind, params } of named) {
      const known = orderKind(kind);
      expect(known?.by, kind).toContain(spec.power);
      for (const [id, value] of Object.entries(params ?? {})) {
        const param = known?.params.find((p) => p.id === id);
        if (param?.type !== 'choice') throw new Error(`${kind} has no choice ${id}`);
        expect(param.options(content)).toContain(value);
      }
    }
  });

  it('is told in words that its owner may see', () => {
    const blind = layout.spec.flatMap((word, i) => {
      const label = layout.label[i] as string;
      const owner = label.slice(label.indexOf('(') + 1, -1);
      const seen =
        word.see === 'all' ||
        (word.see === 'own' ? owner === spec.power : word.see.includes(spec.power));
      return seen ? [] : [word.id];
    });
    for (const word of new Set(blind)) expect(spec.met).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('is not implied by a public objective that weighs a quarter or more', () => {
    const heavy = content.objectives.filter((o) => o.power === spec.power && o.weight >= 25);
    const words = (text: string): string[] => text.match(/[a-z_]+(\(\w+\))?/gi) ?? [];
    for (const { formula } of heavy) {
      const public_ = new Set(words(formula));
      const named = words(spec.met).filter((w) => layout.label.includes(w));
      if (named.length > 0) expect(named.every((w) => public_.has(w))).toBe(false);
    }
  });
});

it('history itself decides what is usual', () => {
  expect(usual.watch).toHaveLength(content.halves.length + 1);
  for (const id of scenarioIds()) expect(contentOf(id).secrets.length).toBeGreaterThan(0);
});
