import { CHAPTERS } from '../../core/layout.ts';
import { clamp } from '../../core/math.ts';
import { move, type RoundContext } from '../../core/round.ts';
import { approach, type Reader } from './levels.ts';

export function compileBusiness(r: Reader) {
  const speed = r.k('businessSpeed');
  const acceptSpeed = r.k('acceptSpeed');
  const china = r.k('acceptAnger') / 3;
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
    accept: r.level('accept', acceptSpeed, [
      r.term('grievance(cities,china)', china, 'mech:anger'),
      r.term('grievance(rural,china)', china, 'mech:anger'),
      r.term('grievance(north,china)', china, 'mech:anger'),
    ]),
    /** Works begun in play: they count once they are done. */
    sites: r.content.projects
      .filter((p) => p.done < 1)
      .map((p) => r.at('progress', p.id)),
    growth: r.at('growth'),
    fund: r.at('fund'),
    k: {
      speed,
      acceptSpeed,
      finished: r.k('benefitFinished'),
      distress: r.k('acceptDistress'),
    },
  };
}

/** Growth (%) and fund ($bn) below which a state takes what terms it gets; how far below counts in full. */
const POOR = { growth: 1, growthSpan: 4, fund: 40, fundSpan: 20 };

/** What firms expect of the union, what they trust the road to bring, and which terms pass. */
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
  approach(ctx, c.accept);
  const slump = clamp((POOR.growth - (num[c.growth] as number)) / POOR.growthSpan, 0, 1);
  const empty = clamp((POOR.fund - (num[c.fund] as number)) / POOR.fundSpan, 0, 1);
  const distress = (slump + empty) / 2;
  move(ctx, c.accept.at, c.k.acceptSpeed * c.k.distress * distress, 'mech:distress');
}
