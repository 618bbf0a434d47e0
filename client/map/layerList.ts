import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import type { Layer } from '../state/mapLayers.ts';
import type { MapModel } from '../state/mapModel.ts';
import type { Target } from './picture.ts';

/** A line of the list: what it marks on the map, its name and what is said of it. */
export interface Item {
  readonly key: string;
  readonly target: Target;
  readonly name: string;
  readonly says: string;
  readonly mark?: number;
}

export interface Group {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly Item[];
}

/** A place that stands for a side of the trade: what the list brings into view. */
const PLACE: Readonly<Record<string, string>> = {
  KZ: 'astana',
  RU: 'moscow',
  CN: 'xian',
  EU: 'duisburg',
  CA: 'tashkent',
};

const sideName = (side: string): string => named('map:side', side);

/** What the shown layer adds to the map, in words; nothing for the layers whose lines the list has anyway. */
export function layerGroup(model: MapModel, layer: Layer): readonly Group[] {
  const items = itemsOf(model, layer);
  if (items.length === 0) return [];
  return [{ id: layer, heading: t(`map:sheet.${layer}.title`), items }];
}

function itemsOf(model: MapModel, layer: Layer): readonly Item[] {
  switch (layer) {
    case 'energy':
      return model.contracts.map((one) => ({
        key: `contract ${one.fuel} ${one.power}`,
        target: { kind: 'node', id: PLACE[one.power] ?? 'astana' },
        name: t('map:list.contract', {
          fuel: named('map:fuel', one.fuel),
          power: sideName(one.power),
        }),
        says: t('map:list.contractLine', { amount: figure(one.amount, 1), count: one.left }),
      }));
    case 'trade':
      return [...model.trade]
        .sort((a, b) => b.value - a.value)
        .map(({ from, to, value, grey }) => ({
          key: `trade ${from} ${to}`,
          target: { kind: 'node', id: PLACE[from === 'KZ' ? to : from] ?? 'astana' },
          name: t('map:list.sells', { from: sideName(from), to: sideName(to) }),
          says:
            grey === null
              ? t('map:list.worth', { value: figure(value, 1) })
              : t('map:list.worthGrey', { value: figure(value, 1), grey: figure(grey) }),
        }));
    case 'opinion':
      return model.moods.map((mood) => ({
        key: `mood ${mood.segment}`,
        target: { kind: 'node', id: mood.node },
        name: named('map:mood.long', mood.segment),
        says: t('map:list.mood', {
          eeu: figure(mood.eeu),
          china: figure(mood.china),
          fear: figure(mood.fear),
        }),
      }));
    case 'holdup':
      return model.holds.flatMap(({ power, total, domains }) => [
        {
          key: `hold ${power}`,
          target: { kind: 'node', id: PLACE[power] ?? 'astana' },
          name: sideName(power),
          says: t('map:list.hold', {
            total: figure(total),
            parts: domains
              .filter(({ part }) => part >= 0.5)
              .sort((a, b) => b.part - a.part)
              .map(({ id, part }) => `${named('map:domain', id)} ${figure(part)}`)
              .join(', '),
          }),
        },
      ]);
    default:
      return [];
  }
}
