import type { Power } from '../../../shared/core/powers.ts';
import type { Clause, Condition } from '../../../shared/core/talk.ts';
import { still, Table } from './table.ts';

export const expert = (): Table => new Table(still, 5, 'expert');
export const calm = { kind: 'military', params: { act: 'standdown' } };
export const TOLL = 'toll(RU,trunk)';

export const stability = (value: number, is: 'least' | 'most' = 'least'): Condition => ({
  on: 'indicator',
  owner: 'shared',
  indicator: 'stability',
  is,
  value,
});
export const signed = (agreement: string): Condition => ({ on: 'agreement', agreement });
export const does = (power: Power, order: Clause['order']): Condition => ({
  on: 'order',
  power,
  order: order ?? calm,
});
export const when = (condition: Condition, clause: Clause): Clause => ({
  ...clause,
  when: condition,
});
