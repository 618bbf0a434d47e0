import { WAYS } from '../../core/layout.ts';
import type { Cause, Ledger } from '../../core/ledger.ts';
import { REGIONS } from '../../core/powers.ts';
import type { RoundContext } from '../../core/round.ts';
import { changesByCause, type Group } from '../transit/counterfactual.ts';
import type { CompiledEnergy } from './compile.ts';
import { energyOutcomes } from './outcomes.ts';
import { routeOil } from './routing.ts';

function block(first: number, span: number): number[] {
  return Array.from({ length: span }, (_, i) => first + i);
}

/**
 * Explains the round's change of energy exports: inputs go from last round's to this round's values
 * in a fixed order, and the oil is routed anew after each; the differences telescope to the change.
 */
export function explainEnergy(ctx: RoundContext, c: CompiledEnergy, ledger: Ledger): void {
  const { at, mixed, before, out, entries } = c;
  const groups: readonly Group[] = [
    { entries: [at.brent], otherwise: 'driver:brent' },
    { entries: [at.oilVolume], otherwise: 'driver:oil_volume' },
    { entries: [at.newOil], otherwise: 'mech:new_fields' },
    { entries: block(at.outage, c.lines), otherwise: 'mech:repairs' },
    { entries: block(at.capacity, c.lines), otherwise: 'mech:pipeline_capacity' },
    { entries: block(at.access, c.lines), otherwise: 'mech:oil_access' },
    { entries: [at.stake], otherwise: 'mech:chinese_stake' },
    { entries: block(at.quota, WAYS.length), otherwise: 'mech:oil_quota' },
    { entries: [...at.oilFor, ...at.gasFor], otherwise: 'mech:contracts' },
    {
      entries: [...block(at.rule, c.contracts), ...block(at.floor, c.contracts), at.contractWay],
      otherwise: 'mech:contracts',
    },
    { entries: at.gasCapacity, otherwise: 'mech:pipeline_capacity' },
    { entries: [at.metalsPrice], otherwise: 'driver:metals_price' },
    { entries: block(at.metalsNetback, REGIONS.length), otherwise: 'mech:border_time' },
  ];
  const book = (cause: Cause, was: (i: number) => number): void => {
    for (let i = 0; i < entries.length; i += 1) {
      ledger.add(entries[i] as number, cause, (out[i] as number) - was(i));
    }
  };
  const reroute = (): void => energyOutcomes(c, mixed, c.flow, routeOil(c, mixed, c.flow), out);
  mixed.set(ctx.prev);
  reroute();
  // Terms that others changed after last round's routing.
  book('mech:earlier_terms', (i) => ctx.prev[entries[i] as number] as number);
  for (const group of groups) {
    for (const [cause, moves] of changesByCause(ctx, ledger, group)) {
      before.set(out);
      for (const m of moves) mixed[m.entry] = (mixed[m.entry] as number) + m.amount;
      reroute();
      book(cause, (i) => before[i] as number);
    }
    for (const entry of group.entries) mixed[entry] = ctx.num[entry] as number;
  }
  // Rounding of the parts of a split change.
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i] as number;
    ledger.add(entry, 'mech:earlier_terms', (ctx.num[entry] as number) - (out[i] as number));
  }
}
