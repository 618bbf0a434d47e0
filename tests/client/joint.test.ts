import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signatureLine } from '../../client/panels/DraftOffer.tsx';
import { clearSettings, invitations } from '../../client/state/orders.ts';
import type { GameState } from '../../shared/core/state.ts';
import { gameAt, laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);
beforeEach(clearSettings);

/** A table at which the two plans have met. */
function met(): GameState {
  const state = gameAt('deliberation', 'standard');
  const num = state.num.slice();
  num[lesson.layout.at('chapters_open')] = 1;
  return { ...state, num };
}

const customs = { chapter: 'customs' };

describe('an act of several on the desk', () => {
  test('is put before those who may join it, and nobody else', () => {
    const state = laid(met(), 'RU', 'chapter', customs);
    for (const power of ['KZ', 'CN'] as const) {
      look(state, power);
      expect(invitations.value).toMatchObject([
        { filing: { by: ['RU'], order: { params: customs } }, draft: null, refusal: null },
      ]);
    }
    for (const power of ['RU', 'EU'] as const) {
      look(state, power);
      expect(invitations.value).toEqual([]);
    }
  });

  test('says to its own power who is lacking, and who has come', () => {
    const alone = laid(met(), 'CN', 'chapter', customs);
    look(alone, 'CN');
    const draft = alone.drafts.CN[0];
    if (!draft) throw new Error('nothing was laid down');
    expect(signatureLine(draft)?.text).toBe('Waits for Russia to join');
    look(laid(alone, 'RU', 'chapter', customs), 'CN');
    expect(signatureLine(draft)).toMatchObject({ text: 'Together with Russia', tone: 'gain' });
  });

  test('shows to who has joined that he is in it', () => {
    const both = laid(laid(met(), 'RU', 'chapter', customs), 'KZ', 'chapter', customs);
    look(both, 'KZ');
    expect(invitations.value[0]?.draft).toMatchObject({ kind: 'chapter', params: customs });
  });
});
