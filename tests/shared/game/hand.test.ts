import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { chooseOrders } from '../../../shared/bots/index.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import {
  advance,
  candidates,
  createGame,
  dealHand,
  judged,
  preview,
  sceneOfView,
  submit,
  viewFor,
} from '../../../shared/game/index.ts';
import { orderKind } from '../../../shared/orders/index.ts';

const content = contentOf('lesson');

/** The deliberations of one game that bots play. */
function deliberations(seed: number) {
  const list = [];
  let state = createGame(content, { seed, depth: 'intro' });
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') {
      list.push(state);
      for (const power of POWERS) {
        for (const [i, order] of chooseOrders(content, viewFor(content, state, power)).entries()) {
          const id = `${power}${i}`;
          const done = submit(content, state, power, 'bot', {
            id,
            round: state.round,
            type: 'draft',
            order,
          });
          if (done.ok) state = done.state;
        }
      }
    }
    state = advance(content, state);
  }
  return list;
}

const moments = deliberations(4);

describe.each(POWERS)('the hand of %s', (power) => {
  const views = moments.map((state) => viewFor(content, state, power));

  it('holds at most four kinds, each once, each of them legal as dealt', () => {
    for (const view of views) {
      const hand = dealHand(content, view);
      const scene = sceneOfView(content, view);
      const legal = new Set(
        candidates(scene)
          .filter(({ kind, params }) => !judged(scene, [], kind, params).refusal)
          .map(({ kind }) => kind),
      );
      expect(hand.length).toBe(Math.min(4, legal.size));
      expect(new Set(hand.map(({ kind }) => kind)).size).toBe(hand.length);
      for (const { kind, params } of hand) {
        expect(judged(scene, [], kind, params).refusal).toBeNull();
      }
    }
  });

  it('is dealt alike twice, and does not look at drafts', () => {
    for (const view of views) {
      const hand = dealHand(content, view);
      const [first] = hand;
      const drafts = first ? [{ id: 'x', giver: 'person' as const, ...first }] : [];
      expect(dealHand(content, { ...view, drafts })).toEqual(hand);
    }
  });

  it('holds the kind that moves the own score most', () => {
    for (const view of views) {
      const scene = sceneOfView(content, view);
      let top = { kind: '', reach: 0 };
      for (const { kind, params } of candidates(scene)) {
        const offer = judged(scene, [], kind, params);
        // Answers to an event lie outside the hand.
        if (offer.refusal || orderKind(kind)?.reaction?.(params)) continue;
        const reach = Math.abs(preview(content, view, [{ kind, params: offer.params }]).score);
        if (reach > top.reach) top = { kind, reach };
      }
      if (top.kind) expect(dealHand(content, view).map(({ kind }) => kind)).toContain(top.kind);
    }
  });
});

it('answers what went worst, where an order can', () => {
  const state = moments[3];
  if (!state) throw new Error('no fourth round');
  const view = viewFor(content, state, 'KZ');
  const sore = (id: string) => ({
    ...view,
    report: view.report && {
      ...view.report,
      indicators: view.report.indicators.map((r) => ({
        ...r,
        is: r.id === id ? r.was - 50 : r.was,
      })),
    },
  });
  for (const id of ['transit', 'autonomy']) {
    const hand = dealHand(content, sore(id));
    const helps = hand.some(
      (order) =>
        (preview(content, view, [order]).effects.find((e) => e.id === id)?.arrows ?? 0) > 0,
    );
    expect(helps, id).toBe(true);
  }
});
