import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { language, t } from '../i18n/messages.ts';
import { locateFixed, map as mapIcon, minus, plus } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { isDark, theme } from '../parts/theme.ts';
import { view } from '../state/game.ts';
import { type Layer, layersAt } from '../state/mapLayers.ts';
import { type MapModel, mapModel } from '../state/mapModel.ts';
import { homeScale, stepFactor, wholeSheet } from './camera.ts';
import type { MapHandle } from './engine.ts';
import { FactSheet, Tip as TipBox } from './Facts.tsx';
import { listen } from './gestures.ts';
import { targetAt } from './hit.ts';
import { Legend } from './Legend.tsx';
import { lengthOf, pointAt } from './lines.ts';
import { PlaceList } from './PlaceList.tsx';
import { paletteOf } from './palette.ts';
import type { Box, Shown, Target } from './picture.ts';
import { theSheet } from './sheet.ts';
import { paintStill } from './still.ts';
import { type Facts, factsOf } from './words.ts';
import './map.css';

/** How near the map goes to something that the list brings into view. */
const NEAR = 2.4;
const PAN_KEY = 90;

interface Tip {
  readonly x: number;
  readonly y: number;
  readonly facts: Facts;
}

/** The map with what is drawn on it, its legend and its list; reads the page's signals. */
export function MapStage() {
  const model = mapModel.value;
  return model ? <Stage model={model} /> : <div class="map-stage" />;
}

function Stage(props: { readonly model: MapModel }) {
  const host = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const handle = useRef<MapHandle | null>(null);
  const layer = useSignal<Layer>('transit');
  const focus = useSignal<Target | null>(null);
  const hover = useSignal<Target | null>(null);
  const tip = useSignal<Tip | null>(null);
  const picked = useSignal<Target | null>(null);
  const listed = useSignal(false);
  const system = useSignal(0);

  /** Boxes of the controls that lie on the map: no label stands under them. */
  const covered = (): readonly Box[] => {
    const frame = host.current?.getBoundingClientRect();
    if (!frame) return [];
    const controls = host.current?.parentElement?.querySelectorAll(
      '.cartouche, .map-zoom, .map-list-key, .place-list, .map-facts',
    );
    return [...(controls ?? [])].map((control): Box => {
      const box = control.getBoundingClientRect();
      return [
        box.left - frame.left - 2,
        box.top - frame.top - 2,
        box.right - frame.left + 2,
        box.bottom - frame.top + 2,
      ];
    });
  };
  const shown = (now: MapModel): Shown => ({
    sheet: theSheet(),
    palette: paletteOf(host.current ?? document.documentElement, isDark()),
    model: now,
    layer: layer.value,
    focus: focus.value ?? picked.value,
    hover: hover.value,
    covered: covered(),
  });

  useEffect(() => {
    const media = matchMedia('(prefers-color-scheme: dark)');
    const changed = (): void => {
      system.value += 1;
    };
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, [system]);

  // After the controls have their new words: what they cover is measured then.
  const spoken = language();
  useEffect(() => {
    system.value += 1;
  }, [spoken, system]);

  useSignalEffect(() => {
    const now = mapModel.value;
    // Read so that a change of colours draws anew; the page sets them in the same turn.
    const colours = [theme.value, system.value];
    const next = now && colours.length > 0 ? shown(now) : null;
    // Without its engine the map is a still picture, but a true one.
    if (next && handle.current) handle.current.show(next);
    else if (next && still.current) paintStill(still.current, next);
  });

  useEffect(() => {
    const element = host.current;
    const first = mapModel.peek();
    if (!element || !first) return;
    let ended = false;
    let stop = (): void => {};
    const watch = new ResizeObserver(() => {
      if (handle.current) {
        handle.current.resize();
        const now = mapModel.peek();
        if (now) handle.current.show(shown(now));
      } else if (still.current) paintStill(still.current, shown(mapModel.peek() ?? first));
    });
    watch.observe(element);
    const begin = ({ mountMap }: typeof import('./engine.ts')): void => {
      const now = mapModel.peek();
      if (ended || !now) return;
      const made = mountMap(element, shown(now));
      handle.current = made;
      const at = (px: number, py: number, touch: boolean): Target | null => {
        const current = mapModel.peek();
        if (!current) return null;
        const [camera, stage] = [made.camera(), made.size()];
        return targetAt(
          { model: current, sheet: theSheet(), layer: layer.peek(), camera, stage },
          px,
          py,
          touch,
        );
      };
      stop = listen(element, {
        pan: (dx, dy) => made.pan(dx, dy),
        zoom: (factor, px, py) => made.zoom(factor, px, py),
        hover(spot) {
          const target = spot ? at(spot[0], spot[1], false) : null;
          const current = mapModel.peek();
          const facts = target && current ? factsOf(current, target) : null;
          if (target?.id !== hover.peek()?.id) hover.value = target;
          tip.value = facts && spot ? { x: spot[0], y: spot[1], facts } : null;
        },
        tap(px, py, touch) {
          picked.value = at(px, py, touch);
          tip.value = null;
        },
      });
    };
    // Where the engine does not come, the still picture and the list stay.
    import('./engine.ts').then(begin, () => undefined);
    return () => {
      ended = true;
      stop();
      watch.disconnect();
      handle.current?.destroy();
      handle.current = null;
    };
  }, []);

  const zoom = (inward: boolean): void => {
    const made = handle.current;
    if (!made) return;
    const size = made.size();
    made.zoom(stepFactor(made.camera(), size, inward), size.width / 2, size.height / 2, true);
  };
  const whole = (): void => {
    const made = handle.current;
    if (made) made.moveTo(wholeSheet(made.size()));
  };
  const spotOf = (target: Target): readonly [number, number] => {
    const sheet = theSheet();
    if (target.kind === 'node') return sheet.nodes[target.id] ?? [0, 0];
    const line = sheet.link(target.id);
    const [spotX, spotY] = pointAt(line, lengthOf(line) / 2);
    return [spotX, spotY];
  };
  const go = (target: Target): void => {
    const made = handle.current;
    if (!made) return;
    const [spotX, spotY] = spotOf(target);
    const size = made.size();
    const near = NEAR * Math.max(homeScale(size), 0.9);
    const k = Math.max(made.camera().k, near);
    // An open list covers a part of the stage: the middle is that of the rest.
    const list = host.current?.parentElement?.querySelector('.place-list')?.clientWidth ?? 0;
    const aside = list < size.width * 0.6 ? list / 2 / k : 0;
    made.moveTo({ x: spotX + aside, y: spotY, k });
    picked.value = target;
  };
  const onKey = (event: KeyboardEvent): void => {
    const made = handle.current;
    if (!made || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => made.pan(PAN_KEY, 0),
      ArrowRight: () => made.pan(-PAN_KEY, 0),
      ArrowUp: () => made.pan(0, PAN_KEY),
      ArrowDown: () => made.pan(0, -PAN_KEY),
      '+': () => zoom(true),
      '=': () => zoom(true),
      '-': () => zoom(false),
      '0': whole,
      Escape: () => {
        picked.value = null;
      },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  const { model } = props;
  const facts = picked.value ? factsOf(model, picked.value) : null;
  const hint = tip.value;
  return (
    <div class="map-stage" data-layer={layer.value}>
      <div class="map-field">
        <canvas ref={still} class="map-still" />
        <div
          ref={host}
          id="map-panel"
          class="map-host"
          role="tabpanel"
          aria-label={t('map:stage.label')}
          aria-describedby="map-keys"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map, its list says the rest
          tabIndex={0}
          onKeyDown={onKey}
        />
        <p id="map-keys" class="hidden">
          {t('map:stage.keys')}
        </p>
        <div class="cartouche">
          <div class="cartouche-words">
            <h2>{t(`map:sheet.${layer.value}.title`)}</h2>
            <p>{t(`map:sheet.${layer.value}.says`)}</p>
          </div>
          <Tabs
            prefix="map"
            class="joined map-layers"
            label={t('game:map.layers')}
            tabs={layersAt(view.value?.depth ?? 'intro').map((id) => ({
              id,
              label: t(`map:sheet.${id}.tab`),
            }))}
            value={layer.value}
            onChoose={(id) => {
              layer.value = id;
            }}
          />
        </div>
        <fieldset class="map-zoom">
          <legend class="hidden">{t('map:stage.zoom')}</legend>
          <button type="button" onClick={() => zoom(true)} title={t('game:map.zoomIn')}>
            <Icon path={plus} size={18} />
            <span class="hidden">{t('game:map.zoomIn')}</span>
          </button>
          <button type="button" onClick={() => zoom(false)} title={t('game:map.zoomOut')}>
            <Icon path={minus} size={18} />
            <span class="hidden">{t('game:map.zoomOut')}</span>
          </button>
          <button type="button" onClick={whole} title={t('game:map.whole')}>
            <Icon path={locateFixed} size={18} />
            <span class="hidden">{t('game:map.whole')}</span>
          </button>
        </fieldset>
        <button
          type="button"
          id="places"
          class="map-list-key"
          aria-expanded={listed.value}
          onClick={() => {
            listed.value = !listed.value;
          }}
        >
          <Icon path={mapIcon} /> {t('game:map.list')}
        </button>
        {listed.value ? (
          <PlaceList
            model={model}
            layer={layer.value}
            onFocus={(target) => {
              focus.value = target;
            }}
            onGo={go}
            onClose={() => {
              listed.value = false;
              focus.value = null;
              document.getElementById('places')?.focus();
            }}
          />
        ) : null}
        {hint && !facts ? (
          <TipBox
            facts={hint.facts}
            x={hint.x}
            y={hint.y}
            width={host.current?.clientWidth ?? 0}
            height={host.current?.clientHeight ?? 0}
          />
        ) : null}
        {facts ? (
          <FactSheet
            facts={facts}
            onClose={() => {
              picked.value = null;
            }}
          />
        ) : null}
      </div>
      <Legend model={model} layer={layer.value} />
    </div>
  );
}
