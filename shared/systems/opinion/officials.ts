import { INITIATIVES } from '../../core/layout.ts';
import { move, type RoundContext } from '../../core/round.ts';
import { approach, type Level, type Reader } from './levels.ts';

export function compileOfficials(r: Reader) {
  const speed = r.k('officialSpeed');
  const levels: Level[] = [
    r.level('worth(EEU)', speed, [
      r.term('benefit(EEU)', r.k('worthBenefit'), 'mech:union_benefit'),
      r.term('trust(KZ,RU)', r.k('worthTrust'), 'mech:trust'),
    ]),
    r.level('worth(OBOR)', speed, [
      r.term('trade_share(CN)', r.k('worthChina'), 'mech:chinese_weight'),
      r.term('weight(CN)', r.k('worthChina') / 2, 'mech:chinese_weight'),
      r.term('benefit(EEU)', -r.k('worthReserve'), 'mech:union_benefit'),
      r.term('holdup(RU)', r.k('worthHedge'), 'mech:dependence'),
      r.term('benefit(OBOR)', r.k('worthBenefit'), 'mech:road_benefit'),
    ]),
    r.level('worth(EU)', speed, [
      r.term('holdup(RU)', r.k('worthThird'), 'mech:dependence'),
      r.term('holdup(CN)', r.k('worthThird'), 'mech:dependence'),
      r.term('epca_step', r.k('worthPartnership'), 'mech:partnership'),
    ]),
    r.level('comfort', speed, [
      r.term('trust(KZ,RU)', r.k('comfortTrust'), 'mech:trust'),
      r.term('trust(KZ,CN)', -r.k('comfortTrust'), 'mech:trust'),
      r.term('distance(CN)', r.k('comfortDistance'), 'mech:distance'),
    ]),
    r.level('pref', speed, [r.term('comfort', r.k('prefComfort'), 'mech:comfort')]),
    r.level('doubt', speed, [
      r.term('worth(EEU)', r.k('doubtWorth'), 'mech:officials_judge'),
      r.term('worth(OBOR)', r.k('doubtWorth') / 2, 'mech:officials_judge'),
      r.term('fear(officials)', r.k('doubtFear'), 'mech:fear'),
    ]),
    r.level('voiced', r.k('voiceSpeed'), [
      r.term('doubt', r.k('voiceDoubt'), 'mech:doubt'),
      r.term('openness', r.k('voiceOpenness'), 'mech:openness'),
      r.term('backing(EEU)', r.k('voiceBacking'), 'mech:president'),
      r.term('backing(OBOR)', r.k('voiceBacking'), 'mech:president'),
    ]),
  ];
  return {
    levels,
    backing: INITIATIVES.map((initiative) => r.at('backing', initiative)),
    usual: INITIATIVES.map((initiative) => r.start(r.at('backing', initiative))),
    fades: r.k('backingFades'),
  };
}

/** Officials: what they think each initiative is worth, whom they prefer, what they doubt and what they say. */
export function officials(ctx: RoundContext, c: ReturnType<typeof compileOfficials>): void {
  for (const level of c.levels) approach(ctx, level);
}

/** Backing from the top is forgotten unless it is renewed. */
export function fadeBacking(ctx: RoundContext, c: ReturnType<typeof compileOfficials>): void {
  for (let i = 0; i < c.backing.length; i += 1) {
    const at = c.backing[i] as number;
    const back = (c.usual[i] as number) - (ctx.prev[at] as number);
    move(ctx, at, c.fades * back, 'mech:habit');
  }
}
