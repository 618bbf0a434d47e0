import { clamp } from '../core/math.ts';
import type { Power } from '../core/powers.ts';
import type { NamedOrder } from '../core/talk.ts';
import { type DraftedOrder, describeOrder } from '../game/index.ts';
import { alikeOrders, recentlyRefused } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';

/** Powers that must put their name to an order of the seat. */
export function partnersOf({ seat }: Mind, { kind, params }: NamedOrder): readonly Power[] {
  return (describeOrder(kind).partners?.(params) ?? []).filter((p) => p !== seat);
}

/** Trust at which a partner weighs an offer as it is. */
const USUAL_TRUST = 60;

/** Chance that an order comes into force, as the bot guesses from what it would bring its partners. */
export function chanceOfSigning(mind: Mind, order: DraftedOrder): number {
  let chance = 1;
  for (const partner of partnersOf(mind, order)) {
    if (hasSigned(mind, partner, order)) continue;
    // Who is done with the round is left alone.
    if (mind.view.ready.includes(partner)) return 0;
    if (recentlyRefused(mind, [partner], consentTo(mind, partner, order))) return 0;
    const gain = gainOf(mind, partner, [{ power: mind.seat, ...order }]);
    const willing = gain > 0.3 ? 0.9 : gain > 0.05 ? 0.7 : gain > -0.1 ? 0.15 : 0.02;
    chance *= willing * clamp(0.5 + (0.5 * trustIn(mind, partner)) / USUAL_TRUST, 0, 1);
  }
  return chance;
}

function consentTo({ view }: Mind, by: Power, order: NamedOrder) {
  return [{ kind: 'consent', by, params: {}, order, until: view.round }];
}

/** A signature of this round under this order, or a word of the seat's own to give it. */
function hasSigned({ view, seat, duties }: Mind, partner: Power, order: NamedOrder): boolean {
  const due = duties.some(
    (d) => d.owed.includes(partner) && d.due.some((one) => alikeOrders(one, order)),
  );
  return (
    due ||
    view.talks.agreements.some(
      (a) =>
        a.signedRound === view.round &&
        a.parties.includes(seat) &&
        a.clauses.some(
          (c) => c.kind === 'consent' && c.by === partner && c.order && alikeOrders(c.order, order),
        ),
    )
  );
}

export function trustIn({ content, scene, seat }: Mind, other: Power): number {
  return scene.num[content.layout.at('trust', seat, other)] as number;
}
