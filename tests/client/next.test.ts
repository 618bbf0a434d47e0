import { beforeAll, describe, expect, test } from 'vitest';
import { upNext } from '../../client/state/next.ts';
import { POWERS } from '../../shared/core/powers.ts';
import type { Phase } from '../../shared/core/state.ts';
import { gameAt, laid, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

const deliberation = gameAt('deliberation');
const hold = (state = deliberation) => laid(state, 'KZ', 'fx', { course: 'step10' });
const both = () => laid(hold(), 'KZ', 'crossing', { node: 'dostyk' });

describe('the one line: what do I do now?', () => {
  test('asks for a first order, then for one more, then for Ready', () => {
    look(deliberation, 'KZ');
    expect(upNext.value).toBe('Draft your first order of this round.');
    look(hold(), 'KZ');
    expect(upNext.value).toBe('Draft one more order, or press Ready.');
    look(both(), 'KZ');
    expect(upNext.value).toBe('Check your drafts, then press Ready.');
  });

  test('names the people who are waited for, never bots', () => {
    const ready = { ...deliberation, ready: ['KZ' as const] };
    look(ready, 'KZ');
    expect(upNext.value).toBe('Wait for the others.');
    const seats = POWERS.map((power) => ({
      power,
      name: power,
      head: power,
      held: power !== 'EU',
      player: power === 'EU' ? ('bot' as const) : ('person' as const),
      connected: true,
      ready: power === 'KZ',
    }));
    look(ready, 'KZ', { seats });
    expect(upNext.value).toBe('Wait for Russia and China.');
  });

  test('tells that the clock stands before anything else', () => {
    look(deliberation, 'KZ', { paused: true });
    expect(upNext.value).toMatch(/paused/);
  });

  test.each<Phase>(['lobby', 'briefing', 'deliberation', 'ink', 'report'])(
    'is one short sentence in %s',
    (phase) => {
      look(gameAt(phase), 'RU');
      expect(upNext.value).toMatch(/^[A-Z].{8,59}\.$/);
    },
  );
});
