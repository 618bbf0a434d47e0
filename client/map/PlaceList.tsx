import { useRef } from 'preact/hooks';
import { figure } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Layer } from '../state/mapLayers.ts';
import { isOcean, type MapLink, type MapModel, type MapNode } from '../state/mapModel.ts';
import { newsText } from '../words/news.ts';
import { LEAST_BOXES } from './flows.ts';
import { type Group, type Item, layerGroup } from './layerList.ts';
import { isQueue } from './marks.ts';
import type { Target } from './picture.ts';
import { linkName, placeName, stateWords, trains } from './words.ts';
import './list.css';

const nodeItem = (node: MapNode): Item => {
  const words = { ...trains(node), days: figure(node.days, 1) };
  return {
    key: node.spec.id,
    target: { kind: 'node', id: node.spec.id },
    name: placeName(node.spec.id),
    says:
      node.capacity > 0
        ? t(isQueue(node) ? 'map:list.limitQueue' : 'map:list.limitLine', words)
        : t(`map:type.${node.spec.type}`),
  };
};

const linkItem = (link: MapLink, says: string): Item => ({
  key: link.spec.id,
  target: { kind: 'link', id: link.spec.id },
  name: linkName(link),
  says: `${t(`map:mode.${link.spec.mode}`)}: ${says}`,
});

function freightItem(link: MapLink): Item {
  const boxes = figure(link.boxes, link.boxes < 10 ? 1 : 0);
  const carried = t('map:list.boxesLine', { boxes, km: figure(link.spec.km) });
  const oil = t('map:list.oilLine', { oil: figure(link.oil, 1) });
  const says = link.oil > 0 ? `${carried}, ${oil}` : carried;
  return linkItem(link, link.state === 'slow' ? `${says}, ${stateWords(link)}` : says);
}

/** Everything that the map draws, in words: what is tight or moves first. */
export function groupsOf(model: MapModel, layer: Layer = 'transit'): readonly Group[] {
  const { links, nodes, pins } = model;
  const roads = links.filter(({ spec }) => spec.mode !== 'oil' && spec.mode !== 'gas');
  const groups: Group[] = [
    ...layerGroup(model, layer),
    {
      id: 'news',
      heading: t('map:list.news'),
      items: pins.map((pin) => ({
        key: `pin ${pin.number}`,
        target: { kind: 'node', id: pin.node },
        name: placeName(pin.node),
        says: newsText(pin.news),
        mark: pin.number,
      })),
    },
    {
      id: 'limits',
      heading: t('map:list.limits'),
      items: nodes
        .filter((node) => node.capacity > 0)
        .sort((a, b) => b.load - a.load)
        .map(nodeItem),
    },
    {
      id: 'freight',
      heading: t('map:list.freight'),
      items: roads
        .filter((link) => link.boxes >= LEAST_BOXES && !isOcean(link.spec))
        .sort((a, b) => b.overland - a.overland)
        .map(freightItem),
    },
    {
      id: 'works',
      heading: t('map:list.works'),
      items: roads
        .filter((link) => link.state === 'works')
        .map((link) => linkItem(link, stateWords(link))),
    },
    {
      id: 'closed',
      heading: t('map:list.closed'),
      items: roads
        .filter(({ state }) => state === 'closed' || state === 'slow' || state === 'unbuilt')
        .map((link) => linkItem(link, stateWords(link))),
    },
    {
      id: 'pipes',
      heading: t('map:list.pipes'),
      items: links
        .filter(({ spec }) => spec.mode === 'oil' || spec.mode === 'gas')
        .sort((a, b) => b.oil - a.oil)
        .map((link) =>
          linkItem(
            link,
            link.oil > 0 ? t('map:list.oilLine', { oil: figure(link.oil, 1) }) : stateWords(link),
          ),
        ),
    },
    {
      id: 'places',
      heading: t('map:list.places'),
      items: nodes.filter((node) => node.capacity <= 0).map(nodeItem),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The map as a list: focus marks an item on the map, Enter brings it into view. */
export function PlaceList(props: {
  readonly model: MapModel;
  readonly layer: Layer;
  onFocus(target: Target | null): void;
  onGo(target: Target): void;
  onClose(): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const groups = groupsOf(props.model, props.layer);
  const first = groups[0]?.items[0]?.key;
  const move = (event: KeyboardEvent): void => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('.place-item') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    if (event.key === 'Escape') {
      event.preventDefault();
      props.onClose();
      return;
    }
    const next = to[event.key];
    if (next === undefined || !all[next]) return;
    event.preventDefault();
    all[next].focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move among the buttons inside
    <div class="place-list" ref={box} onKeyDown={move}>
      <div class="place-list-head">
        <h3>{t('map:list.heading')}</h3>
        <button type="button" class="icon-button" onClick={props.onClose}>
          <Icon path={x} />
          <span class="hidden">{t('common:close')}</span>
        </button>
      </div>
      <p class="place-hint">{t('map:list.hint')}</p>
      {groups.map((group) => (
        <section key={group.id}>
          <h4>{group.heading}</h4>
          <ul>
            {group.items.map((item) => (
              <li key={item.key}>
                <button
                  type="button"
                  class="place-item"
                  tabIndex={item.key === first ? 0 : -1}
                  onFocus={() => props.onFocus(item.target)}
                  onBlur={() => props.onFocus(null)}
                  onClick={() => props.onGo(item.target)}
                >
                  {item.mark ? <b class="pin">{item.mark}</b> : null}
                  <b>{item.name}</b> <span>{item.says}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
