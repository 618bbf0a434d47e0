declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  /** Gives every point of every arc a weight: the area it spans, in the topology's own units. */
  export function presimplify(topology: Topology): Topology;
  /** Drops the points whose weight is below the least. */
  export function simplify(topology: Topology, least: number): Topology;
}
