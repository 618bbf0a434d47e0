import { SEGMENTS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import { approach, type Level, type Reader } from './levels.ts';

export function compileFear(r: Reader) {
  const speed = r.k('fearSpeed');
  const fear: Level[] = SEGMENTS.map((segment) => {
    const minds = r.k(`fear.${segment}`);
    return r.level(`fear(${segment})`, speed, [
      r.term('confrontation', minds * r.k('fearConfrontation'), 'mech:confrontation'),
      r.term('presence(RU)', minds * r.k('fearPresence'), 'mech:presence'),
      r.term('eeu_pol', minds * r.k('fearPolitics'), 'mech:political_depth'),
    ]);
  });
  const restoration = r.level('restoration', r.k('beliefSpeed'), [
    r.term('eeu_pol', r.k('beliefPolitics'), 'mech:political_depth'),
    r.term('presence(RU)', r.k('beliefPresence'), 'mech:presence'),
    r.term('confrontation', r.k('beliefConfrontation'), 'mech:confrontation'),
  ]);
  const openness = r.at('openness');
  const awareness = SEGMENTS.slice(0, 3).map((segment) => r.at('aware', segment, 'EEU'));
  const known = awareness.reduce((sum, at) => sum + r.start(at), 0) / awareness.length;
  return {
    fear,
    restoration,
    pressure: r.level('pressure', r.k('pressureSpeed'), []),
    openness,
    awareness,
    usualDebate: (r.start(openness) * known) / 100,
    k: {
      threshold: r.k('fearThreshold'),
      pressureFear: r.k('pressureFear'),
      pressureDebate: r.k('pressureDebate'),
      speed: r.k('pressureSpeed'),
    },
  };
}

/** Fear for sovereignty and belief in a Soviet return: states of their own, apart from approval. */
export function fears(ctx: RoundContext, c: ReturnType<typeof compileFear>): void {
  for (const level of c.fear) approach(ctx, level);
  approach(ctx, c.restoration);
}

/** Organised resistance to the union: by fear above a threshold, and by debate in open media. */
export function pressure(ctx: RoundContext, c: ReturnType<typeof compileFear>): void {
  const { num } = ctx;
  approach(ctx, c.pressure);
  let afraid = 0;
  let known = 0;
  for (let s = 0; s < 3; s += 1) {
    afraid += (num[(c.fear[s] as Level).at] as number) / 3;
    known += (num[c.awareness[s] as number] as number) / 3;
  }
  const over = afraid - c.k.threshold;
  const at = c.pressure.at;
  if (over > 0) move(ctx, at, c.k.speed * c.k.pressureFear * over, 'mech:fear');
  const debate = ((num[c.openness] as number) * known) / 100 - c.usualDebate;
  move(ctx, at, c.k.speed * c.k.pressureDebate * debate, 'mech:debate');
}
