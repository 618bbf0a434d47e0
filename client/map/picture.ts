import type { Layer } from '../state/mapLayers.ts';
import type { MapModel } from '../state/mapModel.ts';
import type { Camera, Size } from './camera.ts';
import type { Palette } from './palette.ts';
import type { Sheet } from './sheet.ts';

/** Something on the map that can be pointed at. */
export interface Target {
  readonly kind: 'node' | 'link';
  readonly id: string;
}

/** A part of the stage that something else lies on: [left, top, right, bottom] in CSS pixels. */
export type Box = readonly [number, number, number, number];

/** All that stands over the ground, as it is drawn now. */
export interface Picture {
  readonly sheet: Sheet;
  readonly palette: Palette;
  readonly model: MapModel;
  readonly layer: Layer;
  readonly camera: Camera;
  readonly stage: Size;
  /** k TEU a half-year shown on each link now, on its way to the model's. */
  readonly boxes: ReadonlyMap<string, number>;
  /** Pixels that the chevrons have drifted. */
  readonly drift: number;
  readonly focus: Target | null;
  readonly hover: Target | null;
  /** Parts where no label may stand. */
  readonly covered: readonly Box[];
}

/** Draws with sheet units on; `px` turns pixels on the stage, as meant at zoom 1, into units. */
export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  px(pixels: number): number;
}

/** What the page tells the map; the rest of a picture is the map's own. */
export type Shown = Omit<Picture, 'camera' | 'stage' | 'boxes' | 'drift'>;
