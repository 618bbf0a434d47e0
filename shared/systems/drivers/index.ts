import type { Content } from '../../core/content.ts';
import { move, type RoundContext, type System } from '../../core/round.ts';

interface Compiled {
  /** Cause of each driver, in the order of `content.driverAt`. */
  readonly causes: readonly string[];
  /** Positions in `driverAt` that hold historical residuals. */
  readonly residuals: readonly number[];
}

const compiled = new WeakMap<Content, Compiled>();

function compile(content: Content): Compiled {
  const words = Array.from(content.driverAt, (at) => content.layout.label[at] as string);
  return {
    causes: words.map((word) => (word.startsWith('res_') ? 'other' : `driver:${word}`)),
    residuals: words.flatMap((word, i) => (word.startsWith('res_') ? [i] : [])),
  };
}

/**
 * Step 1: what comes from outside, half-year by half-year. In shadow rounds, previews and after the
 * last half-year the drivers stand still, and history has nothing more to add beside the model.
 */
export const drivers: System = {
  id: 'drivers',
  run(ctx: RoundContext) {
    const { content, num } = ctx;
    let own = compiled.get(content);
    if (!own) {
      own = compile(content);
      compiled.set(content, own);
    }
    const { driverAt } = content;
    const row = ctx.held ? undefined : content.drivers[ctx.round];
    if (!row) {
      for (const i of own.residuals) num[driverAt[i] as number] = 0;
      return;
    }
    for (let i = 0; i < driverAt.length; i += 1) {
      const at = driverAt[i] as number;
      move(ctx, at, (row[i] as number) - (num[at] as number), own.causes[i] as string);
    }
  },
};
