import type { OrderKind } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { move, setPolicy } from '../core/round.ts';
import { shift, strength } from './effects.ts';
import { choice, text } from './form.ts';

const TOPICS = ['land', 'china', 'roads', 'eeu'] as const;
/** What people hear of when they are told about a topic. */
const ABOUT: Readonly<Record<string, string>> = {
  land: 'OBOR',
  china: 'OBOR',
  roads: 'OBOR',
  eeu: 'EEU',
};
/** Rounds in which measures on the topic anger half as much. */
const LASTS = 2;

/**
 * Talks with those concerned. A consultation puts measures of the round on its topic off by one round
 * and halves the anger about them; information makes people hear of a topic, for good and bad.
 */
export const engage: OrderKind = {
  id: 'engage',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 2,
  icon: 'messages-square',
  claims: ['C18', 'C36', 'C68'],
  params: [choice('mode', ['consult', 'inform'], 'consult'), choice('topic', TOPICS, 'land')],
  main: ['mode', 'topic'],
  cooldownKey: (params) => text(params, 'topic'),
  legal({ content, num }, _power, params) {
    if (text(params, 'mode') === 'consult') {
      return (num[content.layout.at('consulted', text(params, 'topic'))] as number) > 0
        ? refuse('noChange')
        : null;
    }
    const about = ABOUT[text(params, 'topic')] as string;
    const known = SEGMENTS.every(
      (segment) => (num[content.layout.at('aware', segment, about)] as number) >= 1,
    );
    return known ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.03 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const topic = text(params, 'topic');
    if (text(params, 'mode') === 'consult') {
      setPolicy(ctx, layout.at('consulted', topic), LASTS, cause);
      const at = layout.at('legitimacy');
      // Less where there is much already.
      const room = (100 - (ctx.num[at] as number)) / 50;
      move(ctx, at, strength(ctx, 'hearing') * room, cause);
    }
    // A hearing wakes up some of those who slept: what follows reaches more people.
    const heard = strength(ctx, text(params, 'mode') === 'consult' ? 'overheard' : 'informed');
    for (const segment of SEGMENTS) {
      shift(ctx, cause, heard, 'aware', segment, ABOUT[topic] as string);
    }
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () =>
    TOPICS.flatMap((topic) => ['consult', 'inform'].map((mode) => ({ mode, topic }))),
};
