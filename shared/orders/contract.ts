import { coefficient } from '../core/content.ts';
import type { FUELS } from '../core/layout.ts';
import { type BUYERS, PRICE_RULES } from '../core/network.ts';
import type { OrderScene } from '../core/order.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { shiftTrust } from './effects.ts';

type Buyer = (typeof BUYERS)[number];
type Fuel = (typeof FUELS)[number];

/** What is agreed about fuel for some years. */
export interface ContractTerms {
  readonly fuel: Fuel;
  /** Mt of oil or its equal a half-year. */
  readonly volume: number;
  readonly rounds: number;
  readonly price: (typeof PRICE_RULES)[number];
}

/** Why a buyer may not sign now: one contract for a fuel at a time. */
export function contractRefused(
  { content, num }: OrderScene,
  buyer: Buyer,
  fuel: Fuel,
): Refusal | null {
  const rounds = num[content.layout.at('contract_left', fuel, buyer)] as number;
  // In its last round it may be followed by another.
  return rounds > 1 ? refuse('contractRuns', { count: rounds }) : null;
}

/** $bn that a contract comes to over its rounds, at the oil price of the day. */
export function contractWorth(
  { content, num }: OrderScene,
  volume: number,
  rounds: number,
): number {
  const barrels = coefficient(content, 'energy.barrels');
  const price = num[content.layout.at('brent')] as number;
  return (volume * rounds * barrels * price) / 1000;
}

/** An order that signs a contract: who binds himself for years is trusted more. */
export function signContract(
  ctx: RoundContext,
  cause: string,
  buyer: Buyer,
  terms: ContractTerms,
): void {
  writeContract(ctx, cause, buyer, terms);
  shiftTrust(ctx, cause, coefficient(ctx.content, 'contracts.trust'), 'KZ', buyer);
}

/** Writes a contract into force: from this round on, for as many rounds as agreed. */
export function writeContract(
  ctx: RoundContext,
  cause: string,
  buyer: Buyer,
  { fuel, volume, rounds, price }: ContractTerms,
): void {
  const { content, num } = ctx;
  const { layout } = content;
  const set = (word: string, value: number): void =>
    setPolicy(ctx, layout.at(word, fuel, buyer), value, cause);
  set('contract', volume);
  set('contract_left', rounds);
  set('contract_rule', PRICE_RULES.indexOf(price));
  const counted = num[layout.at('oil_norm')] as number;
  const floor = coefficient(content, 'contracts.floorPart') * counted;
  set('contract_floor', price === 'floor' ? floor : 0);
}
