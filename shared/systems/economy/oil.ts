import type { Content } from '../../core/content.ts';
import { REGIONS } from '../../core/powers.ts';

/** Readers of Kazakh exports. */
export interface ExportReader {
  /** Oil through all lines, start = 1. */
  oil(state: Float64Array): number;
  /** The same in Mt a half-year. */
  tonnes(state: Float64Array): number;
  /** Exports of food and goods, $bn a half-year. */
  goods(state: Float64Array): number;
}

const readers = new WeakMap<Content, ExportReader>();

export function exportsOf(content: Content): ExportReader {
  let own = readers.get(content);
  if (!own) {
    own = createReader(content);
    readers.set(content, own);
  }
  return own;
}

function createReader(content: Content): ExportReader {
  const { layout, start } = content;
  const lines = Int32Array.from(layout.dims.line, (line) => layout.at('oil_flow', line));
  const goods = Int32Array.from(
    REGIONS.filter((r) => r !== 'KZ').flatMap((r) => [
      layout.at('value', r, 'KZ', 'food'),
      layout.at('value', r, 'KZ', 'goods'),
    ]),
  );
  const sum = (state: Float64Array, at: Int32Array): number => {
    let s = 0;
    for (let i = 0; i < at.length; i += 1) s += state[at[i] as number] as number;
    return s;
  };
  const base = sum(start, lines);
  return {
    oil: (state) => {
      const index = sum(state, lines) / base;
      // Some oil leaves by rail and truck even with every line shut; logarithms need it.
      return Math.max(index, 0.02);
    },
    tonnes: (state) => Math.max(sum(state, lines), 0.02 * base),
    goods: (state) => sum(state, goods),
  };
}
