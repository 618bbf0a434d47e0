import { describe, expect, it } from 'vitest';
import { contentOf, scenarioIds } from '../../../server/content.ts';
import { nextMoves } from '../../../shared/bots/index.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { DEALT, KEPT } from '../../../shared/core/secret.ts';
import type { GameState } from '../../../shared/core/state.ts';
import type { Agreement } from '../../../shared/core/talk.ts';
import {
  advance,
  baselineOf,
  createGame,
  endNow,
  secretResults,
  submit,
  viewFor,
} from '../../../shared/game/index.ts';
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
const CHAPTERS = { 'chapter(technical)': 100, 'chapter(infrastructure)': 100 };
const SANCTIONED = { sanction_level: 2 };
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
    met: played([{ 'debt(IFI)': start('debt(IFI)') + 2, ...shares(0.3, 0.4, 0.3) }]),
    missed: [
      played([shares(0.3, 0.4, 0.3)]),
      played([{ 'debt(IFI)': start('debt(IFI)') + 2, ...shares(0.2, 0.3, 0.5) }]),
    ],
  },
  kz_host: {
    met: played([{}], signed(...fourPacts(0))),
    missed: [
      played([{}], signed(...fourPacts(0).slice(2))),
      played([{}, {}], signed(...fourPacts(0))),
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
    met: played([CHAPTERS], deed(...twice(order('RU', 'chapter', { chapter: 'technical' })))),
    missed: [
      played([CHAPTERS]),
      played([{}], deed(...twice(order('RU', 'chapter', { chapter: 'technical' })))),
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
    met: played([{ 'att(cities,CN)': start('att(cities,CN)') + 30 }]),
    missed: [played([{ 'att(cities,CN)': start('att(cities,CN)') + 20 }])],
  },
  cn_builder: { met: played([{ own_done: 2 }]), missed: [played([{ own_done: 1 }])] },
  cn_tanks: {
    met: played([{ 'contract(oil,CN)': 4, 'contract(gas,CN)': 2 }]),
    missed: [played([{ 'contract(oil,CN)': 6 }, { 'contract(oil,CN)': 0 }]), played([{}])],
  },
  cn_silent_west: {
    met: played([WAVE, {}, {}, {}]),
    missed: [played([{}, {}, WAVE, {}])],
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
    met: played([{ sanction_level: 1 }, { sanction_level: 2 }]),
    missed: [
      played([{ sanction_level: 2 }, { sanction_level: 1 }]),
      played([{ 'trust(KZ,EU)': start('trust(KZ,EU)') - 1 }]),
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

function twice<T>(one: T): T[] {
  return [one, one];
}

function shares(cn: number, ifi: number, market: number): Record<string, number> {
  return { 'debt_share(CN)': cn, 'debt_share(IFI)': ifi, 'debt_share(market)': market };
}

function fourPacts(until: number): Agreement[] {
  return (['RU', 'CN'] as const).flatMap((p) => twice(pact(['KZ', p], 0, until)));
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

describe('the deal', () => {
  it.each(['intro', 'standard', 'expert'] as const)('follows the depth: %s', (depth) => {
    const { secrets } = begun(depth);
    for (const power of POWERS) {
      expect(secrets[power].dealt).toHaveLength(DEALT[depth]);
      for (const id of secrets[power].dealt) {
        expect(content.secrets.find((s) => s.id === id)?.power).toBe(power);
      }
    }
  });

  it('hangs on the seed, and deals every aim to somebody', () => {
    expect(begun('expert', 1).secrets).toEqual(begun('expert', 1).secrets);
    const all = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const power of POWERS) {
        for (const id of begun('expert', seed).secrets[power].dealt) all.add(id);
      }
    }
    expect([...all].sort()).toEqual(content.secrets.map((s) => s.id).sort());
  });

  it('keeps what expert alone plays out of standard', () => {
    const deep = content.secrets.filter((s) => s.depth === 'expert').map((s) => s.id);
    expect(deep.length).toBeGreaterThan(0);
    for (let seed = 1; seed <= 40; seed += 1) {
      const { secrets } = begun('standard', seed);
      for (const power of POWERS) {
        expect(secrets[power].dealt.filter((id) => deep.includes(id))).toEqual([]);
      }
    }
  });
});

let sent = 0;
function keep(state: GameState, seat: Power | null, secrets: unknown, round = state.round) {
  sent += 1;
  return submit(content, state, seat, 'person', { id: `k${sent}`, round, type: 'keep', secrets });
}

describe('keeping', () => {
  it('takes exactly as many of the own hand as the depth says, until the first deadline', () => {
    let state = begun('expert');
    const [a, b, c] = state.secrets.CN.dealt as [string, string, string];
    const [foreign] = state.secrets.RU.dealt as [string];
    for (const wrong of [[a], [a, b, c], [a, a], [a, foreign], ['none', a]]) {
      expect(keep(state, 'CN', wrong).ok).toBe(false);
    }
    const once = keep(state, 'CN', [b, c]);
    if (!once.ok) throw new Error(once.refusal.code);
    expect(viewFor(content, once.state, 'CN').secrets).toMatchObject({
      kept: [b, c],
      chosen: true,
    });
    state = advance(content, advance(content, once.state));
    expect(state.phase).toBe('ink');
    expect(keep(state, 'CN', [a, b]).ok).toBe(false);
  });

  it('is refused where nothing is dealt, to spectators, and after the first round', () => {
    expect(keep(begun('intro'), 'KZ', []).ok).toBe(false);
    const state = begun('standard');
    expect(keep(state, null, state.secrets.KZ.dealt.slice(0, 1)).ok).toBe(false);
    let later = state;
    while (later.round === 0) later = advance(content, later);
    expect(keep(later, 'KZ', later.secrets.KZ.dealt.slice(0, 1)).ok).toBe(false);
  });

  it('lets the first ones stand where nobody chose', () => {
    const state = begun('expert');
    const results = secretResults(content, played([{}], { secrets: state.secrets }));
    for (const power of POWERS) {
      expect(results[power].map((r) => r.id)).toEqual(
        state.secrets[power].dealt.slice(0, KEPT.expert),
      );
    }
  });

  it('is done by bots in their first deliberation', () => {
    const state = advance(content, begun('standard'));
    for (const power of POWERS) {
      const [move] = nextMoves(content, viewFor(content, state, power));
      expect(move?.type).toBe('keep');
      const done = submit(content, state, power, 'bot', { id: 'b', round: 0, ...move });
      expect(done.ok).toBe(true);
      if (!done.ok) continue;
      const [next] = nextMoves(content, viewFor(content, done.state, power));
      expect(next?.type).not.toBe('keep');
    }
  });
});

describe('secrecy', () => {
  it('shows no seat, and no spectator, what another was dealt, kept or met', () => {
    let state = begun('expert');
    while (state.phase !== 'debrief') {
      for (const owner of POWERS) {
        const other = { dealt: ['x1', 'x2', 'x3'], kept: ['x1', 'x2'] };
        const changed = { ...state, secrets: { ...state.secrets, [owner]: other } };
        for (const seat of [...POWERS, null]) {
          if (seat === owner) continue;
          expect(viewFor(content, changed, seat)).toEqual(viewFor(content, state, seat));
        }
      }
      expect(viewFor(content, state, null).secrets).toBeNull();
      state = advance(content, state);
    }
  });

  it('deals nothing to be peeked at while seats are still changed', () => {
    const lobby = createGame(content, { seed: SEED, depth: 'expert' });
    for (const seat of POWERS) expect(viewFor(content, lobby, seat).secrets).toBeNull();
  });

  it('ends with the debrief, where all are told, with their points beside the score', () => {
    let state = begun('standard');
    while (state.phase !== 'report') state = advance(content, state);
    const { end } = viewFor(content, endNow(state), null);
    for (const power of POWERS) {
      expect(end?.secrets[power]).toHaveLength(KEPT.standard);
      for (const { met, points } of end?.secrets[power] ?? []) expect(points).toBe(met ? 6 : -2);
    }
    const score = end?.scores.KZ;
    const sum = score?.objectives.reduce((x, o) => x + (o.score * o.weight) / 100, 0);
    expect(score?.score).toBeCloseTo(sum as number, 9);
  });
});

it('history itself decides what is usual', () => {
  expect(usual.watch).toHaveLength(content.halves.length + 1);
  for (const id of scenarioIds()) expect(contentOf(id).secrets.length).toBeGreaterThan(0);
});
