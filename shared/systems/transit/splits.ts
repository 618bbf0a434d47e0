import { CORRIDORS } from '../../core/powers.ts';
import type { System } from '../../core/round.ts';
import type { CompiledTransit } from './compile.ts';
import { compiledTransit } from './compiled.ts';

/** Powers that keep a purse of tolls. */
const PURSES = ['KZ', 'RU'] as const;
const CAUSE = 'clause:toll_cap';

/** What a power got (or paid: negative) by agreement in the last round, as part of an entry's value. */
export function paidBefore(c: CompiledTransit, prev: Float64Array, entry: number): number {
  const { at } = c;
  if (entry === at.tollIncomeKz || entry === at.income) return prev[at.splitKz] as number;
  return entry === at.tollIncomeRu ? (prev[at.splitRu] as number) : 0;
}

/**
 * Step 8: tolls that an agreement shares change hands. The network writes what each power took; here
 * last round's payments end and this round's begin, so that income holds what is left after them.
 */
export const tollSplits: System = {
  id: 'tollSplits',
  run(ctx) {
    const c = compiledTransit(ctx.content);
    const { at } = c;
    const { num, prev, splits, ledger } = ctx;
    const own = { KZ: at.splitKz, RU: at.splitRu };
    const income = { KZ: at.tollIncomeKz, RU: at.tollIncomeRu };
    const none = splits.length === 0;
    if (none && prev[own.KZ] === 0 && prev[own.RU] === 0) return;
    const net = { KZ: 0, RU: 0 };
    for (const from of PURSES) {
      let left = num[income[from]] as number;
      for (const split of splits) {
        if (split.from !== from) continue;
        const to = PURSES.find((p) => p !== from && split.to.includes(p));
        if (!to) continue;
        const room = (ctx.content.layout.max[income[to]] as number) - (num[income[to]] as number);
        const paid = Math.min(left, split.share * takenOn(c, num, from, split.corridor), room);
        left -= paid;
        net[from] -= paid;
        net[to] += paid;
      }
    }
    for (const power of PURSES) {
      const change = net[power] - (prev[own[power]] as number);
      const entries = power === 'KZ' ? [income.KZ, at.income] : [income.RU];
      for (const entry of entries) {
        num[entry] = (num[entry] as number) + net[power];
        ledger?.add(entry, CAUSE, change);
      }
      num[own[power]] = net[power];
      ledger?.add(own[power], CAUSE, change);
    }
  },
};

/** Toll income of one corridor: the purse parted by boxes times toll. */
function takenOn(
  c: CompiledTransit,
  num: Float64Array,
  power: (typeof PURSES)[number],
  corridor: string,
): number {
  const { at } = c;
  const toll = power === 'KZ' ? at.tollKz : at.tollRu;
  let all = 0;
  let here = 0;
  CORRIDORS.forEach((id, i) => {
    const taken = (num[toll + i] as number) * (num[at.boxes + i] as number);
    all += taken;
    if (id === corridor) here = taken;
  });
  const purse = num[power === 'KZ' ? at.tollIncomeKz : at.tollIncomeRu] as number;
  return all > 0 ? (purse * here) / all : 0;
}
