import { beforeAll, describe, expect, test } from 'vitest';
import { hasText, named } from '../../client/i18n/messages.ts';
import { refusalText } from '../../client/i18n/refusal.ts';
import { newsText } from '../../client/words/news.ts';
import { kindName, onControl, orderTitle, orderWhy, paramName } from '../../client/words/orders.ts';
import { allIndicators } from '../../shared/core/indicators.ts';
import { POWERS } from '../../shared/core/powers.ts';
import { REFUSAL_CODES } from '../../shared/core/refusal.ts';
import { initialParams, ORDERS } from '../../shared/orders/index.ts';
import { lesson, playedGame } from './support/table.ts';
import { MESSAGES, speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

/** A text that was found and filled: no id, no gap, no unfilled parameter. */
const TEXT = /^(?!.*[{}])(?![a-z]\w*[.:]\w)[^_]+$/;

describe('orders', () => {
  test.each(ORDERS.map((kind) => [kind.id, kind] as const))(
    '%s has a title and a reason for each of its settings',
    (id, kind) => {
      expect(kindName(id)).not.toBe(id);
      const initial = initialParams(kind.params, lesson);
      for (const spec of kind.params) {
        expect(paramName(spec)).not.toBe(spec.id);
        const values = spec.type === 'choice' ? spec.options(lesson) : [spec.min, spec.max];
        for (const value of values) {
          const params = { ...initial, [spec.id]: value };
          expect(orderTitle(id, params)).toMatch(TEXT);
          expect(orderWhy(id, params)).toMatch(TEXT);
          expect(onControl(spec, value)).toMatch(TEXT);
          // A word of the language may be an option's id as well.
          const worded = hasText(`orders:option.${spec.id}.${value}`);
          expect(worded || onControl(spec, value) !== value, `${spec.id} ${value}`).toBe(true);
        }
      }
    },
  );
});

test('every refusal is a sentence, also those that count', () => {
  for (const code of REFUSAL_CODES) {
    const params = {
      rounds: 2,
      most: 2,
      needed: 3,
      left: 1,
      code: 'K7M PQ9',
      max: 24,
      seconds: 5,
      next: 2,
      n: 2,
      seats: 12,
      least: 5,
      world: 3,
      worlds: 2,
      line: 4,
      why: 'notParty',
    };
    expect(refusalText({ code, params }), code).toMatch(/^[A-Z$].*[.!]$/s);
    expect(refusalText({ code, params }), code).not.toMatch(/[{}]/);
  }
});

test('every indicator has a name, a short one, an explanation and a unit', () => {
  for (const { indicator } of allIndicators(lesson)) {
    for (const group of ['name', 'short', 'explain']) {
      expect(hasText(`indicators:${group}.${indicator.id}`), indicator.id).toBe(true);
    }
    expect(hasText(`indicators:unit.${indicator.unit}`), indicator.unit).toBe(true);
    expect(named('indicators:value', indicator.unit, { value: '7' })).toContain('7');
  }
});

test('every indicator has its four headlines', () => {
  for (const owner of [...POWERS, 'shared'] as const) {
    for (const { id } of lesson.indicators[owner]) {
      for (const way of ['rise', 'fall', 'thenRise', 'thenFall']) {
        expect(hasText(`indicators:head.${way}.${id}`), `${way} ${id}`).toBe(true);
      }
    }
  }
});

test('every objective has a name and its formula in words', () => {
  for (const { id } of lesson.objectives) {
    expect(named('game:objective', id)).not.toBe(id);
    expect(named('end:formula', id)).not.toBe(id);
  }
});

test('all news of whole games is told in sentences', () => {
  const told = [3, 4].flatMap((seed) =>
    playedGame(seed).flatMap((state) => state.report?.news ?? []),
  );
  expect(told.length).toBeGreaterThan(5);
  for (const news of told) expect(newsText(news), news.key).toMatch(/^[A-Z][^{}]* [^{}]*\.$/);
});

test('texts keep to typographic apostrophes in pairs of quotes and to no double spaces', () => {
  const all = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(all);
  for (const text of all(MESSAGES)) {
    expect(text).not.toMatch(/ {2}|"|\.\.\.|\p{L}'\p{L}/u);
    expect(text).toBe(text.trim());
  }
});
