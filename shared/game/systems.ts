import type { System } from '../core/round.ts';
import { cohesionCrisis } from '../events/cohesion.ts';
import { conditionalEvents, eventClocks } from '../events/conditional.ts';
import { datedEvents } from '../events/dated.ts';
import { debtTrouble } from '../events/debt.ts';
import { shocksOff, shocksOn } from '../events/drawn.ts';
import { borderQueues } from '../events/queues.ts';
import { roadDeaths } from '../events/roads.ts';
import { alignment } from '../systems/alignment/index.ts';
import { drillsOver } from '../systems/diplomacy/drills.ts';
import { guards } from '../systems/diplomacy/guards.ts';
import { diplomacy } from '../systems/diplomacy/index.ts';
import { drivers } from '../systems/drivers/index.ts';
import { debtService, output, prices } from '../systems/economy/index.ts';
import { energyRouting, repairs } from '../systems/energy/index.ts';
import { influence } from '../systems/influence/index.ts';
import { greyTrade } from '../systems/institutions/grey.ts';
import { institutions } from '../systems/institutions/index.ts';
import { membership } from '../systems/institutions/membership.ts';
import { lending } from '../systems/lending/index.ts';
import { tenants } from '../systems/lending/tenants.ts';
import { opinion } from '../systems/opinion/index.ts';
import { projects } from '../systems/projects/index.ts';
import { trade } from '../systems/trade/index.ts';
import { tollSplits, transit } from '../systems/transit/index.ts';

/** Step 1: what comes from outside. */
export const BEFORE_ORDERS: readonly System[] = [
  repairs,
  shocksOff,
  drivers,
  datedEvents,
  shocksOn,
  conditionalEvents,
  borderQueues,
  roadDeaths,
  membership,
  drillsOver,
];

/** Steps 4 to 10, in the order of the model: each system reads the whole state and writes its own part. */
export const AFTER_ORDERS: readonly System[] = [
  alignment,
  tenants,
  guards,
  projects,
  prices,
  energyRouting,
  greyTrade,
  trade,
  transit,
  tollSplits,
  output,
  lending,
  debtService,
  debtTrouble,
  institutions,
  cohesionCrisis,
  opinion,
  diplomacy,
  influence,
  eventClocks,
];
