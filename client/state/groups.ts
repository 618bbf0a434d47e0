/**
 * Where a kind of order lies on a full desk: five groups of a few cards each, by what it is about. Only
 * the page knows them; the rules do not.
 */
export const GROUPS = ['money', 'roads', 'trade', 'people', 'powers'] as const;
export type Group = (typeof GROUPS)[number];

/** A desk with no more cards than this needs no groups. */
export const GROUPED_FROM = 9;

const KINDS: Readonly<Record<Group, readonly string[]>> = {
  money: [
    'fx',
    'sme',
    'finance',
    'multilateral',
    'ru_invest',
    'eu_business',
    'rule_law',
    'expo_tech',
    'scitech',
    'currency_push',
  ],
  roads: [
    'build',
    'crossing',
    'toll',
    'ru_transit',
    'train_subsidy',
    'eu_corridor',
    'oil_route',
    'chapter',
    'blueprint',
  ],
  trade: [
    'food_limit',
    'exempt',
    'checks',
    'cet',
    'food_ban',
    'energy',
    'energy_buy',
    'eu_energy',
    'food_access',
    'preference',
    'procure',
    'regional',
  ],
  people: ['land', 'engage', 'media', 'ru_media', 'people', 'farmland', 'civil'],
  powers: [
    'eeu',
    'enlarge',
    'exercise',
    'military',
    'summit',
    'cn_security',
    'epca',
    'sanctions',
    'obor_position',
    'monitor',
  ],
};

const GROUP_OF = new Map(
  GROUPS.flatMap((group) => KINDS[group].map((kind) => [kind, group] as const)),
);

/** The group of a kind; null for one that has none. */
export function groupOf(kind: string): Group | null {
  return GROUP_OF.get(kind) ?? null;
}
