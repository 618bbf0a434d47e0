import type { ClauseKind } from '../core/clause.ts';
import type { OrderScene, Params } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import type { Clause, NamedOrder } from '../core/talk.ts';
import { choice, contentChoice, number, slider, text } from '../orders/form.ts';
import { initialParams, orderKind } from '../orders/index.ts';
import { judgeDeed } from './words.ts';

/** The order by which each power pays for a project. */
const PAYS: Readonly<Record<string, string>> = { KZ: 'build', CN: 'finance' };

/** Whether an order pays the agreed tranche on the agreed terms. */
function pays(clause: Clause, params: Params): boolean {
  const bidding = text(clause.params, 'bidding');
  return (
    params.project === text(clause.params, 'project') &&
    number(params, 'amount') >= number(clause.params, 'amount') - 1e-9 &&
    (bidding === 'any' || params.bidding === undefined || params.bidding === bidding)
  );
}

/** The smallest amount on a slider that is no less than the one due. */
function onGrid(
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
  due: number,
): number {
  const steps = Math.ceil((due - min) / step - 1e-9);
  return Math.round(Math.min(max, min + Math.max(0, steps) * step) * 1000) / 1000;
}

/** The order that would pay it, with its other settings as usual. */
function payment(scene: OrderScene, clause: Clause): readonly NamedOrder[] {
  const kind = orderKind(PAYS[clause.by] ?? '');
  if (!kind) return [];
  const params: Record<string, string | number> = {
    ...initialParams(kind.params, scene.content),
    project: text(clause.params, 'project'),
  };
  const grid = kind.params.find((p) => p.id === 'amount');
  const due = number(clause.params, 'amount');
  params.amount = grid?.type === 'number' ? onGrid(grid, due) : due;
  const bidding = text(clause.params, 'bidding');
  if (bidding !== 'any' && 'bidding' in params) params.bidding = bidding;
  return [{ kind: kind.id, params }];
}

/** A tranche for a road, rail or port, paid by a round and on terms. */
export const project: ClauseKind = {
  id: 'project',
  depth: 'intro',
  icon: 'hammer',
  bound: ['KZ', 'CN'],
  ordered: false,
  params: [
    contentChoice(
      'project',
      'project',
      (content) =>
        content.projects.filter((p) => p.powers.some((power) => power in PAYS)).map((p) => p.id),
      'khorgos_dry_port',
    ),
    slider('amount', 'bn', 0.05, 1.5, 0.05, 0.5),
    choice('bidding', ['any', 'open', 'own'], 'any'),
  ],
  leaks: true,
  secret: ({ bidding }) => (bidding === 'own' ? ['bidding'] : []),
  legal(scene, clause) {
    const kind = orderKind(PAYS[clause.by] ?? '');
    const spec = kind?.params.find((p) => p.id === 'project');
    const known =
      spec?.type === 'choice' &&
      spec.options(scene.content).includes(text(clause.params, 'project'));
    if (!known) return refuse('badParameter', { param: 'project' });
    const terms = text(clause.params, 'bidding');
    return terms !== 'any' && !kind?.params.some((p) => p.id === 'bidding')
      ? refuse('badParameter', { param: 'bidding' })
      : null;
  },
  fulfils: payment,
  provides: (clause, { kind, params }) => kind === PAYS[clause.by] && pays(clause, params),
  breaks: () => [],
  judge(hearing, clause) {
    const done = hearing.orders.some(
      (o) => o.power === clause.by && o.kind === PAYS[clause.by] && pays(clause, o.params),
    );
    return judgeDeed(hearing, clause, done, payment(hearing, clause));
  },
};
