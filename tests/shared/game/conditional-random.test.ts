/** Whatever is laid down with whatever in its place: what was accepted holds at the deadline. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Params } from '../../../shared/core/order.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import {
  candidates,
  describeOrder,
  judged,
  mostOrders,
  sceneOfView,
  slotsTaken,
  sumOf,
} from '../../../shared/game/index.ts';
import { content, DEAL, Desk } from './desk.ts';

/** A draft of a seat: which of its orders, which in its place, and whether it hangs on the offer at all. */
const wish = fc.record({
  seat: fc.constantFrom<Power>('KZ', 'RU'),
  order: fc.nat(500),
  other: fc.option(fc.nat(500), { freq: 6 }),
  hangs: fc.constantFrom(true, true, true, false),
});

/** Others would have to answer it first. */
const isFiled = (kind: string, params: Params): boolean => {
  const { partners, joint, motion } = describeOrder(kind);
  return Boolean(partners?.(params).length || joint?.(params) || motion?.(params));
};

it('accepted drafts fit together in either branch, and none fails for its price', () => {
  let conditional = 0;
  let gaveWay = 0;
  fc.assert(
    fc.property(
      fc.array(wish, { minLength: 1, maxLength: 10 }),
      fc.boolean(),
      fc.integer({ min: 2, max: 6 }),
      (wishes, signs, capital) => {
        const desk = new Desk().offer().set('pc(KZ)', capital).set('pc(RU)', capital);
        for (const { seat, order, other, hangs } of wishes) {
          const scene = sceneOfView(content, desk.view(seat));
          const all = candidates(scene).filter(
            ({ kind, params }) =>
              !judged(scene, [], kind, params).refusal && !isFiled(kind, params),
          );
          if (all.length === 0) continue;
          const at = (n: number) => all[n % all.length];
          const otherwise = other === null ? null : at(other);
          const proviso = hangs ? { proviso: { agreement: DEAL, otherwise } } : {};
          desk.try(seat, { type: 'draft', order: at(order), ...proviso });
          const drafts = desk.state.drafts[seat];
          const { pc, money } = sumOf(sceneOfView(content, desk.view(seat)), drafts);
          expect(pc).toBeLessThanOrEqual(capital + 1e-9);
          expect(money).toBeLessThanOrEqual(content.envelope[seat] + 1e-9);
          expect(slotsTaken(drafts)).toBeLessThanOrEqual(mostOrders(content, 'standard'));
        }
        const hung = POWERS.flatMap((p) => desk.state.drafts[p].filter((d) => d.proviso));
        conditional += hung.length;
        if (!signs) gaveWay += hung.length;
        if (signs) desk.sign();
        desk.to('report');
        const failed = (desk.state.report?.failed ?? []).map((f) => f.refusal.code);
        expect(failed).toEqual([]);
        expect(desk.state.report?.hung.map((h) => h.signed)).toEqual(hung.map(() => signs));
        for (const power of POWERS) {
          const left = desk.state.num[content.layout.find(`pc(${power})`)] as number;
          expect(left).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 80, seed: 11 },
  );
  expect(conditional).toBeGreaterThan(100);
  expect(gaveWay).toBeGreaterThan(40);
  expect(conditional - gaveWay).toBeGreaterThan(40);
});
