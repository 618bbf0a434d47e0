/**
 * Whatever content and rules can name has words in the first language. Ids are put together at run
 * time, so the typed keys of the client cannot see them.
 */
import { describe, expect, it } from 'vitest';
import { iconNamed } from '../../client/icons/named.ts';
import { contentOf, scenarioIds } from '../../server/content.ts';
import { CLAUSES } from '../../shared/clauses/index.ts';
import { OWN_CARD } from '../../shared/core/card.ts';
import type { ParamSpec } from '../../shared/core/order.ts';
import { REFUSAL_CODES } from '../../shared/core/refusal.ts';
import { DECLINE_REASONS } from '../../shared/core/talk.ts';
import { ORDERS } from '../../shared/orders/index.ts';
import { goldenNames, goldenTranscript } from '../golden/files.ts';
import { languages, messagesOf } from './messages.ts';
import { readSources } from './sources.ts';

const english = messagesOf('en');

/** Keys that have no message; a group ends where the next part is an id. */
const missing = (keys: Iterable<string>): string[] =>
  [...new Set(keys)].filter((key) => !english.has(key) && !english.has(`${key}_other`)).sort();

describe.each(scenarioIds())('scenario %s', (id) => {
  const content = contentOf(id);

  it('has a name', () => {
    expect(missing([`front:scenario.${id}`])).toEqual([]);
  });

  it('has words for its places and projects', () => {
    const places = content.network.nodes.map((node) => `map:place.${node.id}`);
    const projects = content.projects.flatMap((project) => [
      `orders:project.${project.id}`,
      `orders:projectShort.${project.id}`,
    ]);
    const lines = content.network.lines.map((line) => `orders:line.${line.id}`);
    expect(missing([...places, ...projects, ...lines])).toEqual([]);
  });

  it('has words for its events', () => {
    const news = content.events.flatMap(({ id: event, kind, rumoured, shock }) =>
      kind === 'drawn' && shock !== undefined
        ? ['up', 'down'].flatMap((way) => [
            `game:news.event.${event}${way}`,
            `game:news.rumour.${event}${way}`,
          ])
        : [
            `game:news.event.${event}`,
            ...(rumoured || kind === 'drawn' ? [`game:news.rumour.${event}`] : []),
          ],
    );
    const causes = content.events.filter(({ effects }) => effects.length > 0);
    expect(missing([...news, ...causes.map((event) => `causes:event.${event.id}`)])).toEqual([]);
  });

  it('has words for its indicators, and for the rise and fall of those that head a report', () => {
    const { shared, ...own } = content.indicators;
    const powers = Object.values(own).flat();
    const names = [...powers, ...shared].flatMap(({ id: one, unit }) => [
      ...['name', 'short', 'explain'].map((group) => `indicators:${group}.${one}`),
      `indicators:unit.${unit}`,
    ]);
    const heads = powers.flatMap(({ id: one }) =>
      ['rise', 'fall', 'thenRise', 'thenFall'].map((group) => `indicators:head.${group}.${one}`),
    );
    expect(missing([...names, ...heads])).toEqual([]);
  });

  it('has icons for its indicators', () => {
    const all = Object.values(content.indicators).flat();
    expect(all.filter(({ icon }) => iconNamed(icon) === '')).toEqual([]);
  });

  it('has words for its objectives', () => {
    expect(
      missing(
        content.objectives.flatMap((one) => [`game:objective.${one.id}`, `end:formula.${one.id}`]),
      ),
    ).toEqual([]);
  });

  it('has words for the cards of its facilitator', () => {
    const ids = [...content.cards.deck.map((card) => card.id), OWN_CARD];
    const keys = ids.flatMap((card) => [`game:news.card.${card}`, `causes:card.${card}`]);
    expect(missing(keys)).toEqual([]);
  });

  it('has words for its secret aims', () => {
    const keys = content.secrets.flatMap(({ id: one }) => [
      `game:secret.${one}`,
      `game:secretText.${one}`,
    ]);
    expect(missing(keys)).toEqual([]);
  });

  it('has words for all drivers but the residuals', () => {
    const words = [...content.driverAt].map((at) => content.layout.label[at] as string);
    const outside = words.filter((word) => !word.startsWith('res_'));
    expect(missing(outside.map((word) => `causes:driver.${word}`))).toEqual([]);
  });

  describe.each(ORDERS.map((kind) => [kind.id, kind] as const))('order %s', (_, kind) => {
    const optionKeys = (spec: ParamSpec): string[] => {
      if (spec.type === 'number') return [];
      const groups = {
        option: [`orders:option.${spec.id}`],
        corridor: ['orders:corridor', 'orders:corridorShort'],
        project: ['orders:project', 'orders:projectShort'],
        line: ['orders:line'],
        place: ['map:place'],
        power: ['common:power'],
        half: [],
      }[spec.names];
      return spec.options(content).flatMap((option) => groups.map((group) => `${group}.${option}`));
    };

    it('has a name, and words for its settings', () => {
      const params = kind.params.map((spec) => `orders:param.${spec.id}`);
      expect(
        missing([`orders:kind.${kind.id}`, ...params, ...kind.params.flatMap(optionKeys)]),
      ).toEqual([]);
    });

    it('has an icon', () => {
      expect(iconNamed(kind.icon)).not.toBe('');
    });

    it('has a title and a reason, for each option or for any', () => {
      const without = ['title', 'why'].filter((group) => {
        const base = `orders:${group}.${kind.id}`;
        if (english.has(`${base}.any`)) return false;
        const choices = kind.params.filter((spec) => spec.type === 'choice');
        return !choices.some((spec) =>
          spec.options(content).every((option) => english.has(`${base}.${option}`)),
        );
      });
      expect(without).toEqual([]);
    });
  });
});

describe.each(CLAUSES.map((kind) => [kind.id, kind] as const))('clause %s', (_, kind) => {
  it('has a name, its sentence, what breaks it, a word of the glossary, and an icon', () => {
    const groups = ['clauses:kind', 'clauses:text', 'clauses:broken', 'glossary:clause'];
    const params = kind.params.map((spec) => `clauses:param.${spec.id}`);
    expect(missing([...groups.map((group) => `${group}.${kind.id}`), ...params])).toEqual([]);
    expect(iconNamed(kind.icon)).not.toBe('');
  });
});

it('whatever may be said about an offer, a clause or a warning has words', () => {
  const fates = ['pending', 'kept', 'excused', 'breached', 'dormant'];
  expect(
    missing([
      ...DECLINE_REASONS.map((reason) => `talks:reason.${reason}`),
      ...fates.map((fate) => `talks:fate.${fate}`),
      ...['open', 'signed', 'declined', 'retracted', 'void'].map((one) => `talks:state.${one}`),
      ...['running', 'ended', 'broken'].map((one) => `talks:agreement.${one}`),
      ...['open', 'kept', 'bluffed', 'void'].map((one) => `talks:signalFate.${one}`),
    ]),
  ).toEqual([]);
});

it('every refusal is a sentence', () => {
  expect(missing(REFUSAL_CODES.map((code) => `refusal:${code}`))).toEqual([]);
});

it('every mechanism that the rules name as a cause has words', () => {
  const named = readSources(['shared']).flatMap(({ text }) =>
    [...text.matchAll(/['`]mech:([a-z_]+)['`]/g)].map(([, id]) => `causes:mech.${id}`),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(missing(named)).toEqual([]);
});

it('every public happening of the recorded games has words', () => {
  const told = goldenNames().flatMap((name) =>
    [...goldenTranscript(name).matchAll(/^ {2}news (\S+)$/gm)].map(([, key]) => `game:news.${key}`),
  );
  expect(told.length).toBeGreaterThan(5);
  expect(missing(told)).toEqual([]);
});

it('no text is empty or carries markup', () => {
  const bad = languages.flatMap((language) =>
    [...messagesOf(language)]
      .filter(
        ([key, text]) => key !== 'common:unit.none' && (text.trim() === '' || /[<>]/.test(text)),
      )
      .map(([key]) => `${language} ${key}`),
  );
  expect(bad).toEqual([]);
});
