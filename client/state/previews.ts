import { signal } from '@preact/signals';
import type { Params } from '../../shared/core/order.ts';
import { companions, type Effect, type Previewer, previewer } from '../../shared/game/index.ts';
import { content, view } from './game.ts';
import { whenIdle } from './idle.ts';
import { previewKey } from './orders.ts';

/** Effects by preview key. Computed one at a time while the browser has nothing better to do. */
const found = signal<ReadonlyMap<string, readonly Effect[]>>(new Map());
const waiting = new Map<string, { readonly kind: string; readonly params: Params }>();
let running = false;
let looker: { readonly stamp: string; readonly previewer: Previewer } | null = null;

/** One previewer a round: it keeps the course without orders, which all previews share. */
function currentPreviewer(): Previewer | null {
  const c = content.value;
  const v = view.value;
  if (!c || !v?.seat) return null;
  const stamp = `${v.seat} ${v.round} ${v.series.length}`;
  if (looker?.stamp !== stamp) looker = { stamp, previewer: previewer(c, v) };
  return looker.previewer;
}

function work(): void {
  const [next] = waiting;
  if (!next) {
    running = false;
    return;
  }
  const [key, order] = next;
  waiting.delete(key);
  const effects =
    currentPreviewer()?.of([order], companions(view.value?.seat ?? null, order)).effects ?? [];
  found.value = new Map(found.value).set(key, effects);
  whenIdle(work);
}

/** Expected effects of an order, or null while they are being computed. */
export function effectsOf(kind: string, params: Params): readonly Effect[] | null {
  const key = previewKey(kind, params);
  const known = found.value.get(key);
  if (known) return known;
  waiting.set(key, { kind, params });
  if (!running) {
    running = true;
    whenIdle(work);
  }
  return null;
}

/** Forgets everything when another round begins. */
export function clearPreviews(): void {
  waiting.clear();
  found.value = new Map();
}
