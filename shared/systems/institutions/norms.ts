import { type Content, coefficient } from '../../core/content.ts';
import { causeOf, move, type RoundContext } from '../../core/round.ts';

function compile(content: Content) {
  const { layout } = content;
  const k = (name: string): number => coefficient(content, `institutions.${name}`);
  return {
    norms: layout.at('norms'),
    open: layout.at('open_value'),
    law: layout.at('rule_open'),
    paid: layout.at('cn_paid'),
    projects: layout.dims.project.length,
    status: layout.at('status', 'trunk'),
    say: layout.at('eu_say'),
    k: {
      openBids: k('openBids'),
      openPrior: k('openPrior'),
      openUsual: k('openUsual'),
      openLaw: k('openLaw'),
      equal: k('equalAccess'),
      say: k('normsSay'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** Open corridors: the share of works that is bid for openly, equal access on the trunk, Europe's say. */
export function corridorNorms(ctx: RoundContext): void {
  let c = compiled.get(ctx.content);
  if (!c) {
    c = compile(ctx.content);
    compiled.set(ctx.content, c);
  }
  const { num, prev } = ctx;
  const { k } = c;
  const bids = openShare(c, num) - openShare(c, prev);
  move(ctx, c.norms, k.openBids * bids, 'mech:terms');
  const law = lawShare(c, num) - lawShare(c, prev);
  move(ctx, c.norms, k.openBids * law, causeOf(ctx, c.law, 'mech:procurement'));
  const closed = (num[c.status] as number) - (prev[c.status] as number);
  move(ctx, c.norms, k.equal * closed, 'mech:access');
  const say = (num[c.say] as number) - (prev[c.say] as number);
  move(ctx, c.norms, k.say * say, 'mech:eu_say');
}

/** Openly bid share of corridor works: those of play beside what was usual before. */
function openShare(c: Compiled, state: Float64Array): number {
  const { openPrior, openUsual } = c.k;
  return ((state[c.open] as number) + openPrior * openUsual) / (paidByChina(c, state) + openPrior);
}

/** What a law on open bids adds to that share, among the works that China does not pay for. */
function lawShare(c: Compiled, state: Float64Array): number {
  const { openPrior, openLaw } = c.k;
  return (openPrior * openLaw * (state[c.law] as number)) / (paidByChina(c, state) + openPrior);
}

function paidByChina(c: Compiled, state: Float64Array): number {
  let paid = 0;
  for (let p = 0; p < c.projects; p += 1) paid += state[c.paid + p] as number;
  return paid;
}
