import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folder of a world that comes with the program, or any folder when it is given as a path. */
export function worldFolder(given: string): URL {
  return given.includes('/') || given.includes(sep)
    ? pathToFileURL(`${resolve(given)}/`)
    : new URL(`./${given}/`, import.meta.url);
}
