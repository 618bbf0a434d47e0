import { type Content, coefficient } from '../../core/content.ts';
import { causeOf, move, type System, setPolicy } from '../../core/round.ts';

/** Stations where guards of both sides look at the same train once. */
const STATIONS = ['dostyk', 'khorgos'] as const;

function compile(content: Content) {
  const { layout } = content;
  const nodes = new Set(layout.dims.node);
  return {
    patrols: layout.at('patrols'),
    guarded: layout.at('guarded'),
    relief: STATIONS.filter((id) => nodes.has(id)).map((id) => layout.at('relief', id)),
    days: coefficient(content, 'pacts.patrolDays'),
  };
}

const compiled = new WeakMap<Content, ReturnType<typeof compile>>();

/** Before trade and transit: patrols run out, and while they run papers are looked at once. */
export const guards: System = {
  id: 'guards',
  run(ctx) {
    let c = compiled.get(ctx.content);
    if (!c) {
      c = compile(ctx.content);
      compiled.set(ctx.content, c);
    }
    const { num } = ctx;
    const rounds = num[c.patrols] as number;
    if (rounds > 0 && !ctx.touched.has(c.patrols)) {
      move(ctx, c.patrols, -Math.min(1, rounds), 'mech:time');
    }
    const moved = ((num[c.patrols] as number) > 0 ? 1 : 0) - (num[c.guarded] as number);
    if (moved === 0) return;
    const cause = causeOf(ctx, c.patrols, 'mech:patrols');
    setPolicy(ctx, c.guarded, (num[c.guarded] as number) + moved, cause);
    for (const at of c.relief) setPolicy(ctx, at, (num[at] as number) + moved * c.days, cause);
  },
};
