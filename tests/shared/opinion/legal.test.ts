import { describe, expect, it } from 'vitest';
import type { Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { sceneOf } from '../../../shared/game/drafting.ts';
import { type DraftedOrder, judgeSum } from '../../../shared/game/rules.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import type { Values } from '../economy/variant.ts';
import { gameWith, refusalOf, still, WAVE } from './scene.ts';

interface Row {
  readonly says: string;
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
  readonly words?: Values;
  readonly used?: Readonly<Record<string, number>>;
  /** null = legal. */
  readonly code: string | null;
}

const LEGAL: readonly Row[] = [
  { says: 'open', power: 'KZ', kind: 'land', params: { code: 'open' }, code: null },
  {
    says: 'nothing to suspend',
    power: 'KZ',
    kind: 'land',
    params: { code: 'suspend' },
    code: 'noChange',
  },
  {
    says: 'close for years',
    power: 'KZ',
    kind: 'land',
    params: { code: 'moratorium' },
    code: null,
  },
  {
    says: 'open twice',
    power: 'KZ',
    kind: 'land',
    params: { code: 'open' },
    words: { land_code: 1 },
    code: 'noChange',
  },
  {
    says: 'take back',
    power: 'KZ',
    kind: 'land',
    params: { code: 'suspend' },
    words: { land_code: 1, land_age: 0 },
    code: null,
  },
  {
    says: 'a locked moratorium',
    power: 'KZ',
    kind: 'land',
    params: { code: 'open' },
    words: { land_code: 2, land_age: 3 },
    code: 'landLocked',
  },
  {
    says: 'a moratorium that ran out',
    power: 'KZ',
    kind: 'land',
    params: { code: 'open' },
    words: { land_code: 2, land_age: 4 },
    code: null,
  },
  {
    says: 'open again too soon',
    power: 'KZ',
    kind: 'land',
    params: { code: 'open' },
    used: { 'land:open': -1 },
    code: 'cooldown',
  },
  {
    says: 'another power',
    power: 'CN',
    kind: 'land',
    params: { code: 'open' },
    code: 'notYourOrder',
  },
  {
    says: 'no such law',
    power: 'KZ',
    kind: 'land',
    params: { code: 'sell' },
    code: 'badParameter',
  },
  {
    says: 'consult',
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'consult', topic: 'land' },
    code: null,
  },
  {
    says: 'consult while hearings go on',
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'consult', topic: 'land' },
    words: { 'consulted(land)': 1 },
    code: 'noChange',
  },
  {
    says: 'inform those who know',
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'inform', topic: 'eeu' },
    words: { 'aware(*,EEU)': 1 },
    code: 'noChange',
  },
  {
    says: 'inform again on a topic',
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'inform', topic: 'china' },
    used: { 'engage:china': -1 },
    code: 'cooldown',
  },
  {
    says: 'inform on another topic',
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'inform', topic: 'eeu' },
    used: { 'engage:china': -1 },
    code: null,
  },
  {
    says: 'answer to nothing',
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'consult' },
    code: 'noOccasion',
  },
  {
    says: 'talk',
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'consult' },
    words: WAVE,
    code: null,
  },
  {
    says: 'give way',
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suspend' },
    words: WAVE,
    code: null,
  },
  {
    says: 'clear',
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suppress' },
    words: WAVE,
    code: null,
  },
  {
    says: 'answer of another power',
    power: 'RU',
    kind: 'protest_answer',
    params: { answer: 'suppress' },
    words: WAVE,
    code: 'notYourOrder',
  },
  { says: 'students', power: 'CN', kind: 'people', params: { group: 'students' }, code: null },
  {
    says: 'nobody left to win',
    power: 'CN',
    kind: 'people',
    params: { group: 'students' },
    words: { 'att(*,CN)': 100, 'aware(*,OBOR)': 1 },
    code: 'noChange',
  },
  {
    says: 'unknown guests',
    power: 'CN',
    kind: 'people',
    params: { group: 'pilots' },
    code: 'badParameter',
  },
  { says: 'science', power: 'EU', kind: 'scitech', params: {}, code: null },
  {
    says: 'science at its top',
    power: 'EU',
    kind: 'scitech',
    params: {},
    words: { innovation: 100 },
    code: 'noChange',
  },
  {
    says: 'science of another power',
    power: 'KZ',
    kind: 'scitech',
    params: {},
    code: 'notYourOrder',
  },
  { says: 'civil', power: 'EU', kind: 'civil', params: { amount: 0.05 }, code: null },
  {
    says: 'civil beyond its range',
    power: 'EU',
    kind: 'civil',
    params: { amount: 0.5 },
    code: 'badParameter',
  },
  {
    says: 'civil again at once',
    power: 'EU',
    kind: 'civil',
    params: { amount: 0.05 },
    used: { civil: 0 },
    code: 'cooldown',
  },
];

describe('legal use of orders that live on opinion', () => {
  it.each(LEGAL)('$kind: $says', ({ power, kind, params, words, used, code }) => {
    expect(refusalOf(gameWith(words), power, kind, params, used)).toBe(code);
  });

  it('let a protest be answered beside a full desk, once', () => {
    const scene = sceneOf(still, gameWith(WAVE), 'KZ');
    const answer = orderKind('protest_answer');
    const full: DraftedOrder[] = [
      { kind: 'toll', params: { corridor: 'trunk', toll: 900 } },
      { kind: 'crossing', params: { node: 'dostyk' } },
    ];
    if (!answer) throw new Error('no protest_answer');
    const params = { answer: 'suspend' };
    expect(judgeSum(scene, full, answer, params)).toBeNull();
    const again = [...full, { kind: 'protest_answer', params: { answer: 'consult' } }];
    expect(judgeSum(scene, again, answer, params)?.code).toBe('alreadyDrafted');
    const land = orderKind('land');
    if (!land) throw new Error('no land');
    const answered = [{ kind: 'protest_answer', params }, full[0] as DraftedOrder];
    expect(judgeSum(scene, answered, land, { code: 'moratorium' })).toBeNull();
  });
});
