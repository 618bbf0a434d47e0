import { type Content, coefficient } from '../../core/content.ts';
import { causeOf, move, type System, setPolicy } from '../../core/round.ts';

const OPEN = 1;
/** Half-years from an open law to the first rent. */
const SETTLES = 2;

function compile(content: Content) {
  const { layout } = content;
  const k = (name: string): number => coefficient(content, `pacts.${name}`);
  return {
    leases: layout.at('leases'),
    code: layout.at('land_code'),
    age: layout.at('land_age'),
    food: layout.at('ntb', 'CN', 'KZ', 'food'),
    fund: layout.at('fund'),
    lent: layout.at('lent'),
    k: {
      food: k('leaseFood'),
      rent: k('leaseRent'),
      fees: k('openRent'),
      invest: k('leaseInvest'),
      private: k('openInvest'),
      ends: k('leaseEnds'),
    },
  };
}

const compiled = new WeakMap<Content, ReturnType<typeof compile>>();

/**
 * Before trade: what Chinese tenants of farmland do: they ship food home past its barriers, pay rent, and put money
 * into the land. Where the law closes the land again, their leases run out.
 */
export const tenants: System = {
  id: 'tenants',
  run(ctx) {
    let c = compiled.get(ctx.content);
    if (!c) {
      c = compile(ctx.content);
      compiled.set(ctx.content, c);
    }
    const { num, prev } = ctx;
    // Firms of China that rent by themselves where the law lets them, from the second half-year on.
    if (num[c.code] === OPEN && (num[c.age] as number) >= 1) {
      move(ctx, c.lent, c.k.private, 'mech:tenants');
    }
    if (num[c.code] === OPEN && (num[c.age] as number) >= SETTLES) {
      move(ctx, c.fund, c.k.fees, 'mech:tenants');
    }
    if (num[c.leases] === 0 && prev[c.leases] === 0) return;
    if (num[c.code] !== OPEN) {
      move(ctx, c.leases, -Math.min(num[c.leases] as number, c.k.ends), 'mech:land_shut');
    }
    const leases = num[c.leases] as number;
    const moved = leases - (prev[c.leases] as number);
    if (moved !== 0) {
      const cause = causeOf(ctx, c.leases, 'mech:tenants');
      // The same part of what is left for each block, so that giving land back undoes it.
      let factor = 1;
      for (let i = 0; i < Math.abs(moved); i += 1) factor *= 1 - c.k.food;
      const barrier = num[c.food] as number;
      setPolicy(ctx, c.food, moved > 0 ? barrier * factor : barrier / factor, cause);
    }
    move(ctx, c.fund, c.k.rent * leases, 'mech:tenants');
    move(ctx, c.lent, c.k.invest * leases, 'mech:tenants');
  },
};
