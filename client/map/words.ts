import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import type { MapLink, MapModel, MapNode } from '../state/mapModel.ts';
import { isQueue } from './marks.ts';
import type { Target } from './picture.ts';

export const placeName = (id: string): string => named('map:place', id);

export function linkName(link: MapLink): string {
  return t('map:fact.link', { from: placeName(link.spec.from), to: placeName(link.spec.to) });
}

export function stateWords(link: MapLink): string {
  return t(`map:state.${link.state}`, { share: figure(link.built * 100) });
}

/** Trains a day on their way through, with the most that there can be. */
export function trains(node: MapNode): { readonly now: string; readonly most: string } {
  return { now: figure(node.load * node.capacity), most: figure(node.capacity) };
}

export interface Fact {
  readonly value: string;
  readonly unit: string;
}

/** What is said of a place or link: its name, one line, a warning where there is one, figures. */
export interface Facts {
  readonly name: string;
  readonly line: string;
  readonly warning: string | null;
  readonly figures: readonly Fact[];
}

function nodeFacts(node: MapNode): Facts {
  const { spec } = node;
  const country = named('map:country', spec.country);
  const about = t('map:fact.placeIn', { type: t(`map:type.${spec.type}`), country });
  const figures: Fact[] = [];
  if (node.capacity > 0) {
    figures.push({ value: t('map:fact.trains', trains(node)), unit: t('map:fact.trainsUnit') });
    figures.push({ value: figure(node.days, 1), unit: t('map:fact.days') });
    if (node.wait >= 0.05) figures.push({ value: figure(node.wait, 1), unit: t('map:fact.wait') });
  }
  return {
    name: placeName(spec.id),
    line: spec.gaugeBreak ? `${about}; ${t('map:fact.gauge')}` : about,
    warning: isQueue(node) ? t('map:fact.queue') : null,
    figures,
  };
}

function linkFacts(link: MapLink): Facts {
  const { spec } = link;
  const figures: Fact[] = [];
  const pipe = spec.mode === 'oil' || spec.mode === 'gas';
  if (link.oil > 0) figures.push({ value: figure(link.oil, 1), unit: t('map:fact.oil') });
  if (!pipe && link.state !== 'unbuilt' && link.state !== 'works') {
    const withSea = link.boxes - link.overland > 0.5;
    figures.push({
      value: figure(link.boxes, link.boxes < 10 ? 1 : 0),
      unit: t(withSea ? 'map:fact.boxesSea' : 'map:fact.boxes'),
    });
  }
  figures.push({ value: figure(spec.km), unit: t('map:fact.km') });
  if (spec.days > 0) figures.push({ value: figure(spec.days, 1), unit: t('map:fact.travel') });
  return {
    name: linkName(link),
    line: `${t(`map:mode.${spec.mode}`)}, ${stateWords(link)}`,
    warning: null,
    figures,
  };
}

/** Facts of what is pointed at, or null when it is not on the map any more. */
export function factsOf(model: MapModel, target: Target): Facts | null {
  if (target.kind === 'node') {
    const node = model.nodes.find((n) => n.spec.id === target.id);
    return node ? nodeFacts(node) : null;
  }
  const link = model.links.find((l) => l.spec.id === target.id);
  return link ? linkFacts(link) : null;
}
