import * as lucide from './lucide.ts';

const BY_NAME: Readonly<Record<string, string>> = lucide;

/** An icon that content names in Lucide's way, as in `trending-up`; an empty path for an unknown one. */
export function iconNamed(name: string): string {
  return BY_NAME[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? '';
}
