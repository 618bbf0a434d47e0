import type { ClauseKind } from '../core/clause.ts';
import { type Content, coefficient } from '../core/content.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { choice, number, slider, text } from '../orders/form.ts';
import { judgeStanding } from './words.ts';

const STATUS = ['open', 'slow', 'close'] as const;

/** Days that a way of handling a corridor adds. */
function daysOf(content: Content, status: number): number {
  return [0, coefficient(content, 'transit.slowDays'), Number.POSITIVE_INFINITY][status] as number;
}

/** A road stays open, and its owner slows nobody down by more than so many days. */
export const access: ClauseKind = {
  id: 'access',
  depth: 'intro',
  icon: 'signpost',
  bound: ['RU'],
  ordered: false,
  params: [
    choice('corridor', ['trunk', 'siberian', 'road', 'ukraine'], 'trunk', 'corridor'),
    slider('delay', 'days', 0, 4, 0.5, 0),
  ],
  legal: (_scene, clause, parties) =>
    parties.length > 1 && clause.by === 'RU' ? null : refuse('notYourOrder'),
  suggests({ content, num }, parties, until) {
    const shut = (num[content.layout.at('status', 'trunk')] as number) > 0;
    return shut && parties.includes('RU')
      ? [[{ kind: 'access', by: 'RU', params: { corridor: 'trunk', delay: 0 }, until }]]
      : [];
  },
  enact(ctx, clause) {
    const { content, num } = ctx;
    const at = content.layout.at('status', text(clause.params, 'corridor'));
    if (daysOf(content, num[at] as number) > number(clause.params, 'delay')) {
      setPolicy(ctx, at, 0, 'clause:access');
    }
  },
  fulfils: () => [],
  breaks(scene, clause) {
    const { content, num } = scene;
    const corridor = text(clause.params, 'corridor');
    const toll = num[content.layout.at('toll', 'RU', corridor)] as number;
    return STATUS.filter(
      (_, status) => daysOf(content, status) > number(clause.params, 'delay'),
    ).map((way) => ({ kind: 'ru_transit', params: { corridor, toll, access: way } }));
  },
  judge(hearing, clause) {
    const { content } = hearing;
    const corridor = text(clause.params, 'corridor');
    const at = content.layout.at('status', corridor);
    const most = number(clause.params, 'delay');
    const verdict = judgeStanding(
      hearing,
      clause,
      (num) => daysOf(content, num[at] as number) <= most,
      access.breaks(hearing, clause),
    );
    const boxes = hearing.num[content.layout.at('boxes', corridor)] as number;
    return verdict.fate === 'kept' && boxes === 0 ? { ...verdict, fate: 'dormant' } : verdict;
  },
};
