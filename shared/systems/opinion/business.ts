import { CHAPTERS } from '../../core/layout.ts';
import { move, type RoundContext } from '../../core/round.ts';
import { approach, type Reader } from './levels.ts';

export function compileBusiness(r: Reader) {
  const speed = r.k('businessSpeed');
  return {
    gain: r.level('exp_gain', speed, [
      r.term('eeu_econ', r.k('gainDepth'), 'mech:economic_depth'),
      r.term('ntb(RU,KZ,goods)', r.k('gainBarriers'), 'mech:barriers'),
      r.term('ntb(RU,KZ,food)', r.k('gainBarriers') / 2, 'mech:barriers'),
    ]),
    confidence: r.level('biz_conf', speed, [
      r.term('confrontation', r.k('confidenceRisk'), 'mech:confrontation'),
      r.term('clarity', r.k('confidenceClarity'), 'mech:clarity'),
      ...CHAPTERS.map((chapter) =>
        r.term(`chapter(${chapter})`, r.k('confidenceChapters') / CHAPTERS.length, 'mech:chapters'),
      ),
    ]),
    benefit: r.level('benefit(OBOR)', speed, []),
    /** Works begun in play: they count once they are done. */
    sites: r.content.projects.filter((p) => p.done < 1).map((p) => r.at('progress', p.id)),
    k: { speed, finished: r.k('benefitFinished') },
  };
}

/** What firms expect of the union, what they trust the road to bring, and what it has brought. */
export function business(ctx: RoundContext, c: ReturnType<typeof compileBusiness>): void {
  const { num } = ctx;
  approach(ctx, c.gain);
  approach(ctx, c.confidence);
  approach(ctx, c.benefit);
  let finished = 0;
  for (let i = 0; i < c.sites.length; i += 1) {
    if ((num[c.sites[i] as number] as number) >= 1 - 1e-9) finished += 1;
  }
  move(ctx, c.benefit.at, c.k.speed * c.k.finished * finished, 'mech:finished_works');
}
