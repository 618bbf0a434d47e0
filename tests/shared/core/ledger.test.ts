import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../shared/core/ledger.ts';

describe('the ledger', () => {
  it('adds up by cause and puts the largest first', () => {
    const ledger = createLedger();
    ledger.add(3, 'driver:brent', -2);
    ledger.add(3, 'order:KZ:fx', 0.5);
    ledger.add(3, 'driver:brent', -1);
    ledger.add(3, 'mech:b', 0.5);
    expect(ledger.lines(3)).toEqual([
      { cause: 'driver:brent', amount: -3 },
      { cause: 'mech:b', amount: 0.5 },
      { cause: 'order:KZ:fx', amount: 0.5 },
    ]);
    expect(ledger.sum(3)).toBe(-2);
    expect(ledger.lines(4)).toEqual([]);
  });
});
