import type { News } from '../../shared/core/round.ts';
import { list, money } from '../i18n/format.ts';
import { hasText, named, t } from '../i18n/messages.ts';

/** A public happening as a sentence; where there is none for it, the place and the powers stay silent. */
export function newsText(news: News): string {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(news.params ?? {})) {
    if (typeof value === 'string') params[key] = wordsFor(key, value);
    else params[key] = key === 'amount' ? money(value) : value;
  }
  if (news.node) params.place = named('map:place', news.node);
  if (news.power) params.power = t(`common:power.${news.power}`);
  const at = news.key.lastIndexOf('.');
  const [group, id] =
    at < 0 ? ['', news.key] : [`.${news.key.slice(0, at)}`, news.key.slice(at + 1)];
  return named(`game:news${group}`, id, params);
}

/** One id, or several joined by commas, as words. */
function wordsFor(key: string, value: string): string {
  if (key !== 'powers') return wordFor(key, value);
  return list(value.split(',').map((power) => wordFor('power', power)));
}

/** Ids in a happening's parameters, in words where there are any. */
function wordFor(key: string, value: string): string {
  const groups: Readonly<Record<string, string>> = {
    project: 'orders:project',
    corridor: 'orders:corridor',
    line: 'orders:line',
    node: 'map:place',
    place: 'map:place',
    power: 'common:power',
    clause: 'clauses:kind',
    order: 'orders:kind',
  };
  const group = groups[key];
  return group && hasText(`${group}.${value}`) ? named(group, value) : value;
}
