import { expect, it } from 'vitest';
import { bindsAbsent } from '../../../server/rooms/bots.ts';
import { NO_MARKS, type SeatRecord } from '../../../server/store/store.ts';

const away: SeatRecord = {
  power: 'CN',
  name: 'Cao',
  held: true,
  player: 'bot',
  members: [{ id: 1, name: 'Cao', tokenHashes: [], returnHash: null }],
  host: false,
  marks: NO_MARKS,
};

it.each([
  ['signs', { type: 'sign', proposal: 'p', version: 1 }],
  ['offers', { type: 'propose', to: ['KZ'], clauses: [] }],
  ['haggles', { type: 'counter', proposal: 'p', clauses: [] }],
  ['leaves an agreement', { type: 'leave', agreement: 'a', notice: false }],
])(
  'a bot in a person’s seat that %s is stopped, unless it has leave or nobody holds the seat',
  (_, command) => {
    expect(bindsAbsent(away, command)).toBe(true);
    expect(bindsAbsent({ ...away, marks: { ...NO_MARKS, leave: true } }, command)).toBe(false);
    expect(bindsAbsent({ ...away, held: false }, command)).toBe(false);
  },
);

it('may draft what binds nobody, and nothing that waits for a partner’s name', () => {
  const draft = (kind: string) => ({ type: 'draft', order: { kind, params: {} } });
  const seat = (power: SeatRecord['power']) => ({ ...away, power });
  expect(bindsAbsent(seat('KZ'), draft('toll'))).toBe(false);
  expect(bindsAbsent(seat('CN'), draft('energy_buy'))).toBe(true);
});
