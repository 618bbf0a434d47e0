import type { OrderKind } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import { build } from './build.ts';
import { crossing } from './crossing.ts';
import { energy } from './energy.ts';
import { epca } from './epca.ts';
import { euCorridor } from './eu_corridor.ts';
import { finance } from './finance.ts';
import { foodAccess } from './food_access.ts';
import { fx } from './fx.ts';
import { ruTransit } from './ru_transit.ts';
import { sanctions } from './sanctions.ts';
import { summit } from './summit.ts';
import { toll } from './toll.ts';
import { trainSubsidy } from './train_subsidy.ts';

export { fits, initialParams } from './form.ts';

/** Every kind of order, in the order of the rules. A new kind is listed here and nowhere else. */
export const ORDERS: readonly OrderKind[] = [
  fx,
  build,
  toll,
  crossing,
  ruTransit,
  energy,
  finance,
  trainSubsidy,
  summit,
  foodAccess,
  epca,
  euCorridor,
  sanctions,
];

const byId = new Map(ORDERS.map((o) => [o.id, o]));

export function orderKind(id: string): OrderKind | undefined {
  return byId.get(id);
}

export function ordersOf(power: Power): readonly OrderKind[] {
  return ORDERS.filter((o) => o.by.includes(power));
}
