import { contentOf } from '../../server/content.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { armington } from '../../shared/systems/trade/armington.ts';
import { tradeOf } from '../../shared/systems/trade/compile.ts';
import { compiledTransit } from '../../shared/systems/transit/compiled.ts';
import { equilibrium } from '../../shared/systems/transit/equilibrium.ts';
import { createInputs, readInputs } from '../../shared/systems/transit/loading.ts';
import { type Found, median, timeEach } from './stats.ts';

const RUNS = 3000;

/**
 * One round with the ledger off and on, against its kernels timed alone in the same process:
 * network equilibrium (same network, same iterations), one Armington pass with prices, state copy.
 * Milliseconds, medians.
 */
export async function resolve(): Promise<Found> {
  const content = contentOf('lesson');
  const orders = content.history[2] ?? [];
  const prev = resolveNumbers(content, content.start, 0, content.history[0] ?? [], {
    free: true,
  }).num;
  const into = new Float64Array(prev.length);
  const plain = timeEach(RUNS, () => {
    resolveNumbers(content, prev, 2, orders, { free: true, into });
  });
  const explained = timeEach(RUNS, () => {
    resolveNumbers(content, prev, 2, orders, { free: true, into, explain: true });
  });

  const network = compiledTransit(content);
  const inputs = createInputs(network);
  const flow = new Float64Array(network.paths);
  const equilibria = timeEach(RUNS, () => {
    readInputs(network, prev, inputs);
    equilibrium(network, prev, inputs, flow);
  });
  const trade = tradeOf(content);
  const now = prev.slice();
  const passes = timeEach(RUNS, () => {
    now.set(prev);
    armington(trade, now, prev);
  });
  const copies = timeEach(RUNS, () => into.set(prev));

  // The Armington run copies the state once itself, so the copy is in the sum once.
  const kernelsMs = median(equilibria) + median(passes);
  return {
    figures: {
      medianMs: median(plain),
      ledgerMedianMs: median(explained),
      kernelsMs,
      ratioToKernels: median(plain) / kernelsMs,
    },
    more: {
      ledgerRatioToKernels: median(explained) / kernelsMs,
      equilibriumMs: median(equilibria),
      armingtonMs: median(passes),
      copyMs: median(copies),
    },
  };
}
