import { TOPICS } from '../core/layout.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { move, type RoundContext, setPolicy } from '../core/round.ts';
import { shift, shiftTrust, strength } from './effects.ts';
import { choice, text } from './form.ts';

/** Table of sensitivities of each topic. */
const TABLE: Readonly<Record<string, string>> = {
  prices: 'dear',
  jobs: 'jobs',
  land: 'land',
  china: 'china',
  eeu: 'union',
  roads: 'roads',
};
/** Whose cause is dropped when the state gives way. */
const AFFECTED: Readonly<Record<string, string>> = { land: 'CN', china: 'CN', eeu: 'RU' };

/** $bn of help that calms anger about prices, jobs or building sites. */
const HELP = 0.3;

function topicOf(scene: OrderScene): string | undefined {
  return TOPICS[(scene.num[scene.content.layout.at('wave_topic')] as number) - 1];
}

/** What the state does about a wave of protest: talk, give way, or clear the squares. */
export const protestAnswer: OrderKind = {
  id: 'protest_answer',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 0,
  icon: 'megaphone',
  claims: ['C40', 'C41', 'C42', 'C68'],
  params: [choice('answer', ['consult', 'suspend', 'suppress'], 'consult')],
  main: ['answer'],
  occasion: (scene) =>
    (scene.num[scene.content.layout.at('wave')] as number) > 0 && topicOf(scene) ? 'E15' : null,
  reaction: () => true,
  legal: () => null,
  cost(scene, _power, params) {
    const answer = text(params, 'answer');
    const topic = topicOf(scene);
    // Where no partner's plan can be dropped, giving way means paying.
    const pays = answer === 'suspend' && topic !== undefined && !AFFECTED[topic];
    return { pc: answer === 'consult' ? 1 : 0, money: pays ? HELP : 0 };
  },
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const topic = topicOf({ content, num, round: ctx.round });
    if (!topic) return;
    const wave = layout.at('wave');
    switch (text(params, 'answer')) {
      case 'consult':
        // Who is listened to goes home for half of the time.
        setPolicy(ctx, wave, (num[wave] as number) / 2, cause);
        calm(ctx, cause, topic, strength(ctx, 'talksCalm'));
        setPolicy(ctx, layout.at('settling', topic), strength(ctx, 'talksCalm'), cause);
        setPolicy(ctx, layout.at('consulted', topic), 2, cause);
        shift(ctx, cause, strength(ctx, 'hearing'), 'legitimacy');
        return;
      case 'suspend':
        setPolicy(ctx, wave, 0, cause);
        calm(ctx, cause, topic, strength(ctx, 'givingWay'));
        drop(ctx, cause, topic);
        return;
      default:
        setPolicy(ctx, wave, 0, cause);
        silence(ctx, cause, topic);
        shiftTrust(ctx, cause, -8, 'KZ', 'EU');
        shift(ctx, cause, strength(ctx, 'shutMedia'), 'openness');
        shift(ctx, cause, -4, 'legitimacy');
        setPolicy(ctx, layout.at('crackdown'), 2, cause);
    }
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => ['consult', 'suspend', 'suppress'].map((answer) => ({ answer })),
};

function minds(ctx: RoundContext, topic: string, segment: string): number {
  return strength(ctx, `${TABLE[topic]}.${segment}`);
}

function calm(ctx: RoundContext, cause: string, topic: string, points: number): void {
  for (const segment of SEGMENTS) {
    shift(ctx, cause, -points * minds(ctx, topic, segment), 'grievance', segment, topic);
  }
}

/** The measure itself is put off, and whoever wanted it is offended. */
function drop(ctx: RoundContext, cause: string, topic: string): void {
  const { layout } = ctx.content;
  const partner = AFFECTED[topic];
  if (partner) shiftTrust(ctx, cause, -5, 'KZ', partner);
  const announced = layout.at('announced', topic);
  move(ctx, announced, -(ctx.num[announced] as number), cause);
  const code = layout.at('land_code');
  if (topic === 'land' && ctx.num[code] === 1) {
    setPolicy(ctx, code, 0, cause);
    setPolicy(ctx, layout.at('land_age'), 0, cause);
  }
}

/** Anger is not gone when nobody says it any more. */
function silence(ctx: RoundContext, cause: string, topic: string): void {
  const { layout } = ctx.content;
  for (const segment of SEGMENTS) {
    const points = strength(ctx, 'suppressed') * minds(ctx, topic, segment);
    const at = layout.at('grievance', segment, topic);
    move(ctx, at, -Math.min(points, ctx.num[at] as number), cause);
    shift(ctx, cause, points, 'hidden', segment);
  }
}
