import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { capital, cards, clearSettings, purse, setParam } from '../../client/state/orders.ts';
import { clearPreviews, effectsOf } from '../../client/state/previews.ts';
import { indicatorsAt } from '../../shared/core/indicators.ts';
import { POWERS } from '../../shared/core/powers.ts';
import { isAnswer, preview, viewFor } from '../../shared/game/index.ts';
import { ordersOf } from '../../shared/orders/index.ts';
import { gameAt, laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);
beforeEach(() => {
  clearSettings();
  clearPreviews();
});

const start = gameAt('deliberation');
const card = (kind: string) => cards.value.find((one) => one.kind === kind)!;

describe('the hand', () => {
  test.each(POWERS)('%s holds a card of each kind that may be given', (power) => {
    look(start, power);
    const open = ordersOf(power).filter((kind) => kind.depth === 'intro' && !isAnswer(kind));
    expect(cards.value.map(({ kind }) => kind)).toEqual(open.map(({ id }) => id));
    expect(cards.value.some(({ refusal }) => refusal === null)).toBe(true);
  });

  test('a setting changes price and judgement at once', () => {
    look(start, 'KZ');
    const { params } = card('build');
    setParam('build', params, 'amount', 1.5);
    const dear = card('build').cost.money;
    setParam('build', params, 'amount', 0.5);
    expect(card('build').cost.money).toBeLessThan(dear);
    expect(card('build').params.amount).toBe(0.5);
  });

  test('a draft is taken off capital and money, and its card knows it', () => {
    look(start, 'KZ');
    const before = { pc: capital.value.left, bn: purse.value.left };
    const { params, cost } = card('crossing');
    look(laid(start, 'KZ', 'crossing', params), 'KZ');
    expect(capital.value.left).toBeCloseTo(before.pc - cost.pc, 9);
    expect(purse.value.left).toBeCloseTo(before.bn - cost.money, 9);
    expect(card('crossing').draft?.kind).toBe('crossing');
    expect(card('crossing').changed).toBe(false);
  });

  test('another setting of a drafted order waits to be changed', () => {
    look(start, 'KZ');
    const { params } = card('toll');
    look(laid(start, 'KZ', 'toll', { ...params, toll: 700 }), 'KZ');
    setParam('toll', card('toll').params, 'toll', 800);
    expect(card('toll').draft).not.toBeNull();
    expect(card('toll').changed).toBe(true);
  });

  test('what the rules refuse says why: two drafts are the most at intro', () => {
    look(start, 'KZ');
    const first = laid(start, 'KZ', 'crossing', card('crossing').params);
    look(laid(first, 'KZ', 'toll', { ...card('toll').params, toll: 700 }), 'KZ');
    expect(card('build').refusal?.code).toBe('tooManyDrafts');
  });
});

describe('expected effects', () => {
  test('come from the same rules, in the fixed order of the columns', async () => {
    look(start, 'KZ');
    const { params } = card('toll');
    expect(effectsOf('toll', params)).toBeNull();
    const effects = await vi.waitFor(() => {
      const found = effectsOf('toll', params);
      expect(found).not.toBeNull();
      return found!;
    });
    const view = viewFor(lesson, start, 'KZ');
    expect(effects).toEqual(preview(lesson, view, [{ kind: 'toll', params }]).effects);
    expect(effects.slice(0, 5).map(({ id }) => id)).toEqual(
      indicatorsAt(lesson, 'intro').KZ.map(({ id }) => id),
    );
  });

  test('are forgotten with the round', async () => {
    look(start, 'KZ');
    const { params } = card('toll');
    effectsOf('toll', params);
    await vi.waitFor(() => expect(effectsOf('toll', params)).not.toBeNull());
    clearPreviews();
    expect(effectsOf('toll', params)).toBeNull();
  });
});
