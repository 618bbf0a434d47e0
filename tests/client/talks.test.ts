/** The talks on the page: channels, changes between versions, ready offers, own terms, what waits. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { channelLine } from '../../client/panels/Talks.tsx';
import { clausesFor, refusalOf, settingOf, withSetting } from '../../client/state/compose.ts';
import { dealOf, readyFor } from '../../client/state/deals.ts';
import { happenings } from '../../client/state/happenings.ts';
import { upNext } from '../../client/state/next.ts';
import {
  isMuted,
  offerOfDraft,
  offersToAnswer,
  proposalsWith,
  setMuted,
  talkOpen,
  wordOf,
  wordsIn,
} from '../../client/state/talks.ts';
import { unread, unreadIn } from '../../client/state/unread.ts';
import { pointPairs } from '../../client/state/versions.ts';
import { changes } from '../../client/words/changes.ts';
import { clauseBroken, clauseChanges, clauseText, offerTitle } from '../../client/words/clauses.ts';
import { happeningText } from '../../client/words/happenings.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import type { Clause, TalkCommand } from '../../shared/core/talk.ts';
import { previewDeal, readyOffers, submit, viewFor } from '../../shared/game/index.ts';
import { gameAt, laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  talkOpen.value = null;
});

const start = gameAt('deliberation');

/** The state after a command of the talks. @throws Error with the refusal */
function told(state: GameState, seat: Power, command: TalkCommand): GameState {
  const input = { ...command, id: `c${state.accepted.length}`, round: state.round };
  const outcome = submit(lesson, state, seat, 'person', input);
  if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.state;
}

const cap = (max: number, by: Power = 'KZ'): Clause => ({
  kind: 'toll_cap',
  by,
  params: { corridor: 'trunk', max, split: 0 },
  until: 2,
});
const open: Clause = {
  kind: 'access',
  by: 'RU',
  params: { corridor: 'trunk', delay: 0 },
  until: 2,
};

const offered = told(start, 'KZ', { type: 'propose', to: ['RU'], clauses: [open, cap(800)] });
const idOf = (state: GameState): string => state.talks.proposals.at(-1)?.id ?? '';

describe('an offer', () => {
  test('waits for the one and is to be answered by the other', () => {
    look(offered, 'KZ');
    expect(channelLine('RU')).toMatchObject({
      line: 'Your offer waits for an answer',
      waits: false,
    });
    expect(offersToAnswer.value).toEqual([]);
    look(offered, 'RU');
    expect(channelLine('KZ')).toMatchObject({
      head: 'An open road\u00a0· A ceiling on a toll',
      line: 'Kazakhstan waits for your answer',
      waits: true,
    });
    expect(upNext.value).toBe('Answer Kazakhstan’s offer, then draft an order.');
    expect(unread.value).toBe(1);
  });

  test('is nobody else’s to see', () => {
    look(offered, 'CN');
    expect(proposalsWith('KZ')).toEqual([]);
    expect(unread.value).toBe(0);
  });

  test('shows in its next version what has changed', () => {
    const id = idOf(offered);
    const countered = told(offered, 'RU', {
      type: 'counter',
      proposal: id,
      clauses: [open, cap(500)],
    });
    look(countered, 'KZ');
    const [proposal] = proposalsWith('RU');
    const [old, now] = proposal?.versions ?? [];
    const [road, toll] = pointPairs(old!, now!);
    expect(road).toEqual({ old: open, now: open, as: 'same' });
    expect(toll).toEqual({ old: cap(800), now: cap(500), as: 'changed' });
    const marked = clauseChanges(toll!.now!, toll!.old);
    expect(marked.filter(({ as }) => as !== 'plain')).toEqual([
      { as: 'old', text: '$800' },
      { as: 'new', text: '$500' },
    ]);
    expect(happenings.value.map(happeningText)).toEqual([
      'Russia answers with other terms: An open road\u00a0· A ceiling on a toll.',
    ]);
  });

  test('tells who refused it and why', () => {
    const refused = told(offered, 'RU', {
      type: 'decline',
      proposal: idOf(offered),
      version: 1,
      reason: 'noTrust',
    });
    look(refused, 'KZ');
    expect(channelLine('RU').line).toBe('Refused');
    expect(happenings.value.map(({ what, by }) => `${what} ${by}`)).toEqual(['declined RU']);
  });

  test('becomes a word on record once it is signed', () => {
    const signed = told(offered, 'RU', { type: 'sign', proposal: idOf(offered), version: 1 });
    look(signed, 'KZ');
    expect(channelLine('RU').line).toBe('1 agreement in force');
    expect(wordOf('RU').map(({ clause, fate }) => [clause?.kind, fate])).toEqual([
      ['access', 'open'],
    ]);
    expect(upNext.value).toBe('Draft your first order of this round.');
  });
});

describe('a sentence that has changed', () => {
  test.each([
    ['a toll of $800 here', 'a toll of $500 here', 'a toll of [$800] {$500} here'],
    ['for it (0.25 bn).', 'for it (0.5 bn).', 'for it ([0.25] {0.5} bn).'],
    ['it stays so', 'it stays so', 'it stays so'],
    ['one two', 'one two three', 'one two {three}'],
    ['one two three', 'two three', '[one] two three'],
    ['all is old', 'none was new', '[all is old] {none was new}'],
  ])('%s → %s', (old, now, marks) => {
    const pieces = changes(old, now);
    const drawn = pieces
      .map(({ as, text }) => (as === 'plain' ? text : as === 'old' ? `[${text}]` : `{${text}}`))
      .join('');
    expect(drawn).toBe(marks);
    const without = (gone: string): string =>
      pieces
        .filter(({ as }) => as !== gone)
        .map(({ text }) => text)
        .join('')
        .replace(/ +/g, ' ')
        .trim();
    expect([without('new'), without('old')].map((text) => text.replace('( ', '('))).toEqual([
      old,
      now,
    ]);
  });
});

describe('own terms', () => {
  test.each(POWERS)('%s finds points that make sense with each partner', (power) => {
    look(start, power);
    for (const to of POWERS.filter((p) => p !== power)) {
      const points = clausesFor([to]);
      expect(points.length).toBeGreaterThan(3);
      for (const clause of points) {
        if (clause.text !== undefined) {
          // Its words are still to be written.
          expect(refusalOf([to], [clause])?.params?.why).toBe('wordsEmpty');
          expect(refusalOf([to], [{ ...clause, text: 'We meet in May.' }])).toBeNull();
          continue;
        }
        expect(refusalOf([to], [clause])).toBeNull();
        expect([power, to]).toContain(clause.by);
        expect(clauseText(clause)).toMatch(/^[A-Z][^{}]*\.$/);
        // After 'broken if', but what cannot be broken says so in a sentence of its own.
        expect(clauseBroken(clause)).toMatch(
          clause.kind === 'consent' ? /^[A-Z][^{}]*\.$/ : /^[a-z][^{}]*$/,
        );
        expect(offerTitle([clause])).not.toMatch(/[{}_]/);
      }
    }
  });

  test('tell why two points that say the same make no offer', () => {
    look(start, 'KZ');
    expect(refusalOf(['RU'], [open, open])).toMatchObject({ code: 'badClause', params: { n: 2 } });
    expect(refusalOf(['RU'], [open, cap(800)])).toBeNull();
  });
});

describe('ready offers', () => {
  test('are those of the rules, computed aside, each with settings that move it', async () => {
    look(start, 'KZ');
    expect(readyFor(['RU'])).toBeNull();
    const ready = await vi.waitFor(() => {
      const found = readyFor(['RU']);
      expect(found).not.toBeNull();
      return found!;
    });
    expect(ready).toEqual(readyOffers(lesson, viewFor(lesson, start, 'KZ'), 'RU'));
    for (const { clauses, sliders } of ready) {
      expect(refusalOf(['RU'], clauses)).toBeNull();
      for (const slider of sliders.filter(({ spec }) => spec.type === 'number')) {
        if (slider.spec.type !== 'number') continue;
        const value = slider.spec.max;
        const moved = withSetting(clauses, slider, value);
        expect(settingOf(moved, slider)).toBe(value);
        expect(refusalOf(['RU'], moved)).toBeNull();
      }
    }
  });

  test('are previewed by the same rules', async () => {
    look(start, 'KZ');
    const clauses = [open, cap(500)];
    expect(dealOf(['RU'], clauses)).toBeNull();
    const deal = await vi.waitFor(() => {
      const found = dealOf(['RU'], clauses);
      expect(found).not.toBeNull();
      return found!;
    });
    expect(deal).toEqual(previewDeal(lesson, viewFor(lesson, start, 'KZ'), clauses));
    expect(Object.keys(deal.partners)).toEqual(['RU']);
    // A gift alone is weighed for who receives it, too.
    const gift = await vi.waitFor(() => {
      const found = dealOf(['RU'], [cap(500)]);
      expect(found).not.toBeNull();
      return found!;
    });
    expect(gift.partners.RU?.effects).toHaveLength(7);
  });
});

describe('free words', () => {
  const spoken = told(told(start, 'RU', { type: 'say', to: ['KZ'], text: 'Between us.' }), 'CN', {
    type: 'say',
    to: 'all',
    text: 'To everybody.',
  });

  test('stand in their channel and are unread until it is opened', () => {
    look(spoken, 'KZ');
    expect(wordsIn('RU').map(({ text }) => text)).toEqual(['Between us.']);
    expect(wordsIn('all').map(({ text }) => text)).toEqual(['To everybody.']);
    expect([unreadIn('RU'), unreadIn('all'), unreadIn('CN')]).toEqual([1, 1, 0]);
    talkOpen.value = 'RU';
    expect([unreadIn('RU'), unreadIn('all')]).toEqual([0, 1]);
    look(spoken, 'EU');
    expect(wordsIn('RU')).toEqual([]);
    expect(wordsIn('all')).toHaveLength(1);
  });

  test('and warnings are told once they come', () => {
    const order = { kind: 'ru_transit', params: { corridor: 'trunk', access: 'close' } };
    const warned = told(spoken, 'RU', {
      type: 'signal',
      to: 'all',
      kind: 'warn',
      order,
      until: 1,
    });
    look(warned, 'KZ');
    expect(happenings.value.map(happeningText)).toEqual([
      'Russia has written to you.',
      'China has spoken to all.',
      'Russia warns: “Close the northern trunk” by the end of the first half of 2014. Before all.',
    ]);
    expect(wordOf('RU').map(({ fate }) => fate)).toEqual(['open']);
  });

  test('of a muted power are hidden on this device, its offers are not', () => {
    const both = told(spoken, 'RU', { type: 'propose', to: ['KZ'], clauses: [open] });
    look(both, 'KZ');
    setMuted('RU', true);
    expect(isMuted('RU')).toBe(true);
    expect(wordsIn('RU')).toEqual([]);
    expect(offersToAnswer.value).toHaveLength(1);
    setMuted('RU', false);
    expect(wordsIn('RU')).toHaveLength(1);
  });
});

test('an order of two sides has its offer, as long as it lies drafted', () => {
  const drafted = laid(start, 'EU', 'epca', { step: '1' });
  look(drafted, 'EU');
  const draft = drafted.drafts.EU[0]?.id ?? '';
  expect(offerOfDraft(draft)?.parties).toEqual(['KZ', 'EU']);
  look(drafted, 'KZ');
  expect(upNext.value).toMatch(/^Answer the European Union’s offer/);
});
