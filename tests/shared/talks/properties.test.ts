import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conversation } from './random-talk.ts';
import { still, Table } from './table.ts';
import { RandomTalk, type Tally } from './talker.ts';

it('random talk binds those who signed, to what they signed, and ends', () => {
  const tally: Tally = {
    signed: 0,
    ofMany: 0,
    left: 0,
    came: 0,
    circles: 0,
    held: 0,
    freed: 0,
  };
  const kinds = new Set<string>();
  fc.assert(
    fc.property(conversation, (gestures) => {
      const talk = new RandomTalk(new Table(still, 5, 'expert'), tally, kinds);
      for (const gesture of gestures) talk.play(gesture);
    }),
    { numRuns: 40 },
  );
  // All of it must have happened, or the property has looked at nothing.
  for (const [what, times] of Object.entries(tally)) expect(times, what).toBeGreaterThan(0);
  expect(kinds.size).toBeGreaterThan(7);
});
