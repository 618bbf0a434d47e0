import type { ClauseKind } from '../core/clause.ts';
import type { Content } from '../core/content.ts';
import type { OrderScene } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import type { Clause, NamedOrder } from '../core/talk.ts';
import { choice, text } from '../orders/form.ts';
import { chanceOf, isLast } from './words.ts';

/** A measure of one power against others: how far it is on, and the orders that lift and impose it. */
interface Measure {
  readonly matter: string;
  readonly by: Power;
  /** Against whom; null: against everybody who passes. */
  readonly against: Power | null;
  level(content: Content, num: Float64Array): number;
  lift(scene: OrderScene): NamedOrder;
  impose(scene: OrderScene): NamedOrder;
}

/** Roads that Russia may slow or shut. */
const ROADS = ['trunk', 'siberian', 'road'] as const;
const PARTNERS = ['RU', 'CN', 'EU'] as const;

function squeezed({ layout, network }: Content, num: Float64Array): number {
  const lines = network.lines.filter((l) => l.power === 'RU');
  return lines.filter((l) => (num[layout.at('oil_access', l.id)] as number) < 1).length;
}

function road(corridor: (typeof ROADS)[number]): Measure {
  const order = ({ content, num }: OrderScene, access: string): NamedOrder => {
    const toll = num[content.layout.at('toll', 'RU', corridor)] as number;
    return { kind: 'ru_transit', params: { corridor, toll, access } };
  };
  return {
    matter: 'transit',
    by: 'RU',
    against: null,
    level: ({ layout }, num) => num[layout.at('status', corridor)] as number,
    lift: (scene) => order(scene, 'open'),
    impose: (scene) => order(scene, 'slow'),
  };
}

function food(by: 'RU' | 'KZ', against: Power): Measure {
  const [kind, whom, act] =
    by === 'RU'
      ? (['food_ban', 'target', 'ban'] as const)
      : (['food_limit', 'partner', 'limit'] as const);
  const order = (state: string): NamedOrder => ({
    kind,
    params: { [whom]: against, [act]: state },
  });
  return {
    matter: 'food',
    by,
    against,
    level: ({ layout }, num) => num[layout.at(kind, against)] as number,
    lift: () => order('off'),
    impose: () => order('on'),
  };
}

const MEASURES: readonly Measure[] = [
  {
    matter: 'sanctions',
    by: 'EU',
    against: 'RU',
    level: ({ layout }, num) => num[layout.at('sanction_level')] as number,
    lift: () => ({ kind: 'sanctions', params: { change: 'down' } }),
    impose: () => ({ kind: 'sanctions', params: { change: 'up' } }),
  },
  food('RU', 'KZ'),
  food('RU', 'EU'),
  ...PARTNERS.map((partner) => food('KZ', partner)),
  ...ROADS.map(road),
  {
    matter: 'energy',
    by: 'RU',
    against: null,
    level: squeezed,
    lift: () => ({ kind: 'energy', params: { terms: 'neutral', line: 'all' } }),
    impose: () => ({ kind: 'energy', params: { terms: 'squeeze', line: 'all' } }),
  },
];

/** Measures that a clause lists: of its power, against those it is owed to. */
function listed(clause: Clause, parties: readonly Power[]): readonly Measure[] {
  const matter = text(clause.params, 'measures');
  return MEASURES.filter(
    (m) =>
      m.by === clause.by &&
      (matter === 'all' || m.matter === matter) &&
      (m.against === null || parties.includes(m.against)),
  );
}

/** Without a list of parties: whoever may be meant. */
function mine(clause: Clause): readonly Measure[] {
  const parties =
    'parties' in clause
      ? (clause.parties as readonly Power[])
      : (['KZ', 'RU', 'CN', 'EU'] as const);
  return listed(clause, parties);
}

/** Measures against each other are lifted by the end of the next round, and none comes after. */
export const ceasefire: ClauseKind = {
  id: 'ceasefire',
  depth: 'expert',
  icon: 'shield-off',
  bound: ['KZ', 'RU', 'EU'],
  ordered: false,
  params: [choice('measures', ['all', 'sanctions', 'food', 'transit', 'energy'], 'all')],
  legal(scene, clause, parties) {
    if (listed(clause, parties).length === 0) return refuse('badParameter', { param: 'measures' });
    // Its first round is there to lift them.
    return clause.until > scene.round ? null : refuse('badParameter', { param: 'until' });
  },
  suggests(scene, parties, until) {
    const bound = (['KZ', 'RU', 'EU'] as const).filter((by) => parties.includes(by));
    const clauses = bound.map(
      (by): Clause => ({ kind: 'ceasefire', by, params: { measures: 'all' }, until }),
    );
    const on = clauses.some((c) =>
      listed(c, parties).some((m) => m.level(scene.content, scene.num) > 0),
    );
    return on && until > scene.round ? [clauses.filter((c) => listed(c, parties).length > 0)] : [];
  },
  fulfils: (scene, clause) =>
    mine(clause)
      .filter((m) => m.level(scene.content, scene.num) > 0)
      .map((m) => m.lift(scene)),
  breaks: (scene, clause) => mine(clause).map((m) => m.impose(scene)),
  judge(hearing, clause) {
    const { content, num, prev } = hearing;
    const { by } = clause;
    const last = isLast(hearing, clause);
    // To lift a measure is a deed; to impose none is a word where one could be imposed.
    const lifted = mine(clause).some((m) => m.level(content, num) < m.level(content, prev));
    const chance = lifted ? 'tempted' : chanceOf(hearing, by, ceasefire.breaks(hearing, clause));
    if (clause.fresh) return { fate: 'pending', final: last, chance };
    // What is being lifted step by step counts as lifted.
    const on = mine(clause).filter((m) => {
      const level = m.level(content, num);
      return level > 0 && level >= m.level(content, prev);
    });
    if (on.length === 0) {
      const idle = chance === 'none' && clause.chance === 'none';
      return { fate: idle ? 'dormant' : 'kept', final: last, chance };
    }
    const before = { content, num: prev, round: hearing.round };
    const his = on.some(
      (m) =>
        m.level(content, num) > m.level(content, hearing.without(by)) ||
        (m.level(content, prev) > 0 && hearing.possible(by, m.lift(before))),
    );
    return his
      ? { fate: 'breached', final: true, chance }
      : { fate: 'excused', final: last, chance };
  },
};
