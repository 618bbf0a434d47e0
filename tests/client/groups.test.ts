import { expect, test } from 'vitest';
import { GROUPS, groupOf } from '../../client/state/groups.ts';
import { POWERS } from '../../shared/core/powers.ts';
import { describeOrder, isAnswer, orderKinds } from '../../shared/game/index.ts';
import { ordersOf } from '../../shared/orders/index.ts';

test('every kind of order lies in a group, and no group of a power takes more than two rows', () => {
  const kinds = orderKinds().filter((kind) => !isAnswer(describeOrder(kind)));
  for (const kind of kinds) expect(groupOf(kind), kind).not.toBeNull();
  for (const power of POWERS) {
    for (const group of GROUPS) {
      const own = ordersOf(power).filter(({ id }) => groupOf(id) === group);
      expect(own.length, `${group} of ${power}`).toBeLessThanOrEqual(8);
    }
  }
});
