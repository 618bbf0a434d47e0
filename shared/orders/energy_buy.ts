import type { Content } from '../core/content.ts';
import { FUELS } from '../core/layout.ts';
import { PRICE_RULES } from '../core/network.ts';
import type { OrderKind, Params } from '../core/order.ts';
import { type ContractTerms, contractRefused, contractWorth, signContract } from './contract.ts';
import { choice, number, slider, text } from './form.ts';

function termsOf(params: Params): ContractTerms {
  return {
    fuel: text(params, 'fuel') as ContractTerms['fuel'],
    volume: number(params, 'volume'),
    rounds: number(params, 'rounds'),
    price: text(params, 'price') as ContractTerms['price'],
  };
}

/** Lines on which oil or gas goes to China. */
function linesEast({ network }: Content, fuel: string): readonly string[] {
  const lines = fuel === 'gas' ? (network.gas ?? []) : network.lines;
  return lines.filter((l) => l.market === 'CN').flatMap((l) => l.links);
}

/** China promises to buy oil or gas for some years, at a price by a rule. What pipes cannot carry does not come. */
export const energyBuy: OrderKind = {
  id: 'energy_buy',
  by: ['CN'],
  depth: 'standard',
  cooldown: 2,
  icon: 'fuel',
  claims: ['C06'],
  params: [
    choice('fuel', FUELS, 'gas'),
    slider('volume', 'mt', 0.5, 6, 0.5, 2),
    slider('rounds', 'rounds', 2, 8, 1, 6),
    choice('price', PRICE_RULES, 'linked'),
  ],
  main: ['fuel', 'volume'],
  partners: () => ['KZ'],
  worth: (scene, params) =>
    contractWorth(scene, number(params, 'volume'), number(params, 'rounds')),
  cooldownKey: (params) => text(params, 'fuel'),
  legal: (scene, _power, params) => contractRefused(scene, 'CN', termsOf(params).fuel),
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    signContract(ctx, cause, 'CN', termsOf(params));
  },
  touches: (content, params) => ({ links: linesEast(content, text(params, 'fuel')), nodes: [] }),
  candidates: () =>
    [
      { fuel: 'gas', volume: 2 },
      { fuel: 'gas', volume: 4 },
      { fuel: 'oil', volume: 4 },
      { fuel: 'oil', volume: 6 },
    ].flatMap((some) => ['linked', 'floor'].map((price) => ({ ...some, rounds: 6, price }))),
};
