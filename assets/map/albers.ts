/**
 * The sheet's projection: conic equal-area (Albers), standard parallels 34° and 55°, central
 * meridian 63° E. Areas are honest and Kazakhstan stands in the middle. One unit of the sheet is
 * one pixel where the sheet from Rotterdam to Lianyungang fills a stage of 1,000 pixels.
 */
const RADIAN = Math.PI / 180;
const SOUTH = 34 * RADIAN;
const NORTH = 55 * RADIAN;
const MERIDIAN = 63;
const CONE = (Math.sin(SOUTH) + Math.sin(NORTH)) / 2;
const BASE = 1 + Math.sin(SOUTH) * Math.sin(NORTH);

export type Point = readonly [number, number];

const radius = (latitude: number): number =>
  Math.sqrt(Math.max(0, BASE - 2 * CONE * Math.sin(latitude * RADIAN))) / CONE;

/** On a sphere of radius 1, the apex of the cone at the origin, y down. */
function onCone(longitude: number, latitude: number): Point {
  const around = CONE * wrapped(longitude - MERIDIAN) * RADIAN;
  const from = radius(latitude);
  return [from * Math.sin(around), from * Math.cos(around)];
}

const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** The sheet is fitted between these: 42 units from the left edge, 942 wide; Rotterdam 45 down. */
const WEST = onCone(4.2, 51.9);
const EAST = onCone(119.4, 34.4);
const SCALE = 942 / (EAST[0] - WEST[0]);
const LEFT = 42 - SCALE * WEST[0];
const TOP = 45 - SCALE * WEST[1];

/** What turns sheet units back into degrees. */
export const PROJECTION = {
  meridian: MERIDIAN,
  cone: CONE,
  base: BASE,
  scale: SCALE,
  left: LEFT,
  top: TOP,
} as const;

/** Degrees → sheet units. */
export function toSheet(longitude: number, latitude: number): Point {
  const [x, y] = onCone(longitude, latitude);
  return [LEFT + SCALE * x, TOP + SCALE * y];
}

/** What a sheet shows in all: [left, top, right, bottom] in sheet units. */
export const SHEET = [-95, -130, 1105, 600] as const;
/** What a wide stage shows at zoom 1, in the same units. */
export const HOME = [0, 0, 1000, 433] as const;
