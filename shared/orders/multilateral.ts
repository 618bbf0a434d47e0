import { type Content, coefficient, roundOf } from '../core/content.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
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

/** $bn of a tranche at the most. */
const MOST = 2;

function projectsOf(content: Content): Content['projects'] {
  return content.projects.filter((p) => p.powers.includes('CN'));
}

/** $bn that a site can still take in a round, both lenders together. */
function trancheOf({ content, num }: Pick<OrderScene, 'content' | 'num'>, id: string): number {
  const p = projectsOf(content).find((one) => one.id === id);
  if (!p) return 0;
  const left = p.cost * (1 - p.done) - (num[content.layout.at('funded', id)] as number);
  return Math.max(0, Math.min(p.absorb, MOST, left));
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
  legal(scene, _power, params) {
    const { content, num, round } = scene;
    const { layout } = content;
    const opens = content.events.find((e) => e.id === 'E08');
    if (opens && round < roundOf(content, opens.half)) return refuse('bankClosed');
    const id = text(params, 'project');
    if (num[layout.at('bank_shared', id)] === 1) return refuse('noChange');
    const built = (num[layout.at('progress', id)] as number) >= 1;
    return built || trancheOf(scene, id) < 0.01 ? refuse('alreadyBuilt') : null;
  },
  cost(scene, _power, params) {
    const own = 1 - coefficient(scene.content, 'pacts.bankShare');
    return { pc: 1, money: own * trancheOf(scene, text(params, 'project')) };
  },
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const k = (name: string): number => coefficient(content, `pacts.${name}`);
    const id = text(params, 'project');
    const bank = BANKS[text(params, 'bank')] as (typeof BANKS)[string];
    const before = num[layout.at('cn_paid', id)] as number;
    const own = num[layout.at('cn_own', id)] as number;
    const moved = k('bankShare') * before;
    // Both pay into the next tranche, each its part; what China had lent alone is parted the same way.
    const tranche = trancheOf(ctx, id);
    const shared = k('bankShare') * tranche;
    const china = tranche - shared - moved;
    const funded = layout.at('funded', id);
    setPolicy(ctx, layout.at('bank_shared', id), 1, cause);
    setPolicy(ctx, funded, (num[funded] as number) + tranche, cause);
    shift(ctx, cause, china, 'cn_paid', id);
    shift(ctx, cause, china, 'lent');
    shift(ctx, cause, china, 'debt', 'CN');
    shift(ctx, cause, shared + moved, 'debt', 'IFI');
    shift(ctx, cause, tranche - shared, 'deals');
    const stake = content.projects.find((one) => one.id === id)?.stake ?? 0;
    shift(ctx, cause, stake * (tranche - shared), 'stake_cn');
    // What own contractors were to build is bid for again.
    shift(ctx, cause, -own, 'cn_own', id);
    const open = tranche - shared + Math.min(own, before - moved);
    shift(ctx, cause, open, 'open_value');
    // The part of all loans that is now a percentage point cheaper.
    const lent = num[layout.at('lent')] as number;
    const part = lent > 0 ? Math.min(1, (num[layout.at('cn_paid', id)] as number) / lent) : 0;
    shift(ctx, cause, -k('bankRate') * part, 'cn_rate');
    shift(ctx, cause, k('bankCalm') * Math.min(1, own), 'settling', 'china');
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
