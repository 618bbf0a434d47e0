import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { content, view } from '../../../client/state/game.ts';
import { isOcean, type MapModel, mapModel, pinsOf } from '../../../client/state/mapModel.ts';
import { chosen, setParam } from '../../../client/state/orders.ts';
import { contentOf } from '../../../server/content.ts';
import type { Content } from '../../../shared/core/content.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { createGame, viewFor } from '../../../shared/game/index.ts';

let lesson: Content;

beforeAll(() => {
  lesson = contentOf('lesson');
});

function see(power: Power | null, change: (num: Float64Array) => void = () => undefined): MapModel {
  const game = createGame(lesson, { depth: 'intro', seed: 1 });
  const num = game.num.slice();
  change(num);
  content.value = lesson;
  view.value = viewFor(lesson, { ...game, num }, power);
  const model = mapModel.value;
  if (!model) throw new Error('no model');
  return model;
}

const link = (model: MapModel, id: string) => {
  const found = model.links.find(({ spec }) => spec.id === id);
  if (!found) throw new Error(`no link ${id}`);
  return found;
};
const node = (model: MapModel, id: string) => {
  const found = model.nodes.find(({ spec }) => spec.id === id);
  if (!found) throw new Error(`no place ${id}`);
  return found;
};

beforeEach(() => {
  chosen.value = null;
});

describe('the model of the map', () => {
  it('is null until content and view are here', () => {
    view.value = null;
    expect(mapModel.value).toBeNull();
  });

  it('has every link and place of the network, with its figures', () => {
    const model = see('KZ');
    expect(model.links).toHaveLength(lesson.network.links.length);
    expect(model.nodes).toHaveLength(lesson.network.nodes.length);
    const flow = lesson.start[lesson.layout.at('flow', 'alashankou--dostyk')];
    expect(link(model, 'alashankou--dostyk').boxes).toBeCloseTo(flow ?? Number.NaN, 4);
    expect(node(model, 'dostyk').load).toBeCloseTo(0.768, 2);
    expect(node(model, 'dostyk').capacity).toBe(14);
    expect(node(model, 'dostyk').days).toBeGreaterThan(1.75);
    expect(node(model, 'dostyk').wait).toBeCloseTo(node(model, 'dostyk').days - 1.75, 5);
    expect(link(model, 'tengiz--novorossiysk--oil').oil).toBeCloseTo(14.2, 5);
  });

  it('tells built, begun and missing links apart', () => {
    const begun = lesson.layout.at('progress', 'wewc_road');
    const model = see('KZ');
    expect(link(model, 'dostyk--aktogay').state).toBe('open');
    expect(link(model, 'zhezkazgan--beyneu').state).toBe('works');
    expect(link(model, 'zhezkazgan--beyneu').built).toBeCloseTo(0.7, 5);
    expect(link(model, 'oral--ozinki').state).toBe('unbuilt');
    const none = see('KZ', (num) => num.fill(0, begun, begun + 1));
    expect(link(none, 'khorgos--aktobe--road').state).toBe('unbuilt');
    expect(model.projects.map(({ spec }) => spec.id)).toContain('kuryk_port');
    expect(model.projects.map(({ spec }) => spec.id)).not.toContain('dostyk_mointy');
  });

  it('closes a Russian road only when all its corridors are closed', () => {
    const all = ['trunk', 'siberian', 'road', 'ukraine', 'asia', 'caspian', 'south'];
    const close =
      (corridors: readonly string[], word: number) =>
      (num: Float64Array): void => {
        for (const corridor of corridors) num[lesson.layout.at('status', corridor)] = word;
      };
    expect(link(see('KZ'), 'irkutsk--novosibirsk').state).toBe('open');
    expect(link(see('KZ', close(all, 2)), 'irkutsk--novosibirsk').state).toBe('closed');
    expect(link(see('KZ', close(all, 1)), 'irkutsk--novosibirsk').state).toBe('slow');
    const partly = see('KZ', close(['trunk'], 2));
    expect(link(partly, 'yekaterinburg--moscow').state).toBe('open');
    expect(link(see('KZ', close(all, 2)), 'dostyk--aktogay').state).toBe('open');
  });

  it('leaves the ocean’s freight out of the drawn width', () => {
    const model = see('KZ');
    const ocean = link(model, 'lianyungang--suez');
    expect(isOcean(ocean.spec)).toBe(true);
    expect(ocean.overland).toBeLessThan(ocean.boxes * 0.02);
    const trunk = link(model, 'dostyk--aktogay');
    expect(trunk.overland).toBe(trunk.boxes);
    for (const { overland, boxes, spec } of model.links) {
      expect(overland, spec.id).toBeGreaterThanOrEqual(0);
      expect(overland, spec.id).toBeLessThanOrEqual(boxes);
    }
  });

  it('sees own freight with the eyes of its power', () => {
    expect(link(see('KZ'), 'zabaykalsk--irkutsk').through).toBe(false);
    expect(link(see('RU'), 'zabaykalsk--irkutsk').through).toBe(true);
    expect(see(null).own).toBe('KZ');
    expect(see('EU').own).toBe('EU');
  });

  it('marks what the chosen card lies on, and nothing else', () => {
    expect(see('KZ').chosen.nodes.size + see('KZ').chosen.links.size).toBe(0);
    setParam('crossing', {}, 'node', 'aktau');
    chosen.value = 'crossing';
    expect([...(mapModel.value?.chosen.nodes ?? [])]).toEqual(['aktau']);
    setParam('build', { amount: 0.5, financier: 'fund' }, 'project', 'kuryk_port');
    chosen.value = 'build';
    expect(mapModel.value?.chosen.links.has('beyneu--kuryk')).toBe(true);
    expect(mapModel.value?.drafted.links.size).toBe(0);
  });
});

it('numbers pins as the list of news does: only what has a place, six at most', () => {
  const news = [
    { key: 'a' },
    ...['dostyk', 'moscow', 'aktau', 'brest', 'baku', 'xian', 'omsk'].map((at) => ({
      key: 'b',
      node: at,
    })),
  ];
  const pins = pinsOf(news);
  expect(pins.map((pin) => pin.number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(pins[0]?.node).toBe('dostyk');
});
