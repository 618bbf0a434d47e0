/**
 * Derives everything in a scenario that follows from its other files, in the order in which one
 * stands on the other:
 *
 *   node assets/scenarios/build.ts [scenario] [--check]
 */
import './build-paths.ts';
import './build-start.ts';
