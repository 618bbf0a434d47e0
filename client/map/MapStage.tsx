import { useEffect, useRef } from 'preact/hooks';
import { isDark, theme } from '../parts/theme.ts';
import { seat } from '../state/game.ts';
import { firstCamera } from './camera.ts';
import { paintGround } from './ground.ts';
import { paletteOf } from './palette.ts';
import { theSheet } from './sheet.ts';
import './map.css';

/** The map with what is drawn on it, its legend and its list; reads the page's signals. */
export function MapStage() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const own = seat.value ?? 'KZ';
  const chosen = theme.value;
  useEffect(() => {
    const element = canvas.current;
    const ctx = element?.getContext('2d');
    if (!element || !ctx || chosen === undefined) return;
    const size = { width: element.clientWidth, height: element.clientHeight };
    element.width = size.width * devicePixelRatio;
    element.height = size.height * devicePixelRatio;
    const init = { sheet: theSheet(), palette: paletteOf(element, isDark()), own };
    paintGround(ctx, init, firstCamera(size), size, size, devicePixelRatio);
  }, [own, chosen]);
  return (
    <div class="map-stage">
      <canvas ref={canvas} class="map-canvas" />
    </div>
  );
}
