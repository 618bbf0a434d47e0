import type { ComponentChildren } from 'preact';
import { figure } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import type { Layer } from '../state/mapLayers.ts';
import type { MapModel } from '../state/mapModel.ts';
import { arcWidth } from './arcs.ts';
import { flowWidth, LEAST_BOXES } from './flows.ts';
import { pipeWidth } from './links.ts';
import { isQueue } from './marks.ts';

import './legend.css';

const BOXES = [70, 20, 2] as const;
const OIL = [14, 6, 2] as const;

function Sample(props: { readonly children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" focusable="false">
      {props.children}
    </svg>
  );
}

function Entry(props: {
  readonly sample: ComponentChildren;
  readonly words: string;
  readonly help?: string;
}) {
  return (
    <li title={props.help}>
      <Sample>{props.sample}</Sample> {props.words}
      {props.help ? <span class="hidden">: {props.help}</span> : null}
    </li>
  );
}

const bar = (className: string, width: number): ComponentChildren => (
  <path class={className} d="M1 7h26" stroke-width={width} />
);

function transitEntries(model: MapModel, drafted: boolean): ComponentChildren[] {
  const { links } = model;
  const freight = links.filter((link) => link.overland >= LEAST_BOXES);
  const has = (test: (link: MapModel['links'][number]) => boolean): boolean => links.some(test);
  const entries: (ComponentChildren | false)[] = [
    ...BOXES.map((k) => (
      <Entry
        key={k}
        sample={bar('key-flow', flowWidth(k))}
        words={t('map:legend.thousand', { count: k })}
      />
    )),
    freight.some((link) => !link.through) && (
      <Entry
        key="other"
        sample={
          <>
            {bar('key-flow', 7)}
            {bar('key-other', 5)}
          </>
        }
        words={t('map:legend.otherWay', { power: t(`common:power.${model.own as 'KZ'}`) })}
      />
    ),
    // The plainest line makes room for the draft's.
    !drafted && <Entry key="rail" sample={bar('key-rail', 1.2)} words={t('map:legend.rail')} />,
    has(({ state }) => state === 'unbuilt') && (
      <Entry key="unbuilt" sample={bar('key-unbuilt', 1.1)} words={t('map:legend.unbuilt')} />
    ),
    has(({ state }) => state === 'works') && (
      <Entry
        key="works"
        sample={
          <>
            {bar('key-unbuilt', 1.1)}
            <path class="key-works" d="M1 7h13" stroke-width="2.6" />
          </>
        }
        words={t('map:legend.works')}
      />
    ),
    <Entry key="oil" sample={bar('key-oil', 1)} words={t('map:legend.oil')} />,
    has(({ state }) => state === 'closed') && (
      <Entry
        key="closed"
        sample={<path class="key-closed" d="m10 3 8 8m0-8-8 8" stroke-width="2.4" />}
        words={t('map:legend.closed')}
      />
    ),
    <Entry
      key="gauge"
      sample={
        <path
          class="key-gauge"
          d="M11 1h6a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2zm1.4 3v6m3.2-6v6"
        />
      }
      words={t('map:legend.gauge')}
    />,
    model.nodes.some(isQueue) && (
      <Entry
        key="queue"
        sample={<circle class="key-queue" cx="14" cy="7" r="5.6" />}
        words={t('map:legend.queue')}
      />
    ),
  ];
  return entries.filter((entry) => entry !== false);
}

function energyEntries(): ComponentChildren[] {
  return [
    ...OIL.map((mt) => (
      <Entry
        key={mt}
        sample={
          <>
            {bar('key-pipe', pipeWidth(mt))}
            {bar('key-ground', Math.max(0.5, pipeWidth(mt) * 0.3))}
          </>
        }
        words={t('map:legend.megatons', { amount: figure(mt) })}
      />
    )),
    <Entry key="gas" sample={bar('key-gas', 1.6)} words={t('map:legend.gas')} />,
    <Entry key="rail" sample={bar('key-rail', 1.2)} words={t('map:legend.rail')} />,
  ];
}

const VALUES = [10, 3, 1] as const;

function tradeEntries(): ComponentChildren[] {
  return [
    ...VALUES.map((bn) => (
      <Entry
        key={bn}
        sample={bar('key-trade', arcWidth(bn))}
        words={t('map:legend.billions', { amount: figure(bn) })}
      />
    )),
    <Entry
      key="seller"
      sample={<path class="key-arrow" d="M2 7h18m-6-4 7 4-7 4" stroke-width="2" />}
      words={t('map:legend.seller')}
    />,
  ];
}

function opinionEntries(): ComponentChildren[] {
  return [
    <Entry
      key="chip"
      sample={<path class="key-rail" d="M2 7h24M14 3v8M20 7h.1" stroke-width="1.4" />}
      words={t('map:legend.middle')}
    />,
    <Entry
      key="groups"
      sample={<circle class="key-dot" cx="14" cy="7" r="3" />}
      words={t('map:legend.mood')}
    />,
  ];
}

function holdupEntries(): ComponentChildren[] {
  return [
    <Entry
      key="ru"
      sample={bar('key-ru', 2.8)}
      words={t('map:legend.held', { power: t('common:power.RU') })}
    />,
    <Entry
      key="cn"
      sample={bar('key-cn', 2.8)}
      words={t('map:legend.held', { power: t('common:power.CN') })}
    />,
    <Entry key="rail" sample={bar('key-rail', 1.2)} words={t('map:legend.free')} />,
  ];
}

function entriesOf(layer: Layer, model: MapModel, drafted: boolean): ComponentChildren[] {
  switch (layer) {
    case 'transit':
      return transitEntries(model, drafted);
    case 'energy':
      return energyEntries();
    case 'trade':
      return tradeEntries();
    case 'opinion':
      return opinionEntries();
    case 'holdup':
      return holdupEntries();
  }
}

/** One line under the map: only what is drawn on it now. */
export function Legend(props: { readonly model: MapModel; readonly layer: Layer }) {
  const { model, layer } = props;
  const drafted = [model.chosen, model.drafted].some(
    ({ links, nodes }) => links.size + nodes.size > 0,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, by keyboard too
    <ul tabIndex={0} class="map-legend" aria-label={t('map:legend.label')} data-power={model.own}>
      <li class="map-legend-head">{t(`map:legend.head.${layer}`)}</li>
      {entriesOf(layer, model, drafted)}
      {drafted ? <Entry sample={bar('key-draft', 3)} words={t('map:legend.draft')} /> : null}
      <Entry
        sample={<path class="key-hatch" d="M3 13 15 1M9 13 21 1M15 13 27 1" stroke-width="1.2" />}
        words={t('map:legend.disputed')}
        help={t('map:legend.disputedHelp')}
      />
    </ul>
  );
}
