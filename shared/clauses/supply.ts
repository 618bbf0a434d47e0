import type { ClauseKind } from '../core/clause.ts';
import { coefficient } from '../core/content.ts';
import { FUELS, WAYS } from '../core/layout.ts';
import { BUYERS, PRICE_RULES } from '../core/network.ts';
import type { OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import type { Clause } from '../core/talk.ts';
import { type ContractTerms, contractRefused, writeContract } from '../orders/contract.ts';
import { choice, number, slider, text } from '../orders/form.ts';
import { judgeStanding } from './words.ts';

/** Quotas of oil by which its seller might lead it elsewhere, %. */
const QUOTAS = [60, 40, 20];

type Buyer = (typeof BUYERS)[number];

function buyerOf(clause: Clause): Buyer {
  return text(clause.params, 'partner') as Buyer;
}

function fuelOf(clause: Clause): ContractTerms['fuel'] {
  return text(clause.params, 'fuel') as ContractTerms['fuel'];
}

/** The way on which a buyer's oil leaves the country. */
function wayTo({ content, num }: OrderScene, buyer: Buyer): string {
  if (buyer === 'CN') return 'china';
  return (num[content.layout.at('contract_way')] as number) > 0.5 ? 'caspian' : 'russia';
}

/** Oil or gas for a buyer, so much in each half-year, at a price by a rule. */
export const supply: ClauseKind = {
  id: 'supply',
  depth: 'standard',
  icon: 'fuel',
  bound: ['KZ'],
  ordered: false,
  params: [
    choice('partner', BUYERS, 'CN', 'power'),
    choice('fuel', FUELS, 'oil'),
    slider('volume', 'mt', 0.5, 6, 0.5, 3),
    choice('price', PRICE_RULES, 'linked'),
  ],
  legal(scene, clause, parties) {
    const { content, num } = scene;
    const buyer = buyerOf(clause);
    if (!parties.includes(buyer)) return refuse('badParameter', { param: 'partner' });
    const pipes = num[content.layout.at('gas_capacity', buyer)] as number;
    if (fuelOf(clause) === 'gas' && pipes <= 0) return refuse('badParameter', { param: 'fuel' });
    return contractRefused(scene, buyer, fuelOf(clause));
  },
  suggests(scene, parties, until) {
    const deals = BUYERS.flatMap((partner) =>
      FUELS.map((fuel): Clause => {
        const volume = fuel === 'gas' ? 1 : 3;
        const params = { partner, fuel, volume, price: 'linked' };
        return { kind: 'supply', by: 'KZ', params, until };
      }),
    );
    if (!parties.includes('KZ')) return [];
    return deals.filter((c) => !supply.legal(scene, c, parties)).map((c) => [c]);
  },
  // The signature is the contract: it runs to the end of the clause.
  enact(ctx, clause) {
    writeContract(ctx, 'clause:supply', buyerOf(clause), {
      fuel: fuelOf(clause),
      volume: number(clause.params, 'volume'),
      rounds: clause.until - ctx.round + 1,
      price: text(clause.params, 'price') as ContractTerms['price'],
    });
  },
  fulfils: () => [],
  breaks(scene, clause) {
    if (fuelOf(clause) !== 'oil') return [];
    const own = wayTo(scene, buyerOf(clause));
    return WAYS.filter((way) => way !== own).flatMap((way) =>
      QUOTAS.map((quota) => ({ kind: 'oil_route', params: { way, quota } })),
    );
  },
  judge(hearing, clause) {
    const { layout } = hearing.content;
    const fuel = fuelOf(clause);
    const buyer = buyerOf(clause);
    const arrived = layout.at('delivered', fuel, buyer);
    const rule = layout.at('contract_rule', fuel, buyer);
    const least =
      coefficient(hearing.content, 'clauses.supplyLeast') * number(clause.params, 'volume');
    const price = PRICE_RULES.indexOf(text(clause.params, 'price') as ContractTerms['price']);
    return judgeStanding(
      hearing,
      clause,
      (num) => (num[arrived] as number) >= least - 1e-9 && num[rule] === price,
      supply.breaks(hearing, clause),
    );
  },
};
