import type { BoundClause, ClauseKind, Hearing } from '../core/clause.ts';
import { type Content, coefficient } from '../core/content.ts';
import { ARMINGTON_SECTORS, POWERS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import type { Clause, NamedOrder } from '../core/talk.ts';
import { choice, halfChoice, number, slider, text } from '../orders/form.ts';
import { isLast, judgeStanding } from './words.ts';

/** Members of the union, who have one tariff and none among themselves. */
const UNION: readonly string[] = ['KZ', 'RU'];

function isRate(clause: Clause): boolean {
  return text(clause.params, 'measure') === 'rate';
}

/** Round from which it binds. */
function begins(content: Content, clause: Clause): number {
  return content.halves.indexOf(text(clause.params, 'from'));
}

function barrierAt({ layout }: Content, { by, params }: Clause): number {
  return layout.at('ntb', by, text(params, 'partner'), text(params, 'sector'));
}

/** Per cent on goods of the sector from the partner: the tariff, or what all other barriers come to. */
function wall(content: Content, num: Float64Array, clause: Clause): number {
  if (!isRate(clause)) return num[barrierAt(content, clause)] as number;
  const sector = text(clause.params, 'sector');
  const rate = num[content.layout.at('cet_rate', sector)] as number;
  return clause.by === 'KZ'
    ? Math.max(0, rate - (num[content.layout.at('exempt', sector)] as number))
    : rate;
}

/** The part of a barrier that a ban makes: it goes with the ban, not with a signature. */
function banned(content: Content, num: Float64Array, { by, params }: Clause): number {
  const { layout } = content;
  const partner = text(params, 'partner');
  if (text(params, 'sector') !== 'food') return 0;
  if (by === 'KZ') {
    return num[layout.at('food_limit', partner)] === 1
      ? coefficient(content, 'rules.limitBarrier')
      : 0;
  }
  if (by !== 'RU' || num[layout.at('food_ban', partner)] !== 1) return 0;
  return coefficient(content, partner === 'KZ' ? 'union.banBarrierKz' : 'union.banBarrierEu');
}

/** Whether he has voted for a motion that raised the tariff in this round. */
function votedUp(hearing: Hearing, clause: BoundClause): boolean {
  const { content, num, prev } = hearing;
  return (
    isRate(clause) &&
    wall(content, num, clause) > wall(content, prev, clause) &&
    hearing.votes.some((v) => v.power === clause.by && v.vote === 'yes' && raises(clause, v))
  );
}

/** Whether a motion is for a higher rate. */
function raises(clause: Clause, { params }: Pick<NamedOrder, 'params'>): boolean {
  return (
    isRate(clause) && params.matter === text(clause.params, 'sector') && Number(params.points) > 0
  );
}

/** A ceiling on what a power puts on a partner's goods, by its tariff or by everything beside it. */
export const tariffNtb: ClauseKind = {
  id: 'tariff_ntb',
  depth: 'standard',
  icon: 'percent',
  bound: POWERS,
  ordered: false,
  params: [
    choice('partner', POWERS, 'KZ', 'power'),
    choice('sector', ARMINGTON_SECTORS, 'goods'),
    choice('measure', ['barrier', 'rate'], 'barrier'),
    slider('max', 'percent', 0, 40, 1, 10),
    halfChoice('from'),
  ],
  begins,
  legal({ content, num }, clause, parties) {
    const { by, until } = clause;
    const partner = text(clause.params, 'partner');
    if (partner === by || !parties.includes(partner as (typeof POWERS)[number])) {
      return refuse('badParameter', { param: 'partner' });
    }
    if (begins(content, clause) > until) return refuse('badParameter', { param: 'from' });
    if (isRate(clause)) {
      // Those outside the union have their tariffs within what all barriers come to.
      const common = UNION.includes(by) && !UNION.includes(partner);
      return common ? null : refuse('badParameter', { param: 'measure' });
    }
    const now = (num[barrierAt(content, clause)] as number) - banned(content, num, clause);
    const least = Math.ceil((1 - coefficient(content, 'clauses.barrierCut')) * now - 1e-9);
    return number(clause.params, 'max') < least ? refuse('barrierDeep', { least }) : null;
  },
  suggests(scene, parties, until) {
    const { content, num } = scene;
    const left = 1 - coefficient(content, 'clauses.barrierCut');
    const from = content.halves[0] as string;
    const deals = parties.flatMap((by) =>
      parties.flatMap((partner) =>
        ARMINGTON_SECTORS.map((sector): Clause => {
          const params = { partner, sector, measure: 'barrier', max: 0, from };
          const clause = { kind: 'tariff_ntb', by, params, until };
          const papers = (num[barrierAt(content, clause)] as number) - banned(content, num, clause);
          const max = Math.min(40, Math.ceil(left * papers));
          return { ...clause, params: { ...params, max } };
        }),
      ),
    );
    return deals.filter((c) => !tariffNtb.legal(scene, c, parties)).map((c) => [c]);
  },
  enact(ctx, clause) {
    if (isRate(clause)) return;
    const { content, num } = ctx;
    const at = barrierAt(content, clause);
    const most = number(clause.params, 'max') + banned(content, num, clause);
    if ((num[at] as number) > most) setPolicy(ctx, at, most, 'clause:tariff_ntb');
  },
  // The signature itself takes the barrier down; the tariff only stays where it is.
  fulfils: () => [],
  breaks(_scene, clause): readonly NamedOrder[] {
    const { by, params } = clause;
    const sector = text(params, 'sector');
    const partner = text(params, 'partner');
    if (isRate(clause)) {
      if (by === 'KZ') return [{ kind: 'exempt', params: { sector, exemption: 'off' } }];
      return [1, 3, 5].map((points) => ({
        kind: 'cet',
        params: { matter: sector, points, payment: 0 },
      }));
    }
    const stall =
      by === 'KZ' && partner === 'RU' ? [{ kind: 'eeu', params: { act: 'stall' } }] : [];
    if (sector !== 'food') return stall;
    if (by === 'KZ') return [{ kind: 'food_limit', params: { partner, limit: 'on' } }, ...stall];
    const target = by === 'RU' && partner !== 'CN' ? [partner] : [];
    return target.map((one) => ({ kind: 'food_ban', params: { target: one, ban: 'on' } }));
  },
  broke: (_hearing, clause, deed) => raises(clause, deed),
  judge(hearing, clause) {
    const { content, round } = hearing;
    if (round < begins(content, clause)) return { fate: 'pending', final: false, chance: 'none' };
    const most = number(clause.params, 'max') + 1e-9;
    const verdict = judgeStanding(
      hearing,
      clause,
      (num) => wall(content, num, clause) <= most,
      tariffNtb.breaks(hearing, clause),
    );
    if (verdict.fate === 'excused' && votedUp(hearing, clause)) {
      return { ...verdict, fate: 'breached', final: true };
    }
    return { ...verdict, final: verdict.final || isLast(hearing, clause) };
  },
};
