import type { OrderKind } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import { blueprint } from './blueprint.ts';
import { build } from './build.ts';
import { cet } from './cet.ts';
import { chapter } from './chapter.ts';
import { checks } from './checks.ts';
import { civil } from './civil.ts';
import { cnSecurity } from './cn_security.ts';
import { cohesionAnswer } from './cohesion_answer.ts';
import { crossing } from './crossing.ts';
import { currencyAnswer } from './currency_answer.ts';
import { currencyPush } from './currency_push.ts';
import { debtAnswer } from './debt_answer.ts';
import { eeu } from './eeu.ts';
import { energy } from './energy.ts';
import { energyBuy } from './energy_buy.ts';
import { engage } from './engage.ts';
import { enlarge } from './enlarge.ts';
import { epca } from './epca.ts';
import { euBusiness } from './eu_business.ts';
import { euCorridor } from './eu_corridor.ts';
import { euEnergy } from './eu_energy.ts';
import { exempt } from './exempt.ts';
import { exercise } from './exercise.ts';
import { expoTech } from './expo_tech.ts';
import { farmland } from './farmland.ts';
import { finance } from './finance.ts';
import { foodAccess } from './food_access.ts';
import { foodBan } from './food_ban.ts';
import { foodLimit } from './food_limit.ts';
import { fx } from './fx.ts';
import { land } from './land.ts';
import { media } from './media.ts';
import { military } from './military.ts';
import { monitor } from './monitor.ts';
import { multilateral } from './multilateral.ts';
import { oborPosition } from './obor_position.ts';
import { oilRoute } from './oil_route.ts';
import { people } from './people.ts';
import { preference } from './preference.ts';
import { procure } from './procure.ts';
import { protestAnswer } from './protest_answer.ts';
import { regional } from './regional.ts';
import { ruInvest } from './ru_invest.ts';
import { ruMedia } from './ru_media.ts';
import { ruTransit } from './ru_transit.ts';
import { ruleLaw } from './rule_law.ts';
import { sanctions } from './sanctions.ts';
import { scitech } from './scitech.ts';
import { sme } from './sme.ts';
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
  eeu,
  cet,
  foodBan,
  foodLimit,
  sme,
  procure,
  exempt,
  checks,
  media,
  ruleLaw,
  currencyPush,
  currencyAnswer,
  expoTech,
  exercise,
  land,
  engage,
  protestAnswer,
  debtAnswer,
  oilRoute,
  ruTransit,
  energy,
  military,
  ruMedia,
  ruInvest,
  enlarge,
  chapter,
  finance,
  trainSubsidy,
  multilateral,
  blueprint,
  summit,
  farmland,
  cnSecurity,
  foodAccess,
  people,
  energyBuy,
  epca,
  euCorridor,
  sanctions,
  scitech,
  civil,
  cohesionAnswer,
  preference,
  euEnergy,
  euBusiness,
  oborPosition,
  regional,
  monitor,
];

const byId = new Map(ORDERS.map((o) => [o.id, o]));

export function orderKind(id: string): OrderKind | undefined {
  return byId.get(id);
}

export function ordersOf(power: Power): readonly OrderKind[] {
  return ORDERS.filter((o) => o.by.includes(power));
}
