import { HOME, SHEET } from './geography.ts';

/** What a stage shows: the sheet point in its middle and how many pixels a sheet unit takes. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** A stage in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const ZOOM = { least: 0.85, most: 8 } as const;
/** Steps of the zoom keys. */
const STEPS = [1, 1.8, 3.2, 6] as const;
/** Below this width a stage starts on Kazakhstan. */
const NARROW = 620;
/** From the Caspian to Ürümqi. */
const STEPPE = { x: 503, y: 246, width: 372 } as const;

/** Scale at zoom 1: the home part of the sheet fills the stage's width, or its height if that needs more. */
export function homeScale(size: Size): number {
  const wide = size.width / (HOME[2] - HOME[0]);
  if (size.width < NARROW) return wide;
  return Math.max(wide, size.height / (SHEET[3] - SHEET[1]));
}

export function zoomOf(camera: Camera, size: Size): number {
  return camera.k / homeScale(size);
}

/** Keeps a camera between the zooms and on the sheet. */
export function held(camera: Camera, size: Size): Camera {
  const home = homeScale(size);
  const narrow = size.width < NARROW;
  // A narrow stage goes as near as a wide one does, in pixels a unit.
  const most = narrow ? Math.max(ZOOM.most * home, 6) : ZOOM.most * home;
  const k = Math.min(most, Math.max((narrow ? 1 : ZOOM.least) * home, camera.k));
  return {
    x: within(camera.x, SHEET[0], SHEET[2], size.width / k),
    y: within(camera.y, SHEET[1], SHEET[3], size.height / k),
    k,
  };
}

function within(at: number, from: number, to: number, shown: number): number {
  if (shown >= to - from) return (from + to) / 2;
  return Math.min(to - shown / 2, Math.max(from + shown / 2, at));
}

/** The whole sheet, as a wide stage starts. */
export function wholeSheet(size: Size): Camera {
  const k = homeScale(size);
  const middle = (HOME[1] + HOME[3]) / 2;
  return held({ x: (HOME[0] + HOME[2]) / 2, y: middle, k }, size);
}

/** Where a stage starts. */
export function firstCamera(size: Size): Camera {
  if (size.width >= NARROW) return wholeSheet(size);
  return held({ x: STEPPE.x, y: STEPPE.y, k: size.width / STEPPE.width }, size);
}

/** Zooms by a factor and keeps the sheet point under [x, y], in CSS pixels of the stage, in place. */
export function zoomedAt(camera: Camera, size: Size, factor: number, x: number, y: number): Camera {
  const k = held({ ...camera, k: camera.k * factor }, size).k;
  const [dx, dy] = [x - size.width / 2, y - size.height / 2];
  return held(
    { x: camera.x + dx / camera.k - dx / k, y: camera.y + dy / camera.k - dy / k, k },
    size,
  );
}

/** The next zoom step in or out from here. */
export function stepFactor(camera: Camera, size: Size, inward: boolean): number {
  const zoom = zoomOf(camera, size);
  const next = inward
    ? (STEPS.find((step) => step > zoom * 1.05) ?? zoom * 1.6)
    : (STEPS.findLast((step) => step < zoom / 1.05) ?? ZOOM.least);
  return next / zoom;
}

export function toStage(camera: Camera, size: Size, x: number, y: number): [number, number] {
  return [(x - camera.x) * camera.k + size.width / 2, (y - camera.y) * camera.k + size.height / 2];
}

export function fromStage(camera: Camera, size: Size, x: number, y: number): [number, number] {
  return [(x - size.width / 2) / camera.k + camera.x, (y - size.height / 2) / camera.k + camera.y];
}

/** The sheet's part of the stage: [left, top, right, bottom] in CSS pixels. */
export function sheetOnStage(camera: Camera, size: Size): [number, number, number, number] {
  const [left, top] = toStage(camera, size, SHEET[0], SHEET[1]);
  const [right, bottom] = toStage(camera, size, SHEET[2], SHEET[3]);
  return [
    Math.max(0, Math.round(left)),
    Math.max(0, Math.round(top)),
    Math.min(size.width, Math.round(right)),
    Math.min(size.height, Math.round(bottom)),
  ];
}
