import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { groupsOf } from '../../../client/map/PlaceList.tsx';
import { content, view } from '../../../client/state/game.ts';
import { LAYERS, layersAt } from '../../../client/state/mapLayers.ts';
import { type MapModel, mapModel } from '../../../client/state/mapModel.ts';
import { contentAt } from '../../../shared/core/indicators.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { leverageOf, viewFor } from '../../../shared/game/index.ts';
import { gameAt, lesson } from '../support/table.ts';
import { speakEnglish } from '../support/words.ts';

beforeAll(speakEnglish);

const start = gameAt('deliberation', 'expert');

/** The map of Kazakhstan's seat, some words of the state set by hand. */
function mapOf(words: Readonly<Record<string, number>> = {}): MapModel {
  const num = start.num.slice();
  for (const [label, value] of Object.entries(words)) num[lesson.layout.find(label)] = value;
  const state: GameState = { ...start, num };
  content.value = contentAt(lesson, 'expert');
  view.value = viewFor(lesson, state, 'KZ');
  return mapModel.value as MapModel;
}

beforeEach(() => {
  view.value = null;
});

const list = (model: MapModel, layer: (typeof LAYERS)[number]): readonly string[] =>
  groupsOf(model, layer)
    .find(({ id }) => id === layer)
    ?.items.map((i) => `${i.name}: ${i.says}`) ?? [];

test('a first game has two layers, the deepest all five', () => {
  expect(layersAt('intro')).toEqual(['transit', 'energy']);
  expect(layersAt('standard')).toHaveLength(4);
  expect(layersAt('expert')).toEqual(LAYERS);
});

describe('the layer of trade', () => {
  test('draws what each side sells, and says it in the list with what no papers tell of', () => {
    const model = mapOf({ 'value(EU,KZ,energy)': 20, 'grey(CN)': 31 });
    const arc = model.trade.find(({ from, to }) => from === 'KZ' && to === 'EU');
    const more = mapOf({ 'value(EU,KZ,energy)': 25 }).trade.find(
      ({ from, to }) => from === 'KZ' && to === 'EU',
    );
    expect((more?.value ?? 0) - (arc?.value ?? 0)).toBeCloseTo(5, 3);
    expect(list(model, 'trade')).toHaveLength(model.trade.length);
    expect(list(model, 'trade').join()).toMatch(/China to Kazakhstan: \$[\d.]+ bn; 31 % of it/);
  });
});

describe('the layer of opinion', () => {
  test('tells six groups at six places', () => {
    const model = mapOf({ 'att(rural,CN)': 12, 'fear(rural)': 77 });
    expect(new Set(model.moods.map(({ node }) => node)).size).toBe(6);
    const rural = list(model, 'opinion').find((line) => line.startsWith('Villages'));
    expect(rural).toContain('of China 12, fear 77');
  });
});

describe('the layer of leverage', () => {
  test('parts each hold-up by domain, as the state has it', () => {
    const seen = viewFor(lesson, start, 'KZ');
    for (const { power, total, domains } of leverageOf(lesson, seen)) {
      const at = lesson.layout.at('holdup', power);
      expect(total, power).toBeCloseTo(start.num[at] as number, 1);
      expect(domains.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(total, 6);
    }
    expect(list(mapOf(), 'holdup')).toHaveLength(3);
  });
});

describe('the layer of energy', () => {
  test('tells of contracts that run, and of none that ran out', () => {
    const words = { 'contract(gas,CN)': 2.5, 'contract_left(gas,CN)': 3, 'contract(oil,EU)': 1 };
    expect(list(mapOf(words), 'energy')).toEqual([
      'Gas for China: 2.5 Mt a half-year by contract, 3 half-years left',
    ]);
  });
});
