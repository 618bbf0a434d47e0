import { describe, expect, it } from 'vitest';
import type { Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { sceneOf } from '../../../shared/game/drafting.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import type { Values } from '../economy/variant.ts';
import { gameWith, moved, previewGap, refusalOf, still, WAVE } from './scene.ts';

interface Effect {
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
  readonly words?: Values;
  readonly rounds?: number;
  readonly label: string;
  readonly sign: 1 | -1 | 0;
}

const EFFECTS: readonly Effect[] = [
  { power: 'KZ', kind: 'land', params: { code: 'open' }, label: 'trust(KZ,CN)', sign: 1 },
  { power: 'KZ', kind: 'land', params: { code: 'open' }, label: 'grievance(rural,land)', sign: 1 },
  { power: 'KZ', kind: 'land', params: { code: 'open' }, label: 'hazard', sign: 1 },
  { power: 'KZ', kind: 'land', params: { code: 'open' }, label: 'fund', sign: 0, rounds: 2 },
  { power: 'KZ', kind: 'land', params: { code: 'open' }, label: 'fund', sign: 1, rounds: 3 },
  {
    power: 'KZ',
    kind: 'land',
    params: { code: 'moratorium' },
    label: 'grievance(rural,land)',
    sign: -1,
  },
  { power: 'KZ', kind: 'land', params: { code: 'moratorium' }, label: 'trust(CN,KZ)', sign: -1 },
  {
    power: 'KZ',
    kind: 'land',
    params: { code: 'suspend' },
    words: { land_code: 1 },
    label: 'grievance(rural,land)',
    sign: -1,
  },
  {
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'consult', topic: 'land' },
    label: 'legitimacy',
    sign: 1,
  },
  {
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'consult', topic: 'land' },
    words: { 'announced(land)': 12 },
    label: 'grievance(rural,land)',
    sign: -1,
  },
  {
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'consult', topic: 'land' },
    words: { 'announced(land)': 12 },
    label: 'grievance(rural,land)',
    sign: -1,
    rounds: 2,
  },
  {
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'consult', topic: 'land' },
    label: 'aware(rural,OBOR)',
    sign: 1,
  },
  {
    power: 'KZ',
    kind: 'engage',
    params: { mode: 'inform', topic: 'china' },
    label: 'aware(sme,OBOR)',
    sign: 1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'consult' },
    words: WAVE,
    label: 'grievance(rural,land)',
    sign: -1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'consult' },
    words: WAVE,
    label: 'growth',
    sign: 1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suspend' },
    words: WAVE,
    label: 'trust(KZ,CN)',
    sign: -1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suspend' },
    words: { ...WAVE, land_code: 1 },
    label: 'land_code',
    sign: -1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suppress' },
    words: WAVE,
    label: 'hidden(rural)',
    sign: 1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suppress' },
    words: WAVE,
    label: 'trust(EU,KZ)',
    sign: -1,
  },
  {
    power: 'KZ',
    kind: 'protest_answer',
    params: { answer: 'suppress' },
    words: WAVE,
    label: 'growth',
    sign: 1,
  },
  { power: 'CN', kind: 'people', params: { group: 'students' }, label: 'att(cities,CN)', sign: 1 },
  { power: 'CN', kind: 'people', params: { group: 'youth' }, label: 'att(rural,CN)', sign: 1 },
  {
    power: 'CN',
    kind: 'people',
    params: { group: 'bloggers' },
    label: 'aware(north,OBOR)',
    sign: 1,
  },
  { power: 'CN', kind: 'people', params: { group: 'students' }, label: 'distance(CN)', sign: -1 },
  { power: 'EU', kind: 'scitech', params: {}, label: 'innovation', sign: 1 },
  { power: 'EU', kind: 'scitech', params: {}, label: 'growth', sign: 1, rounds: 2 },
  { power: 'EU', kind: 'scitech', params: {}, label: 'eu_cohesion', sign: -1 },
  { power: 'EU', kind: 'civil', params: { amount: 0.05 }, label: 'rol', sign: 1 },
  { power: 'EU', kind: 'civil', params: { amount: 0.05 }, label: 'legitimacy', sign: 1 },
  { power: 'EU', kind: 'civil', params: { amount: 0.05 }, label: 'eu_cohesion', sign: 1 },
  { power: 'EU', kind: 'civil', params: { amount: 0.05 }, label: 'trust(EU,KZ)', sign: 0 },
  {
    power: 'EU',
    kind: 'civil',
    params: { amount: 0.05 },
    words: { openness: 20 },
    label: 'trust(EU,KZ)',
    sign: -1,
  },
];

describe('effects of orders that live on opinion', () => {
  it.each(EFFECTS)('$kind $params moves $label by $sign', (row) => {
    const { power, kind, params, words, rounds, label, sign } = row;
    const by = moved(gameWith(words), power, kind, params, label, rounds);
    if (sign === 0) expect(by).toBeCloseTo(0, 9);
    else expect(sign * by).toBeGreaterThan(1e-4);
  });

  it.each(['land', 'engage', 'protest_answer', 'people', 'scitech', 'civil'])(
    '%s is previewed as it comes when nobody else acts',
    (id) => {
      const kind = orderKind(id);
      const power = kind?.by[0] as Power;
      const state = gameWith(WAVE);
      const scene = sceneOf(still, state, power);
      const tried = (kind?.candidates(scene, power) ?? []).filter(
        (params) => refusalOf(state, power, id, params) === null,
      );
      expect(tried.length).toBeGreaterThan(0);
      for (const params of tried) expect(previewGap(state, power, id, params)).toBeLessThan(0.03);
    },
  );
});
