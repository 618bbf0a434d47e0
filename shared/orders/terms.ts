import { type Content, coefficient } from '../core/content.ts';

/** Value of Europe's stand on the road at which it helps with tenders. */
const ENGAGED = 3;

interface Place {
  readonly content: Content;
  readonly num: Float64Array;
}

/** % of local work that Kazakh law asks of every contract at least. */
export function lawLocal({ content, num }: Place): number {
  return num[content.layout.at('rule_local')] as number;
}

/** Whether Kazakh law asks for open bids. */
export function lawOpen({ content, num }: Place): boolean {
  return num[content.layout.at('rule_open')] === 1;
}

/**
 * What the terms add to the price of works, as a part of it: tenders take time, local firms cost more.
 * Where Europe takes part, its rules and banks bear a part of what tenders cost.
 * @param local % of local work and material
 */
export function termsPremium(place: Place, local: number, open: boolean): number {
  const { content, num } = place;
  const k = (name: string): number => coefficient(content, `lending.${name}`);
  const added = local >= 70 ? k('localCost70') : local >= 50 ? k('localCost50') : 0;
  if (!open) return added;
  const helped = num[content.layout.at('obor_position')] === ENGAGED;
  return added + k('openCost') * (helped ? 1 - coefficient(content, 'europe.tenders') : 1);
}
