import { type Content, coefficient, roundOf } from '../core/content.ts';
import { move, type RoundContext, type System } from '../core/round.ts';
import { carryOut } from './dated.ts';

interface Road {
  readonly project: string;
  readonly place: string;
  readonly links: readonly number[];
  /** Word that remembers that its accidents were felt. */
  readonly felt: number;
}

const roads = new WeakMap<Content, readonly Road[]>();

/** Roads that were built in play and that boxes take. */
function roadsOf(content: Content): readonly Road[] {
  let list = roads.get(content);
  if (!list) {
    const { layout, network } = content;
    const road = new Set(network.links.filter((l) => l.mode === 'road').map((l) => l.id));
    list = content.projects.flatMap((p) => {
      const links = p.links.filter((l) => road.has(l)).map((l) => layout.at('flow', l));
      return links.length > 0
        ? [{ project: p.id, place: p.place, links, felt: layout.at('road_felt', p.id) }]
        : [];
    });
    roads.set(content, list);
  }
  return list;
}

/**
 * Road deaths and dust (E18): once a new road carries traffic, lorries pass through villages that had
 * none. It takes the road and the traffic: neither alone hurts anybody.
 */
export const roadDeaths: System = {
  id: 'roads',
  run(ctx: RoundContext) {
    const { content, prev } = ctx;
    const { layout } = content;
    const event = content.events.find((e) => e.id === 'E18');
    if (!event || ctx.round < roundOf(content, event.half)) return;
    for (const { project, place, links, felt } of roadsOf(content)) {
      if (prev[felt] === 1 || (prev[layout.at('progress', project)] as number) < 1 - 1e-9) continue;
      const traffic = Math.max(...links.map((at) => prev[at] as number));
      if (traffic < coefficient(content, 'events.roadTraffic')) continue;
      const cause = `event:${event.id}`;
      move(ctx, felt, 1, cause);
      const harm = coefficient(content, 'events.roadAccidents');
      move(ctx, layout.at('accidents', place), harm, cause);
      for (const effect of event.effects) carryOut(ctx, effect, cause);
      ctx.news.push(
        event.node ? { key: `event.${event.id}`, node: event.node } : { key: `event.${event.id}` },
      );
    }
  },
};
