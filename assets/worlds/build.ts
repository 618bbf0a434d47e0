/**
 * Derives everything in a world that follows from its other files, in the order in which one
 * stands on the other:
 *
 *   node assets/worlds/build.ts [world] [--check]
 */
import './build-paths.ts';
import './build-start.ts';
