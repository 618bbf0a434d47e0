import { contentOf, scenarioIds } from '../../server/content.ts';
import type { Content } from '../../shared/core/content.ts';
import { endValues } from '../../shared/game/baseline.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { armington } from '../../shared/systems/trade/armington.ts';
import { tradeOf } from '../../shared/systems/trade/compile.ts';
import { compiledTransit } from '../../shared/systems/transit/compiled.ts';
import { equilibrium } from '../../shared/systems/transit/equilibrium.ts';
import { createInputs, readInputs } from '../../shared/systems/transit/loading.ts';
import { type Found, median, timeEach } from './stats.ts';

const RUNS = 2000;
/** Worlds that differ in their tolls: more than the network remembers, so that none is met again in time. */
const WORLDS = 48;

interface Before {
  readonly round: number;
  readonly num: Float64Array;
}

/** States before each round of history's run, every run under tolls of its own. */
function worldsOf(content: Content): Before[] {
  const states: Before[] = [];
  for (let w = 0; states.length < WORLDS; w += 1) {
    let num: Float64Array = content.start.slice();
    for (let round = 0; round < content.halves.length; round += 1) {
      num = num.slice();
      num[content.layout.at('toll', 'KZ', 'trunk')] = 600 + 17 * states.length;
      states.push({ round, num });
      const orders = (content.history[round] ?? []).filter(({ kind }) => kind !== 'toll');
      num = resolveNumbers(content, num, round, orders, { free: true, seed: w + 1 }).num;
    }
  }
  return states;
}

/**
 * One round with the ledger off and on, against its kernels timed alone in the same process:
 * network equilibrium (same network, same iterations), one Armington pass with prices, state copy.
 * Beside them what a game asks for apart from its rounds: the two shadow rounds that value an end, and
 * the counterfactual that excuses a broken word. No state is met twice in a row. Milliseconds, medians.
 */
export async function resolve(): Promise<Found> {
  const content = contentOf(scenarioIds().includes('crossroads') ? 'crossroads' : 'lesson');
  const worlds = worldsOf(content);
  const into = new Float64Array(content.layout.size);
  let turn = 0;
  const next = (): Before => {
    turn = (turn + 1) % worlds.length;
    return worlds[turn] as Before;
  };
  const ordersOf = (round: number) => content.history[round] ?? [];
  const time = (work: (before: Before) => void): number =>
    median(timeEach(RUNS, () => work(next())));

  const plain = time(({ num, round }) => {
    resolveNumbers(content, num, round, ordersOf(round), { free: true, into });
  });
  const explained = time(({ num, round }) => {
    resolveNumbers(content, num, round, ordersOf(round), { free: true, into, explain: true });
  });
  const shadow = time(({ num, round }) => endValues(content, num, round));
  const excuse = time(({ num, round }) => {
    const rest = ordersOf(round).filter(({ power }) => power !== 'RU');
    resolveNumbers(content, num, round, rest, { free: true, seed: 1 });
  });

  const network = compiledTransit(content);
  const inputs = createInputs(network);
  const flow = new Float64Array(network.paths);
  const equilibria = time(({ num }) => {
    readInputs(network, num, inputs);
    equilibrium(network, num, inputs, flow);
  });
  const trade = tradeOf(content);
  const now = new Float64Array(content.layout.size);
  const passes = time(({ num }) => {
    now.set(num);
    armington(trade, now, num);
  });
  const copies = time(({ num }) => into.set(num));

  // The Armington run copies the state once itself, so the copy is in the sum once.
  const kernelsMs = equilibria + passes;
  return {
    figures: {
      medianMs: plain,
      ledgerMedianMs: explained,
      kernelsMs,
      ratioToKernels: plain / kernelsMs,
    },
    more: {
      ledgerRatioToKernels: explained / kernelsMs,
      roundsASecond: 1000 / plain,
      equilibriumMs: equilibria,
      armingtonMs: passes,
      copyMs: copies,
      shadowRoundsMs: shadow,
      excuseMs: excuse,
    },
  };
}
