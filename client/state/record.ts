import { computed, effect, signal } from '@preact/signals';
import type { GivenOrder } from '../../shared/core/state.ts';
import { room, view } from './game.ts';

/** Orders of all powers by resolved round; null where this device did not see the report. */
type OrderRecord = readonly (readonly GivenOrder[] | null)[];

const PREFIX = 'multivector.orders.';
const rows = signal<OrderRecord>([]);

function read(code: string): OrderRecord {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + code) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function keep(code: string, record: OrderRecord): void {
  try {
    localStorage.setItem(PREFIX + code, JSON.stringify(record));
  } catch {
    // Full or forbidden: the page's own memory holds it.
  }
}

/** The record with one round's orders entered. */
export function entered(
  record: OrderRecord,
  round: number,
  orders: readonly GivenOrder[],
): OrderRecord {
  return Array.from({ length: Math.max(record.length, round + 1) }, (_, i) =>
    i === round ? orders : (record[i] ?? null),
  );
}

/**
 * Notes the orders of each report as it comes, so that the end can show them all: the game's own
 * state keeps only the last round's.
 */
export function startRecord(): void {
  let code = '';
  effect(() => {
    const now = room.value?.code ?? '';
    if (now && now !== code) {
      code = now;
      rows.value = read(code);
    }
  });
  effect(() => {
    const report = view.value?.report;
    if (!report || !code || rows.peek()[report.round]) return;
    rows.value = entered(rows.peek(), report.round, report.orders);
    keep(code, rows.value);
  });
}

/** Orders by round, as far as this device saw them. */
export const orderRecord = computed<OrderRecord>(() => rows.value);
