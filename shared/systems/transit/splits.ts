import { CORRIDORS } from '../../core/powers.ts';
import type { System } from '../../core/round.ts';
import type { CompiledTransit } from './compile.ts';
import { compiledTransit } from './compiled.ts';

/** Powers that keep a purse of tolls. */
const PURSES = ['KZ', 'RU'] as const;

/** Kinds of clauses by which tolls change hands, each with the words that remember what it moved. */
function channels({ at }: CompiledTransit) {
  return [
    { kind: 'toll_cap', KZ: at.splitKz, RU: at.splitRu },
    { kind: 'revenue_split', KZ: at.poolKz, RU: at.poolRu },
  ] as const;
}

/** What a power got (or paid: negative) by agreement in the last round, as part of an entry's value. */
export function paidBefore(c: CompiledTransit, prev: Float64Array, entry: number): number {
  const { at } = c;
  if (entry === at.tollIncomeKz || entry === at.income) {
    return (prev[at.splitKz] as number) + (prev[at.poolKz] as number);
  }
  if (entry !== at.tollIncomeRu) return 0;
  return (prev[at.splitRu] as number) + (prev[at.poolRu] as number);
}

/**
 * Step 8: tolls that an agreement shares or pools change hands, dollar for dollar. The network writes
 * what each power took; here last round's payments end and this round's begin, so that income holds
 * what is left after them.
 */
export const tollSplits: System = {
  id: 'tollSplits',
  run(ctx) {
    const c = compiledTransit(ctx.content);
    const { at } = c;
    const { num, prev, splits, ledger } = ctx;
    const income = { KZ: at.tollIncomeKz, RU: at.tollIncomeRu };
    const taken = { KZ: num[income.KZ] as number, RU: num[income.RU] as number };
    const left = { ...taken };
    // What was pooled is never more than was taken; a purse holds no more than its range.
    const room = (to: (typeof PURSES)[number]): number =>
      (ctx.content.layout.max[income[to]] as number) - (num[income[to]] as number);
    for (const channel of channels(c)) {
      const own = splits.filter(({ kind }) => kind === channel.kind);
      if (own.length === 0 && prev[channel.KZ] === 0 && prev[channel.RU] === 0) continue;
      const net = { KZ: 0, RU: 0 };
      for (const split of own) {
        const from = PURSES.find((p) => p === split.from);
        const to = PURSES.find((p) => p !== from && split.to.includes(p));
        if (!from || !to) continue;
        const due = split.share * takenOn(c, num, from, split.corridor, taken[from]);
        const paid = Math.min(left[from], due, room(to) - net[to]);
        left[from] -= paid;
        net[from] -= paid;
        net[to] += paid;
      }
      for (const power of PURSES) {
        const change = net[power] - (prev[channel[power]] as number);
        const entries = power === 'KZ' ? [income.KZ, at.income] : [income.RU];
        const cause = `clause:${channel.kind}`;
        for (const entry of entries) {
          num[entry] = (num[entry] as number) + net[power];
          ledger?.add(entry, cause, change);
        }
        num[channel[power]] = net[power];
        ledger?.add(channel[power], cause, change);
      }
    }
  },
};

/** Toll income of one corridor: what the power took in all, parted by boxes times toll. */
function takenOn(
  c: CompiledTransit,
  num: Float64Array,
  power: (typeof PURSES)[number],
  corridor: string,
  purse: number,
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
  return all > 0 ? (purse * here) / all : 0;
}
