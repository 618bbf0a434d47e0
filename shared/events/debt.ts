import { coefficient, roundOf } from '../core/content.ts';
import { causeOf, move, type RoundContext, type System, setPolicy } from '../core/round.ts';

/** Ways out of debt trouble, by `debt_way` − 1; the first is taken where nobody answers. */
const WAYS = ['reschedule', 'cut', 'swap'] as const;

/**
 * Debt trouble (E22): lenders who are owed more than a bearable part of what exports earn lend no more.
 * It shows at the end of a round, waits for an answer in the next, and is rescheduled without one.
 */
export const debtTrouble: System = {
  id: 'debt',
  run(ctx) {
    const { content, num, prev } = ctx;
    const { layout } = content;
    const event = content.events.find((e) => e.id === 'E22');
    if (!event) return;
    const cause = `event:${event.id}`;
    const trouble = layout.at('debt_trouble');
    const grace = layout.at('debt_grace');
    if (prev[trouble] === 1) {
      const way = layout.at('debt_way');
      const by = causeOf(ctx, way, cause);
      settle(ctx, WAYS[(num[way] as number) - 1] ?? WAYS[0], by);
      move(ctx, way, -(num[way] as number), by);
      return;
    }
    const left = num[grace] as number;
    if (left > 0) {
      move(ctx, grace, -Math.min(1, left), 'mech:time');
      return;
    }
    if (ctx.round < roundOf(content, event.half)) return;
    const share = num[layout.at('service_share')] as number;
    if (share <= coefficient(content, 'debt.bearable')) return;
    move(ctx, trouble, 1, cause);
    ctx.news.push({ key: `event.${event.id}`, node: 'astana', power: 'KZ' });
  },
};

/** What each way out does: it buys time, and somebody pays for it. */
function settle(ctx: RoundContext, way: (typeof WAYS)[number], cause: string): void {
  const { content, num } = ctx;
  const { layout } = content;
  const k = (name: string): number => coefficient(content, `debt.${name}`);
  const add = (delta: number, word: string, ...keys: string[]): void =>
    move(ctx, layout.at(word, ...keys), delta, cause);
  const service = num[layout.at('service')] as number;
  setPolicy(ctx, layout.at('debt_trouble'), 0, cause);
  setPolicy(ctx, layout.at('debt_grace'), k(`grace.${way}`), cause);
  switch (way) {
    case 'reschedule':
      // The lender with the deepest pockets takes over what falls due, and remembers it.
      add(k('takenOver') * service, 'debt', 'CN');
      add(k('premium'), 'risk_premium');
      return;
    case 'cut':
      // Saved at home: wages, works and benefits that people counted on.
      add(
        -Math.min(k('saved') * service, num[layout.at('debt', 'market')] as number),
        'debt',
        'market',
      );
      add(k('cutAnger'), 'announced', 'jobs');
      add(k('cutTrust'), 'legitimacy');
      return;
    case 'swap': {
      // Shares in fields and pipelines for a part of the debt.
      const part = k('swapped') * (num[layout.at('debt', 'CN')] as number);
      add(-part, 'debt', 'CN');
      add(k('swapStake') * part, 'stake_cn');
      add(k('swapAnger'), 'announced', 'china');
    }
  }
}
