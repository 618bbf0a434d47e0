/**
 * Every language says what English says: the same messages with the same gaps, in all plurals of its
 * grammar, in its own words, in the cases that its sentences ask for, and short enough for a phone.
 */
import { describe, expect, it } from 'vitest';
import { CASES } from '../../client/i18n/forms.ts';
import { LANGUAGES } from '../../client/i18n/languages.ts';
import { casesOf, languages, messagesOf } from './messages.ts';
import { readSources } from './sources.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key: string): string => key.replace(PLURAL, '');

/** `{{name}}` or `{{name, form}}`: names, and the forms that are asked for. */
const GAP = /\{\{\s*(\w+)\s*(?:,([^}]*))?\}\}/g;
const gaps = (text: string): string =>
  [...text.matchAll(GAP)]
    .map(([, name]) => name)
    .sort()
    .join();

const english = messagesOf('en');
const others = languages.filter((language) => language !== 'en');

/** What is called the same everywhere: names of works and licences. */
const SAME = new Set([
  'common:name',
  'game:titlePlain',
  'credits:study.title',
  'credits:figures.term.ccby',
]);

/** Where a message puts a name, and where the names come from. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  power: ['common:power.'],
  to: ['common:power.'],
  partner: ['common:power.'],
  corridor: ['orders:corridor.'],
  project: ['orders:project.'],
};

/** Most characters on what is pressed or stands in a narrow cell, at 360 pixels. */
const NARROW: readonly (readonly [RegExp, number])[] = [
  [/^common:(close|copied|same|better|worse)$/, 14],
  [/^front:play\.start$/, 40],
  [/^front:(join|friends)\.(submit|opening|returnSubmit)$/, 20],
  [/^join:(submit|sitting|backSubmit)$/, 24],
  [/^lobby:(remove|fill|start|take|empty|delete|keep)$/, 16],
  [/^game:ready\.(do|undo|go)$/, 9],
  [/^game:phase\./, 14],
  [/^game:tab\.(map|desk|world)$/, 9],
  [/^game:tab\.talks$/, 10],
  [/^talks:(sign|counter|decline|retract|look|new)$/, 15],
  [/^talks:(send|changeTerms|ownTerms|toMap)$/, 24],
  [/^talks:compose\.(sendCounter|leave)$/, 22],
  [/^talks:words\.(say|mute|unmute)$/, 16],
  [/^game:desk\.tabs\./, 34],
  [/^game:desk\.(draft|takeBack|change|drafted)$/, 11],
  [/^game:report\.(onMap|toReport)$/, 20],
  [/^game:report\.kind\./, 12],
  [/^end:(again|print)$/, 18],
  [/^indicators:short\./, 10],
  [/^orders:kind\./, 18],
  [/^orders:option\./, 18],
  [/^orders:corridorShort\./, 12],
  [/^orders:projectShort\./, 22],
  [/^map:sheet\.\w+\.tab$/, 12],
];

/** Patterns of the keys that pages, and people in tests, ask for: written out, put together, or as a group and an id. */
function askedKeys(): readonly RegExp[] {
  const found: string[] = [];
  for (const { text } of readSources(['client', 'tests/e2e'])) {
    for (const [, namespace = '', rest = ''] of text.matchAll(
      /['`](\w+):((?:[\w.]|\$\{[^}]*\})*)['`]/g,
    )) {
      // What is put in is one id; a group may go on with one more.
      const path = rest
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w.-]+');
      found.push(`^${namespace}:${path}(${path === '' ? '' : '\\.'}[\\w-]+)?$`);
    }
  }
  return [...new Set(found)].map((pattern) => new RegExp(pattern));
}

it('no message is left that nothing asks for', () => {
  const asked = askedKeys();
  expect(asked.length).toBeGreaterThan(200);
  const keys = [...new Set([...english.keys()].map(stem))];
  expect(keys.filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([]);
});

it('every language with messages can be chosen, English first', () => {
  expect(LANGUAGES.map(({ id }) => id).sort()).toEqual(languages);
  expect(LANGUAGES[0].id).toBe('en');
});

describe.each(languages)('%s', (language) => {
  const own = messagesOf(language);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('has each message that English has, and no other', () => {
    const stems = new Set([...own.keys()].map(stem));
    const wanted = new Set([...english.keys()].map(stem));
    expect({
      missing: [...wanted].filter((key) => !stems.has(key)),
      unknown: [...stems].filter((key) => !wanted.has(key)),
    }).toEqual({ missing: [], unknown: [] });
  });

  it('has each plural that its grammar asks for, and no other', () => {
    const counted = new Set([...english.keys()].filter((key) => key !== stem(key)).map(stem));
    const wanted = [...counted].flatMap((key) => forms.map((form) => `${key}_${form}`));
    const has = [...own.keys()].filter((key) => PLURAL.test(key) && counted.has(stem(key)));
    expect(has.sort()).toEqual(wanted.sort());
  });

  it('leaves the gaps that English leaves', () => {
    const wrong = [...own].filter(([key, text]) => {
      const same = english.get(key) ?? english.get(`${stem(key)}_other`) ?? '';
      // English may spell out a one; other languages use that form for 21, too.
      const plural = PLURAL.test(key) ? gaps(english.get(`${stem(key)}_other`) ?? '') : gaps(same);
      return gaps(text) !== plural && gaps(text) !== gaps(same);
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('fits on controls', () => {
    const long = [...own].flatMap(([key, text]) => {
      const most = NARROW.find(([keys]) => keys.test(key))?.[1] ?? Number.POSITIVE_INFINITY;
      // A gap in a control holds a figure, but for the name of a power.
      const shown = text.replace(GAP, (_, name) => (name === 'power' ? 'Europäische Union' : '9'));
      return shown.length > most ? [`${key}: ${shown.length} of ${most}, ${shown}`] : [];
    });
    expect(long).toEqual([]);
  });

  it('has no straight quotes, no three dots, no double spaces', () => {
    const bad = [...own].filter(([, text]) => /"|\.\.\.| {2}|^\s|\s$/.test(text));
    expect(bad.map(([key]) => key)).toEqual([]);
  });
});

describe.each(others)('%s beside English', (language) => {
  const own = messagesOf(language);
  const cases = casesOf(language);

  it('says it in its own words', () => {
    const words = (text: string): string => text.replace(GAP, '').replace(/[^\p{L}]/gu, '');
    const same = [...own].filter(
      ([key, text]) => words(text) !== '' && english.get(key) === text && !SAME.has(key),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('gives a name in every form that a sentence asks for', () => {
    const known = new Set<string>([...CASES, 'cap']);
    const lacking = [...own].flatMap(([key, text]) =>
      [...text.matchAll(GAP)].flatMap(([, name = '', asked = '']) =>
        asked
          .split(',')
          .map((form) => form.trim())
          .filter((form) => form !== '')
          .flatMap((form) => {
            if (!known.has(form)) return [`${key}: there is no form ${form}`];
            if (form === 'cap') return [];
            const groups = NAMES[name] ?? [];
            if (groups.length === 0) return [`${key}: no names are known for ${name}`];
            return [...own]
              .filter(([at]) => groups.some((group) => at.startsWith(group)))
              .filter(([, text]) => !cases[text]?.[form])
              .map(([at]) => `${at} in ${form}, for ${key}`);
          }),
      ),
    );
    expect(lacking).toEqual([]);
  });

  it('gives no forms of what is not a name of it', () => {
    const texts = new Set(own.values());
    expect(Object.keys(cases).filter((name) => !texts.has(name))).toEqual([]);
  });
});
