import type { Content } from '../core/content.ts';
import type { Power } from '../core/powers.ts';
import type { Clause } from '../core/talk.ts';
import type { View } from '../core/view.ts';
import {
  type Duty,
  dutiesOf,
  type LegalOrder,
  type Outlook,
  outlook,
  type SeatScene,
  sceneOfView,
} from '../game/index.ts';
import type { Persona } from './personas.ts';
import { worthOf } from './worth.ts';

/** What a bot has before it when it thinks: its seat's view, and what follows from it. */
export interface Mind {
  readonly content: Content;
  readonly view: View;
  readonly seat: Power;
  readonly persona: Persona;
  readonly scene: SeatScene;
  readonly look: Outlook;
  readonly duties: readonly Duty[];
}

/** @throws Error for a spectator */
export function mindOf(content: Content, view: View, persona: Persona): Mind {
  const scene = sceneOfView(content, view);
  return {
    content,
    view,
    seat: scene.power,
    persona,
    scene,
    look: outlook(content, view),
    duties: dutiesOf(content, view),
  };
}

/** Points of score that orders and points of an agreement bring a power, as the bot believes. */
export function gainOf(
  { content, view, look }: Mind,
  power: Power,
  orders: readonly LegalOrder[],
  clauses: readonly Clause[] = [],
): number {
  return worthOf(content, power, view.round, look.outcome(orders, clauses)).points;
}
