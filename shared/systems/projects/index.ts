import type { ProjectSpec } from '../../core/content.ts';
import { type Content, coefficient, roundOf } from '../../core/content.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';

interface Site {
  readonly spec: ProjectSpec;
  readonly progress: number;
  readonly funded: number;
  readonly links: readonly number[];
  readonly nodes: readonly { readonly entry: number; readonly trains: number }[];
  /** Oil lines that gain capacity. */
  readonly lines: readonly { readonly entry: number; readonly mt: number }[];
  /** $bn that China paid, and of it by its own contractors. */
  readonly cnPaid: number;
  readonly cnOwn: number;
  /** Half-years in a row in which work under way goes on without any order. */
  readonly opens: number;
}

interface CompiledProjects {
  readonly sites: readonly Site[];
  /** Links that no project builds, with the round in which history opened them. */
  readonly dated: readonly {
    readonly entry: number;
    readonly round: number;
    readonly from: string;
    readonly to: string;
  }[];
  readonly fund: number;
  readonly works: number;
  readonly localShare: number;
  readonly upkeep: number;
  readonly quality: number;
  readonly upkeepRate: number;
  readonly lent: number;
  readonly debtCn: number;
  readonly ownRounds: number;
  /** Law that asks for open bids, and half-years that they add. */
  readonly ruleOpen: number;
  readonly tenderRounds: number;
}

const cache = new WeakMap<Content, CompiledProjects>();

function compiled(content: Content): CompiledProjects {
  let c = cache.get(content);
  if (c) return c;
  const { layout, projects, network } = content;
  const built = new Set(projects.flatMap((p) => p.links));
  c = {
    sites: projects.map((spec) => ({
      spec,
      progress: layout.at('progress', spec.id),
      funded: layout.at('funded', spec.id),
      links: spec.links.map((id) => layout.at('available', id)),
      nodes: spec.nodes.map((n) => ({ entry: layout.at('capacity', n.id), trains: n.trains })),
      lines: (spec.lines ?? []).map((l) => ({
        entry: layout.at('line_capacity', l.id),
        mt: l.mt,
      })),
      cnPaid: layout.at('cn_paid', spec.id),
      cnOwn: layout.at('cn_own', spec.id),
      opens: spec.opens === null ? Number.POSITIVE_INFINITY : roundOf(content, spec.opens),
    })),
    dated: network.links
      .filter((l) => l.opened !== null && !built.has(l.id))
      .map((l) => ({
        entry: layout.at('available', l.id),
        round: roundOf(content, l.opened as string),
        from: l.from,
        to: l.to,
      })),
    fund: layout.at('fund'),
    works: layout.at('works'),
    localShare: layout.at('local_share'),
    upkeep: layout.at('upkeep'),
    quality: layout.at('infra_stock'),
    upkeepRate: coefficient(content, 'projects.upkeep'),
    lent: layout.at('lent'),
    debtCn: layout.at('debt', 'CN'),
    ownRounds: coefficient(content, 'lending.ownRounds'),
    ruleOpen: layout.at('rule_open'),
    tenderRounds: coefficient(content, 'rules.procureRounds'),
  };
  cache.set(content, c);
  return c;
}

const DONE = 1 - 1e-9;

/**
 * Step 4: money becomes tracks. A site takes at most `absorb` $bn a round and needs at least
 * `rounds` rounds; what it cannot take goes back to the fund. Work under way from before goes on
 * by its date, in rounds whose drivers are not held.
 */
export const projects: System = {
  id: 'projects',
  run(ctx) {
    const c = compiled(ctx.content);
    const { num } = ctx;
    let works = 0;
    let upkeep = 0;
    for (const site of c.sites) {
      works += workOn(ctx, c, site);
      // Roads in use at the start are kept up by the ordinary budget.
      if ((num[site.progress] as number) >= DONE) upkeep += site.spec.cost * (1 - site.spec.done);
    }
    if (!ctx.held) openDated(ctx, c);
    const local = (works * (num[c.localShare] as number)) / 100;
    move(ctx, c.works, local - (num[c.works] as number), 'mech:works');
    // Per half-year: half of the yearly rate.
    const cost = upkeep * c.upkeepRate * 0.5;
    move(ctx, c.upkeep, cost - (num[c.upkeep] as number), 'mech:upkeep');
  },
};

/** One round's work on a site. @returns $bn spent on it */
function workOn(ctx: RoundContext, c: CompiledProjects, site: Site): number {
  const { spec } = site;
  const { num } = ctx;
  const before = num[site.progress] as number;
  const cause = causeOf(ctx, site.funded, 'mech:opening');
  const left = spec.cost * (1 - before);
  const pace = paceOf(c, num, site);
  let spent = 0;
  if (!ctx.held && left > 0 && site.opens >= ctx.round && site.opens < Number.POSITIVE_INFINITY) {
    spent = left / (site.opens - ctx.round + 1);
  }
  // Of what is paid, the share that is not yet built.
  const done = paidWork(num, site, before);
  const waiting = (num[site.funded] as number) - done;
  if (waiting > 0 && left > spent) {
    const paid = Math.min(waiting, pace, left - spent);
    spent += paid;
    const over = waiting - paid;
    if (over > 1e-12) {
      giveBack(ctx, c, site, over);
    }
  }
  if (spent <= 0) return 0;
  const reached = before + spent / spec.cost;
  const now = reached >= DONE ? 1 : reached;
  move(ctx, site.progress, now - before, cause);
  if (before < DONE && now >= DONE) open(ctx, c, site, cause);
  return spent;
}

/** Most $bn that a site can use in a round: own contractors bring crews and machines, and are faster. */
function paceOf(c: CompiledProjects, num: Float64Array, site: Site): number {
  const { spec } = site;
  const whole = spec.cost * (1 - spec.done);
  const paid = num[site.funded] as number;
  const own = paid > 0 ? Math.min(1, (num[site.cnOwn] as number) / paid) : 0;
  const tenders = c.tenderRounds * (num[c.ruleOpen] as number);
  const rounds = Math.max(1, spec.rounds + tenders - c.ownRounds * own);
  return Math.min(spec.absorb * (spec.rounds / rounds), whole / rounds);
}

/** What a site cannot take goes back to whoever paid last: a lender's part was never drawn. */
function giveBack(ctx: RoundContext, c: CompiledProjects, site: Site, over: number): void {
  const { num, prev } = ctx;
  const lentNow = (num[site.cnPaid] as number) - (prev[site.cnPaid] as number);
  const lender = Math.max(0, Math.min(over, lentNow));
  move(ctx, site.funded, -over, 'mech:unspent');
  move(ctx, c.fund, over - lender, 'mech:unspent');
  if (lender <= 0) return;
  const ownNow = (num[site.cnOwn] as number) - (prev[site.cnOwn] as number);
  move(ctx, site.cnPaid, -lender, 'mech:unspent');
  move(ctx, site.cnOwn, -Math.min(lender, Math.max(0, ownNow)), 'mech:unspent');
  move(ctx, c.lent, -lender, 'mech:unspent');
  move(ctx, c.debtCn, -lender, 'mech:unspent');
}

/** $bn of a site's paid money that earlier rounds have built. */
function paidWork(num: Float64Array, site: Site, progress: number): number {
  const built = (progress - site.spec.done) * site.spec.cost;
  const funded = num[site.funded] as number;
  return built < funded ? Math.max(0, built) : funded;
}

function open(ctx: RoundContext, c: CompiledProjects, site: Site, cause: string): void {
  const { num } = ctx;
  for (const entry of site.links) move(ctx, entry, 1 - (num[entry] as number), cause);
  for (const node of site.nodes) move(ctx, node.entry, node.trains, cause);
  for (const line of site.lines) move(ctx, line.entry, line.mt, cause);
  move(ctx, c.quality, site.spec.quality, cause);
  const place = site.spec.nodes[0]?.id ?? placeOf(ctx.content, site.spec);
  const params = { project: site.spec.id };
  ctx.news.push(
    place === undefined ? { key: 'opened', params } : { key: 'opened', params, node: place },
  );
}

/** Where the last link of a project ends, for the pin on the map. */
function placeOf(content: Content, spec: ProjectSpec): string | undefined {
  const id = spec.links[spec.links.length - 1];
  return content.network.links.find((l) => l.id === id)?.to;
}

/** Links that others build open in the half-year in which they did. */
function openDated(ctx: RoundContext, c: CompiledProjects): void {
  for (const link of c.dated) {
    if (link.round !== ctx.round) continue;
    move(ctx, link.entry, 1 - (ctx.num[link.entry] as number), 'mech:opening');
    ctx.news.push({ key: 'link', params: { node: link.from, place: link.to } });
  }
}
