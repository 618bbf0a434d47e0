import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { provoke, shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

const OPEN = 1;
/** Blocks of land beyond which nobody would dare to ask. */
const MOST = 5;

/** Chinese tenants for Kazakh farmland: food and rent, and the one topic that fills the squares. */
export const farmland: OrderKind = {
  id: 'farmland',
  by: ['CN'],
  depth: 'standard',
  cooldown: 2,
  icon: 'wheat',
  claims: ['C40', 'C41'],
  params: [choice('lease', ['ask', 'withdraw'], 'ask')],
  main: ['lease'],
  cooldownKey: (params) => text(params, 'lease'),
  // Who gives land back asks nobody.
  partners: (params) => (text(params, 'lease') === 'ask' ? ['KZ'] : []),
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const leases = num[layout.at('leases')] as number;
    if (text(params, 'lease') === 'withdraw') return leases > 0 ? null : refuse('noChange');
    if (num[layout.at('land_code')] !== OPEN) return refuse('landShut');
    return leases + 1 > MOST ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.1 }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const k = (name: string): number => coefficient(content, `pacts.${name}`);
    const at = layout.at('leases');
    if (text(params, 'lease') === 'ask') {
      setPolicy(ctx, at, (num[at] as number) + 1, cause);
      provoke(ctx, cause, k('leaseAnger'), 'land');
      shiftTrust(ctx, cause, 2, 'KZ', 'CN');
      return;
    }
    // What was signed and has not angered anybody yet is off the table.
    const announced = layout.at('announced', 'land');
    shift(ctx, cause, -Math.min(num[announced] as number, k('leaseAnger')), 'announced', 'land');
    setPolicy(ctx, at, 0, cause);
    shift(ctx, cause, k('leaseRelief'), 'att', 'rural', 'CN');
  },
  touches: () => ({ links: [], nodes: ['almaty'] }),
  candidates: () => ['ask', 'withdraw'].map((lease) => ({ lease })),
};
