import { computed, effect, signal } from '@preact/signals';
import { type Dealer, type DraftedOrder, dealer } from '../../shared/game/index.ts';
import { content, view } from './game.ts';
import { whenIdle } from './idle.ts';

/** Settings weighed in one go; a card table on a slow machine stays answerable in between. */
const AT_ONCE = 3;

interface Dealt {
  readonly stamp: string;
  readonly orders: readonly DraftedOrder[];
}

const dealt = signal<Dealt | null>(null);

/** One hand a round: it does not change while orders are drafted. */
const stamp = computed(() => {
  const v = view.value;
  if (!v?.seat || !content.value || v.phase === 'lobby' || v.phase === 'debrief') return '';
  return `${v.scenario} ${v.seat} ${v.round} ${v.series.length}`;
});

function deal(of: string, one: Dealer): void {
  if (stamp.peek() !== of) return;
  for (let i = 0; i < AT_ONCE; i += 1) {
    if (one.step()) continue;
    dealt.value = { stamp: of, orders: one.hand() };
    return;
  }
  whenIdle(() => deal(of, one));
}

// Between a report and the next round nothing is dealt: the numbers are the new ones already.
effect(() => {
  const of = stamp.value;
  const c = content.peek();
  const v = view.peek();
  if (!of || dealt.peek()?.stamp === of || !c || !v || v.phase === 'report') return;
  const one = dealer(c, v);
  whenIdle(() => deal(of, one));
});

/** The dealt hand; null while it is being dealt. */
export const dealtHand = computed<readonly DraftedOrder[] | null>(() =>
  dealt.value && dealt.value.stamp === stamp.value ? dealt.value.orders : null,
);
