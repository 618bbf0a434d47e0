import type { Power } from '../../core/powers.ts';

/** Ids of commands repeat between seats and rounds: names on the table do not. */
export function nameOf(seat: Power, round: number, command: string): string {
  return `${seat}-${round}-${command}`;
}
