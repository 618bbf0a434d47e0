import type { Content } from '../core/content.ts';
import { CREDITORS } from '../core/powers.ts';

/** What is wrong with a scenario, and where: the part (`network`), the path inside it, the reason. */
export interface Finding {
  readonly part: string;
  readonly path: string;
  readonly reason: string;
}

type Report = (part: string, path: string, reason: string) => void;

/**
 * What a scenario may get wrong although each of its files is well formed and every reference is
 * known: time that jumps, boxes without a way, shares that are no whole.
 * @param base half-year before the first, whose end is the start
 */
export function checkContent(content: Content, base: string): readonly Finding[] {
  const found: Finding[] = [];
  const report: Report = (part, path, reason) => found.push({ part, path, reason });
  checkTime(content.halves, base, report);
  checkPairs(content, report);
  checkPaths(content, report);
  checkPlaces(content, report);
  checkShares(content, report);
  return found;
}

function following(half: string): string {
  const year = Number(half.slice(0, 4));
  return half.endsWith('1') ? `${year}H2` : `${year + 1}H1`;
}

function checkTime(halves: readonly string[], base: string, report: Report): void {
  halves.forEach((half, i) => {
    const expected = following(i === 0 ? base : (halves[i - 1] as string));
    if (half !== expected) {
      const before = i === 0 ? `the base period ${base}` : halves[i - 1];
      report('scenario', `halves.${i}`, `${half} does not follow ${before}: ${expected} does`);
    }
  });
}

function checkPairs({ network }: Content, report: Report): void {
  network.pairs.forEach((pair, i) => {
    const own = network.paths.filter((p) => p.od === pair.id);
    if (own.length === 0) {
      report('network', `pairs.${i}`, `${pair.id} has no path in paths.json`);
      return;
    }
    let seen = 0;
    for (const [corridor, boxes] of Object.entries(pair.observed)) {
      seen += boxes;
      if (!own.some((p) => p.corridor === corridor)) {
        const reason = `${pair.id} saw boxes on ${corridor}, but no path of it leads there`;
        report('network', `pairs.${i}.observed.${corridor}`, reason);
      }
      if (boxes < 0) report('network', `pairs.${i}.observed.${corridor}`, 'is below zero');
    }
    if (seen > pair.demand) {
      report(
        'network',
        `pairs.${i}.observed`,
        `${seen} boxes are more than the demand of ${pair.demand}`,
      );
    }
  });
}

/** Each path must lead from its origin to its destination, link by link, and pass no place twice. */
function checkPaths({ network }: Content, report: Report): void {
  const links = new Map(network.links.map((l) => [l.id, l]));
  const pairs = new Map(network.pairs.map((p) => [p.id, p]));
  network.paths.forEach((path, i) => {
    const pair = pairs.get(path.od);
    if (!pair) return;
    let at = pair.from;
    const passed = new Set([at]);
    for (const [k, id] of path.links.entries()) {
      const link = links.get(id);
      const next = link?.from === at ? link.to : link?.to === at ? link.from : undefined;
      if (next === undefined) {
        report('paths', `paths.${i}.links.${k}`, `${id} does not go on from ${at}`);
        return;
      }
      if (passed.has(next)) {
        report('paths', `paths.${i}.links.${k}`, `${path.od} passes ${next} twice`);
        return;
      }
      passed.add(next);
      at = next;
    }
    if (at !== pair.to) {
      report('paths', `paths.${i}.links`, `ends in ${at}, not in ${pair.to}`);
    }
    if (path.logSize > 0) report('paths', `paths.${i}.logSize`, 'is above 0');
  });
}

/** Nodes and links that nothing joins to the rest are a slip of the pen. */
function checkPlaces({ network, projects }: Content, report: Report): void {
  const joined = new Set(network.links.flatMap((l) => [l.from, l.to]));
  network.nodes.forEach((node, i) => {
    if (!joined.has(node.id)) report('network', `nodes.${i}`, `no link leads to ${node.id}`);
    if (node.capacity !== undefined && node.capacity <= 0) {
      report('network', `nodes.${i}.capacity`, `${node.id} lets no train through`);
    }
  });
  network.links.forEach((link, i) => {
    if (link.from === link.to) report('network', `links.${i}`, `${link.id} leads nowhere`);
    if (link.km <= 0) report('network', `links.${i}.km`, `${link.id} has no length`);
    if (link.days < 0) report('network', `links.${i}.days`, 'is below zero');
  });
  projects.forEach((project, i) => {
    if (project.cost <= 0) report('network', `projects.${i}.cost`, 'is not above zero');
    if (project.absorb <= 0) report('network', `projects.${i}.absorb`, 'is not above zero');
  });
}

const CLOSE = 1e-6;

/** Parts of a whole, by the words or coefficients that hold them. */
function checkShares(content: Content, report: Report): void {
  const { layout, start, coefficients } = content;
  const debt = CREDITORS.map((c) => start[layout.at('debt_share', c)] as number);
  const all = debt.reduce((sum, share) => sum + share, 0);
  if (Math.abs(all - 1) > CLOSE) {
    report(
      'assumptions/economy',
      'start.debt_share',
      `the shares of lenders sum to ${all}, not to 1`,
    );
  }
  const kinds = Object.entries(coefficients).filter(([k]) => k.startsWith('transit.timeShare.'));
  const whole = kinds.reduce((sum, [, share]) => sum + share, 0);
  if (Math.abs(whole - 1) > CLOSE) {
    report(
      'assumptions/transit',
      'coefficients.transit.timeShare',
      `kinds of cargo sum to ${whole}, not to 1`,
    );
  }
  const drawn = content.events.filter(({ kind }) => kind === 'drawn');
  let odds = 0;
  for (const { id } of drawn) {
    const chance = coefficients[`events.chance.${id}`];
    if (chance === undefined) report('scenario', 'draws', `no events.chance.${id} says how often`);
    odds += chance ?? 0;
  }
  if (odds > 0.34 + CLOSE) {
    report(
      'scenario',
      'draws',
      `the odds of the draw sum to ${odds}: more than .34 leaves too little peace`,
    );
  }
}
