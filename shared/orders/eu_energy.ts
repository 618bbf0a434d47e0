import type { Content } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { setPolicy } from '../core/round.ts';
import { contractRefused, contractWorth, signContract } from './contract.ts';
import { shiftTrust } from './effects.ts';
import { choice, number, slider, text } from './form.ts';

/** Half-years for which European buyers bind themselves. */
const ROUNDS = 6;

function linesOn(content: Content, way: string): readonly string[] {
  const exit = way === 'caspian' ? 'AZ' : 'RU';
  return content.network.lines
    .filter((l) => l.market === 'EU' && l.exit === exit)
    .flatMap((l) => l.links);
}

/** European refiners buy Kazakh oil for three years, through Russia or over the Caspian. */
export const euEnergy: OrderKind = {
  id: 'eu_energy',
  by: ['EU'],
  depth: 'standard',
  cooldown: 2,
  icon: 'fuel',
  claims: ['C60', 'C69'],
  params: [choice('way', ['caspian', 'russia'], 'caspian'), slider('volume', 'mt', 1, 6, 0.5, 4)],
  main: ['way', 'volume'],
  partners: () => ['KZ'],
  worth: (scene, params) => contractWorth(scene, number(params, 'volume'), ROUNDS),
  legal: (scene) => contractRefused(scene, 'EU', 'oil'),
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    const overCaspian = text(params, 'way') === 'caspian';
    setPolicy(ctx, ctx.content.layout.at('contract_way'), overCaspian ? 1 : 0, cause);
    signContract(ctx, cause, 'EU', {
      fuel: 'oil',
      volume: number(params, 'volume'),
      rounds: ROUNDS,
      price: 'spot',
    });
    // A way round it is not what the owner of the other pipes likes to see.
    if (overCaspian) shiftTrust(ctx, cause, -2, 'RU', 'EU');
  },
  touches: (content, params) => ({ links: linesOn(content, text(params, 'way')), nodes: [] }),
  candidates: () => [
    ...[4, 6].map((volume) => ({ way: 'caspian', volume })),
    { way: 'russia', volume: 6 },
  ],
};
