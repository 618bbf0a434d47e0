import { beforeAll, describe, expect, test } from 'vitest';
import { figure, halfYear, list, money, signed } from '../../client/i18n/format.ts';
import { clockText } from '../../client/words/clock.ts';
import { objectiveValue } from '../../client/words/end.ts';
import { isStill, judgement, shownChange, valueWithUnit } from '../../client/words/indicators.ts';
import { lesson } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

const prices = lesson.indicators.KZ.find((i) => i.id === 'prices')!;
const tolls = lesson.indicators.RU.find((i) => i.id === 'toll_ru')!;

describe('figures', () => {
  test('have the decimals asked for, a real minus, and groups of thousands', () => {
    expect(figure(4, 1)).toBe('4.0');
    expect(figure(-0.62, 1)).toBe('−0.6');
    expect(figure(1234.5)).toBe('1,235');
  });

  test('never show a minus before zero', () => {
    expect(figure(-0.04, 1)).toBe('0.0');
    expect(signed(-0.04, 1)).toBe('0.0');
  });

  test('bear a sign where a change is meant', () => {
    expect(signed(2.44, 1)).toBe('+2.4');
    expect(signed(-2.44, 1)).toBe('−2.4');
    expect(money(1.25)).toBe('$1.25 bn');
  });

  test('name half-years and lists in words', () => {
    expect(halfYear('2014H2')).toBe('second half of 2014');
    expect(halfYear('2016H1')).toBe('first half of 2016');
    expect(list(['China', 'Russia'])).toBe('China and Russia');
  });

  test('clocks count minutes and two digits of seconds', () => {
    expect([0, 9, 102, 600].map(clockText)).toEqual(['0:00', '0:09', '1:42', '10:00']);
  });
});

describe('indicators', () => {
  test('are scaled, rounded and given their unit', () => {
    expect(valueWithUnit(prices, 7.649)).toBe('7.6 %');
    expect(valueWithUnit(tolls, 0.0451)).toBe('$45 m');
    expect(shownChange(tolls, -0.0102)).toBe('−10');
  });

  test('are judged by what is good for the one who reads', () => {
    expect(judgement(prices, 0.9)).toBe('loss');
    expect(judgement(prices, -0.9)).toBe('gain');
    expect(judgement(tolls, 0.01)).toBe('gain');
  });

  test('stand still where the shown figure does', () => {
    expect(isStill(prices, 0.049)).toBe(true);
    expect(isStill(prices, 0.051)).toBe(false);
    expect(judgement(prices, 0.049)).toBe('even');
  });

  test('objectives show as many decimals as ten points need', () => {
    expect(objectiveValue(0.123, 0.2)).toBe('0.12');
    expect(objectiveValue(77.25, 6)).toBe('77.3');
  });
});
