import type { Power } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';

/** One seat of one world, as the facilitator's sheet tells it. */
export interface ParticipationRow {
  readonly world: number;
  readonly power: Power;
  /** Pseudonyms of its people, the head first; empty for a bot's seat. */
  readonly names: string;
  readonly rounds: number;
  /** Orders that people gave, and that a bot gave in their seat. */
  readonly orders: number;
  readonly ordersByBot: number;
  /** Resolved rounds in which its people gave no order. */
  readonly silentRounds: number;
  readonly words: number;
  /** Offers laid down by the power, and signatures of its people under what came into force. */
  readonly offers: number;
  readonly signatures: number;
}

/** What the people of a seat did in a game so far; counts nothing that is secret in itself. */
export function participationOf(
  state: GameState,
  power: Power,
  world: number,
  names: readonly string[],
): ParticipationRow {
  const own = state.past.map(({ orders }) => orders.filter((o) => o.power === power));
  const byPeople = own.map((orders) => orders.filter(({ giver }) => giver === 'person').length);
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return {
    world,
    power,
    names: names.join(' / '),
    rounds: state.past.length,
    orders: sum(byPeople),
    ordersByBot: sum(own.map(({ length }) => length)) - sum(byPeople),
    silentRounds: byPeople.filter((count) => count === 0).length,
    words: state.talks.statements.filter(({ by }) => by === power).length,
    offers: state.talks.proposals.filter((p) => p.by === power && p.draft === null).length,
    signatures: sum(
      state.talks.agreements.map(
        ({ signed }) => signed.filter((s) => s.power === power && s.giver === 'person').length,
      ),
    ),
  };
}

const HEADS = [
  'world',
  'power',
  'names',
  'rounds',
  'orders',
  'ordersByBot',
  'silentRounds',
  'words',
  'offers',
  'signatures',
] as const satisfies readonly (keyof ParticipationRow)[];

/**
 * The sheet as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read names in any script). A name that a
 * spreadsheet would take for a formula is written as text.
 */
export function participationCsv(rows: readonly ParticipationRow[]): string {
  const lines = [HEADS.map(cell), ...rows.map((row) => HEADS.map((head) => cell(row[head])))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
