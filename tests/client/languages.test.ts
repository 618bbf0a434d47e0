/** The language of a page: which it is at first, how it changes, and how names stand in sentences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computed, effect } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Key } from '../../client/i18n/keys.ts';
import { MESSAGES } from './support/words.ts';

/** What a browser gives a page, as far as languages ask for it. */
function browser(
  address: string,
  languages: readonly string[],
  stored?: string,
): Map<string, string> {
  const kept = new Map<string, string>(stored ? [['multivector.language', stored]] : []);
  const location = {
    href: `http://game.test${address}`,
    search: new URL(address, 'http://game.test').search,
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_state: unknown, _title: string, next: URL) => {
      location.href = next.href;
      location.search = next.search;
    },
  });
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  return kept;
}

/** A page that has just been loaded: modules forget what the one before it did. */
async function page() {
  vi.resetModules();
  const messages = await import('../../client/i18n/messages.ts');
  const format = await import('../../client/i18n/format.ts');
  const refusals = await import('../../client/i18n/refusal.ts');
  await messages.startMessages(MESSAGES);
  return { ...messages, ...format, ...refusals };
}

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe('the first language', () => {
  test('is the first of the browser’s that there is', async () => {
    browser('/', ['kk-KZ', 'ru-KZ', 'en']);
    const { t, language } = await page();
    expect(language()).toBe('ru');
    expect(t('front:play.heading')).toBe('Играть сейчас');
    expect(document.documentElement.lang).toBe('ru');
  });

  test('is English where none of them is', async () => {
    browser('/', ['ja']);
    expect((await page()).language()).toBe('en');
  });

  test('is the one chosen on this device, whatever the browser likes', async () => {
    browser('/', ['en-GB'], 'ru');
    expect((await page()).language()).toBe('ru');
  });

  test('is the one that the address asks for, and is kept for the pages after it', async () => {
    const kept = browser('/?lang=ru', ['en'], 'en');
    expect((await page()).language()).toBe('ru');
    expect(kept.get('multivector.language')).toBe('ru');
  });

  test('is not one that is not there', async () => {
    const kept = browser('/?lang=xx', ['en']);
    expect((await page()).language()).toBe('en');
    expect(kept.size).toBe(0);
  });
});

describe('a change of language', () => {
  test('reaches everything that is worded, without a new page', async () => {
    const kept = browser('/game.html?c=K7MPQ9&lang=en', ['en']);
    const { t, figure, chooseLanguage } = await page();
    const line = computed(() => `${t('game:ready.do')} ${figure(1234.5, 1)}`);
    const seen: string[] = [];
    effect(() => void seen.push(line.value));
    await chooseLanguage('ru');
    await chooseLanguage('en');
    expect(seen).toEqual(['Ready 1,234.5', 'Готово 1\u00a0234,5', 'Ready 1,234.5']);
    expect(kept.get('multivector.language')).toBe('en');
    // The choice outweighs the address, and the code of the game stays in it.
    expect(location.href).toBe('http://game.test/game.html?c=K7MPQ9');
  });
});

describe('Russian', () => {
  test('counts as it counts', async () => {
    browser('/', ['ru']);
    const { t, refusalText } = await page();
    const capital = [1, 2, 5, 21].map((count) => t('game:desk.capital', { count }));
    expect(capital).toEqual([
      '1 очко капитала',
      '2 очка капитала',
      '5 очков капитала',
      '21 очко капитала',
    ]);
    expect(refusalText({ code: 'cooldown', params: { rounds: 3 } })).toMatch(/через 3\sраунда\.$/);
  });

  test('puts names into the case that the sentence asks for', async () => {
    browser('/', ['ru']);
    const { t, named } = await page();
    expect(t('front:play.start', { power: t('common:power.RU') })).toBe('Играть за Россию');
    expect(t('game:cause.order', { power: t('common:power.CN'), title: 'Х' })).toBe(
      'Решение Китая «Х»',
    );
    const corridor = named('orders:corridor', 'siberian');
    expect(named('orders:title.ru_transit', 'slow', { corridor, toll: '' })).toMatch(
      /сибирскому пути$/,
    );
  });

  test('opens a sentence with a capital letter, whatever the name is', async () => {
    browser('/', ['ru']);
    const { t } = await page();
    const text = t('game:report.because.up' as Key, {
      name: 'Транзит',
      is: '7',
      cause: 'очереди',
      amount: '1',
    });
    expect(text).toMatch(/ Очереди: плюс 1\.$/);
  });
});

test('every language has a term for each of the glossary', () => {
  const path = join(import.meta.dirname, '../../assets/locales/glossary.md');
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows[0]?.slice(0, 2)).toEqual(['en', 'ru']);
  expect(rows.length).toBeGreaterThan(40);
  for (const [en, ru] of rows) expect([en, ru]).not.toContain('');
});
