import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { drawInt } from '../../../shared/core/random.ts';
import { compiledTransit } from '../../../shared/systems/transit/compiled.ts';
import { equilibrium } from '../../../shared/systems/transit/equilibrium.ts';
import { createInputs, readInputs } from '../../../shared/systems/transit/loading.ts';
import { knownEquilibrium } from '../../../shared/systems/transit/solved.ts';

const content = contentOf('lesson');
const { layout } = content;
const network = compiledTransit(content);

/** The start with one of the words moved that the network depends on. */
function moved(n: number): Float64Array {
  const num = content.start.slice();
  const words = [
    layout.at('toll', 'KZ', 'trunk'),
    layout.at('toll', 'RU', 'trunk'),
    layout.at('delay', 'dostyk'),
    layout.at('relief', 'dostyk'),
    layout.at('capacity', 'khorgos'),
    layout.at('status', 'trunk'),
  ];
  const at = words[n % words.length] as number;
  num[at] = (num[at] as number) + 1 + drawInt(1, n, 'moved', '', 3);
  return num;
}

describe('a network that was met before', () => {
  it('comes out byte for byte as it would anew, in whatever order networks are met', () => {
    for (let i = 0; i < 60; i += 1) {
      const num = moved(drawInt(7, i, 'met', '', 24));
      const inputs = createInputs(network);
      readInputs(network, num, inputs);
      const flow = new Float64Array(network.paths);
      knownEquilibrium(network, num, inputs, flow);
      const fresh = createInputs(network);
      readInputs(network, num, fresh);
      const anew = new Float64Array(network.paths);
      equilibrium(network, num, fresh, anew);
      expect(flow).toEqual(anew);
      expect(inputs.delay).toEqual(fresh.delay);
    }
  });
});
