import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../../shared/clauses/index.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import {
  judgeProposal,
  preview,
  previewDeal,
  sceneOfView,
  viewFor,
} from '../../../shared/game/index.ts';
import { still, Table } from './table.ts';

const grant = (more: Partial<Clause> = {}, escrow = 'none'): Clause => ({
  kind: 'transfer',
  by: 'EU',
  params: { to: 'KZ', amount: 0.2, form: 'grant', schedule: 'first', escrow },
  until: 3,
  ...more,
});
const named = { kind: 'build', params: { project: 'khorgos_dry_port' } };
const build = { kind: 'build', params: { ...named.params, amount: 0.1, financier: 'fund' } };
const expert = (): Table => new Table(still, 5, 'expert');
const fund = (one: ReturnType<typeof preview>): number =>
  one.effects.find(({ id }) => id === 'fund')?.soon ?? Number.NaN;

describe('an offer, before it is signed', () => {
  it('tells what money on its date would bring its taker', () => {
    const table = expert();
    const view = viewFor(table.content, table.state, 'KZ');
    expect(fund(previewDeal(table.content, view, [grant()]).own)).toBeCloseTo(0.2, 6);
  });

  it('tells nothing of money in escrow that nobody frees, and all of what an order would free', () => {
    const table = expert();
    const when = { on: 'order', power: 'KZ', order: named } as const;
    const words = grant({ when }, 'held');
    const view = viewFor(table.content, table.state, 'KZ');
    expect(fund(previewDeal(table.content, view, [words]).own)).toBeCloseTo(0, 9);
    table.agree('EU', ['KZ'], [words]).next();
    const later = viewFor(table.content, table.state, 'KZ');
    const before = new Table(still, 5, 'expert').next();
    const alone = viewFor(before.content, before.state, 'KZ');
    const freed = fund(preview(table.content, later, [build]));
    expect(freed - fund(preview(before.content, alone, [build]))).toBeCloseTo(0.2, 6);
  });

  it('lays money into escrow in the first round, and has it back when its time is over', () => {
    const table = expert();
    const when = {
      on: 'indicator',
      owner: 'shared',
      indicator: 'stability',
      is: 'least',
      value: 1000,
    } as const;
    const words = grant({ by: 'KZ', until: 1, when }, 'held');
    const clause = { ...words, params: { ...words.params, to: 'EU' } };
    const view = viewFor(table.content, table.state, 'KZ');
    const { own } = previewDeal(table.content, view, [clause]);
    const effect = own.effects.find(({ id }) => id === 'fund');
    expect(effect?.soon).toBeCloseTo(-0.2, 6);
    expect(Math.abs(effect?.later ?? 1)).toBeLessThan(0.02);
  });
});

describe('terms worth trying', () => {
  it('make an offer between those for whom they are suggested, whatever the round', () => {
    const table = expert();
    const pairs = POWERS.flatMap((a) => POWERS.filter((b) => b > a).map((b) => [a, b] as const));
    let found = 0;
    for (const round of [0, 1, 2]) {
      for (const [a, b] of pairs) {
        const view = viewFor(table.content, table.state, a);
        const scene = sceneOfView(table.content, view);
        for (const kind of CLAUSES) {
          for (const clauses of kind.suggests?.(scene, [a, b], round + 2) ?? []) {
            expect(
              judgeProposal(table.content, view, [b], clauses),
              JSON.stringify(clauses),
            ).toBeNull();
            found += 1;
          }
        }
      }
      table.next();
    }
    expect(found).toBeGreaterThan(30);
  });
});
