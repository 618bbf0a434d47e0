import { computed, signal } from '@preact/signals';
import type { Content } from '../../shared/core/content.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { Refusal } from '../../shared/core/refusal.ts';
import type { View } from '../../shared/core/view.ts';
import type { Notice } from '../../shared/protocol/hall.ts';
import type { RoomInfo, SeatInfo } from '../../shared/protocol/messages.ts';

/**
 * What the page knows: the content of the scenario, the seat's view, the room as everybody sees it.
 * Panels read it; only the connection writes it.
 */
export const content = signal<Content | null>(null);
export const view = signal<View | null>(null);
export const room = signal<RoomInfo | null>(null);

/** What the facilitator of a session has told this table and this seat. */
export const notices = signal<readonly Notice[]>([]);

/** The state of the connection, as the person has to know it. */
export type Status =
  | 'connecting'
  | 'connected'
  | 'offline'
  | 'second'
  | 'removed'
  | 'deleted'
  | 'lost';
export const status = signal<Status>('connecting');
/** Why the connection could not be made at all. */
export const trouble = signal<Refusal | null>(null);

export const seat = computed<Power | null>(() => view.value?.seat ?? null);
export const phase = computed(() => room.value?.phase ?? view.value?.phase ?? 'lobby');
export const round = computed(() => room.value?.round ?? view.value?.round ?? 0);
/** Rounds that have been resolved. */
export const played = computed(() => Math.max(0, (view.value?.series.length ?? 1) - 1));
export const rounds = computed(() => content.value?.halves.length ?? room.value?.rounds ?? 0);

export const ownSeat = computed<SeatInfo | null>(
  () => room.value?.seats.find((s) => s.power === seat.value) ?? null,
);
export const isHost = computed(() => seat.value !== null && room.value?.host === seat.value);
export const isReady = computed(() => {
  const own = seat.value;
  return own !== null && (ownSeat.value?.ready ?? view.value?.ready.includes(own) ?? false);
});

/** The half-year being played, as in `2014H2`. */
export const half = computed(() => {
  const halves = content.value?.halves ?? [];
  return halves[Math.min(round.value, halves.length - 1)] ?? '';
});
