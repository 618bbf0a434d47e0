import { type Content, coefficient, roundOf } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftTrust } from './effects.ts';
import { choice, contentChoice, text } from './form.ts';

/** What a bank's rules add to open corridors, and how contractors at home take the loss. */
const BANKS: Readonly<Record<string, { readonly norms: number; readonly home: number }>> = {
  AIIB: { norms: 1, home: -1 },
  ADB: { norms: 2, home: -1.5 },
  EBRD: { norms: 3, home: -2 },
};

function projectsOf(content: Content): Content['projects'] {
  return content.projects.filter((p) => p.powers.includes('CN'));
}

/** A Chinese project is shared with a bank of states: cheaper, bid for openly, and less China's own. */
export const multilateral: OrderKind = {
  id: 'multilateral',
  by: ['CN'],
  depth: 'standard',
  cooldown: 1,
  icon: 'landmark',
  claims: ['C26'],
  params: [
    contentChoice(
      'project',
      'project',
      (content) => projectsOf(content).map((p) => p.id),
      'plants',
    ),
    choice('bank', Object.keys(BANKS), 'AIIB'),
  ],
  main: ['project', 'bank'],
  partners: () => ['KZ'],
  legal({ content, num, round }, _power, params) {
    const { layout } = content;
    const opens = content.events.find((e) => e.id === 'E08');
    if (opens && round < roundOf(content, opens.half)) return refuse('bankClosed');
    const id = text(params, 'project');
    if (num[layout.at('bank_shared', id)] === 1) return refuse('noChange');
    const lent = (num[layout.at('cn_paid', id)] as number) > 0;
    return lent && (num[layout.at('progress', id)] as number) < 1 ? null : refuse('noLoan');
  },
  cost: () => ({ pc: 1, money: 0 }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const k = (name: string): number => coefficient(content, `pacts.${name}`);
    const id = text(params, 'project');
    const bank = BANKS[text(params, 'bank')] as (typeof BANKS)[string];
    const paid = num[layout.at('cn_paid', id)] as number;
    const own = num[layout.at('cn_own', id)] as number;
    const lent = num[layout.at('lent')] as number;
    const moved = k('bankShare') * paid;
    setPolicy(ctx, layout.at('bank_shared', id), 1, cause);
    shift(ctx, cause, -moved, 'lent');
    shift(ctx, cause, -moved, 'debt', 'CN');
    shift(ctx, cause, moved, 'debt', 'IFI');
    shift(ctx, cause, -moved, 'cn_paid', id);
    // What own contractors were to build is bid for again.
    shift(ctx, cause, -own, 'cn_own', id);
    shift(ctx, cause, Math.min(own, paid - moved), 'open_value');
    // The part of all loans that is now a percentage point cheaper.
    const part = lent > 0 ? Math.min(1, paid / lent) : 0;
    shift(ctx, cause, -k('bankRate') * part, 'cn_rate');
    shift(ctx, cause, k('bankCalm') * Math.min(1, paid), 'settling', 'china');
    shift(ctx, cause, bank.norms, 'norms');
    shift(ctx, cause, bank.home, 'home', 'CN');
    shiftTrust(ctx, cause, 1, 'KZ', 'CN');
  },
  touches(content, params) {
    const p = content.projects.find(({ id }) => id === text(params, 'project'));
    return { links: p?.links ?? [], nodes: p?.nodes.map((n) => n.id) ?? [] };
  },
  candidates: ({ content }) =>
    projectsOf(content).flatMap((p) => ['AIIB', 'EBRD'].map((bank) => ({ project: p.id, bank }))),
};
