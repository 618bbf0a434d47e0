import type { Content } from '../../core/content.ts';
import { calibrate } from './calibration.ts';
import { type CompiledTransit, compileTransit } from './compile.ts';

const cache = new WeakMap<Content, CompiledTransit>();

/** The calibrated network of a scenario; built at first use. @throws Error when content is incomplete */
export function compiledTransit(content: Content): CompiledTransit {
  let c = cache.get(content);
  if (!c) {
    c = compileTransit(content);
    calibrate(c, content.network.pairs);
    cache.set(content, c);
  }
  return c;
}
