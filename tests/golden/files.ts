import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GoldenScript } from './game.ts';

const FOLDER = fileURLToPath(new URL('./games/', import.meta.url));

export function goldenNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((f) => f.endsWith('.json'))
    .map((f) => f.slice(0, -'.json'.length))
    .sort();
}

export function goldenScript(name: string): GoldenScript {
  return JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as GoldenScript;
}

/** The transcript on record; empty when none was written yet. */
export function goldenTranscript(name: string): string {
  const path = `${FOLDER}${name}.txt`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export function writeTranscript(name: string, transcript: string): void {
  writeFileSync(`${FOLDER}${name}.txt`, transcript);
}
