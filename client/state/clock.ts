import { computed, effect, signal } from '@preact/signals';
import { timeLeft } from './connection.ts';
import { room } from './game.ts';

const TICK = 250;
/** Below this many seconds the clock is underlined and it is said once. */
export const SOON = 20;

const now = signal(Date.now());

/** Starts the page's clock. It ticks only while the room has a deadline. */
export function startClock(): void {
  let timer = 0;
  effect(() => {
    const running = (room.value?.deadline ?? 0) > 0;
    clearInterval(timer);
    now.value = Date.now();
    if (running) timer = window.setInterval(() => (now.value = Date.now()), TICK);
  });
}

/** Seconds that are left of the phase; null when it has no deadline. A stopped clock stands. */
export const secondsLeft = computed<number | null>(() => {
  const r = room.value;
  if (!r) return null;
  if (r.deadline > 0) {
    // Read so that the line is computed anew with each tick.
    const left = now.value > 0 ? timeLeft() : null;
    return left === null ? null : Math.ceil(left / 1000);
  }
  return r.left > 0 ? Math.ceil(r.left / 1000) : null;
});

/** Share of the phase that has passed, 0..1; null when it has no deadline. */
export const phaseShare = computed<number | null>(() => {
  const length = room.value?.length ?? 0;
  const left = secondsLeft.value;
  if (length <= 0 || left === null) return null;
  return Math.min(1, Math.max(0, 1 - (left * 1000) / length));
});
