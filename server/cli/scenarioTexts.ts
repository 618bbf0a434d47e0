import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../shared/core/content.ts';
import type { Finding } from '../../shared/scenarios/check.ts';
import { ASSETS } from '../content.ts';

/** Names that a scenario of the program needs in every language, by what needs them. */
export function missingTexts(content: Content): Finding[] {
  const needed: (readonly [string, string, string])[] = [
    ['scenario', 'id', `front:scenario.${content.id}`],
    ...content.network.nodes.map(
      ({ id }, i) => ['network', `nodes.${i}`, `map:place.${id}`] as const,
    ),
    ...content.network.lines.map(
      ({ id }, i) => ['network', `lines.${i}`, `orders:line.${id}`] as const,
    ),
    ...content.projects.map(
      ({ id }, i) => ['network', `projects.${i}`, `orders:project.${id}`] as const,
    ),
    ...content.objectives.map(
      ({ id }, i) => ['scenario', `objectives.${i}`, `game:objective.${id}`] as const,
    ),
  ];
  return languages().flatMap((language) => {
    const has = (key: string): boolean => {
      const [file, path] = key.split(':') as [string, string];
      return (
        path
          .split('.')
          .reduce<unknown>(
            (tree, name) => (tree as Record<string, unknown> | undefined)?.[name],
            texts(language, file),
          ) !== undefined
      );
    };
    return needed
      .filter(([, , key]) => !has(key))
      .map(([part, path, key]) => ({ part, path, reason: `locales/${language} has no ${key}` }));
  });
}

function languages(): string[] {
  return readdirSync(join(ASSETS, 'locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const read = new Map<string, unknown>();

function texts(language: string, file: string): unknown {
  const path = join(ASSETS, 'locales', language, `${file}.json`);
  if (!read.has(path)) read.set(path, JSON.parse(readFileSync(path, 'utf8')));
  return read.get(path);
}
