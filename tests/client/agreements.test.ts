/** Agreements on the page: what each point asks, how it stands, why and at what price; the web of them. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listed, listsAgreements, obligationsOf, partner } from '../../client/state/agreements.ts';
import { view } from '../../client/state/game.ts';
import { happenings } from '../../client/state/happenings.ts';
import { pairsOf } from '../../client/state/promises.ts';
import { talks } from '../../client/state/talks.ts';
import { newsOfBreach, trustLost } from '../../client/words/breach.ts';
import { happeningText } from '../../client/words/happenings.ts';
import { noticeText, obligationNotes, stateText } from '../../client/words/obligations.ts';
import type { Depth, Power } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import { type Clause, NO_TALKS, type TalkCommand, type Talks } from '../../shared/core/talk.ts';
import { advance, submit, viewFor } from '../../shared/game/index.ts';
import { gameAt, laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);
beforeEach(() => {
  partner.value = null;
});

function told(state: GameState, seat: Power, command: TalkCommand): GameState {
  const input = { ...command, id: `c${state.accepted.length}`, round: state.round };
  const outcome = submit(lesson, state, seat, 'person', input);
  if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.state;
}

/** Offered and signed by all. */
function agreed(
  state: GameState,
  by: Power,
  to: readonly Power[],
  clauses: readonly Clause[],
): GameState {
  const offered = told(state, by, { type: 'propose', to, clauses });
  const proposal = offered.talks.proposals.at(-1)?.id ?? '';
  return to.reduce((now, seat) => told(now, seat, { type: 'sign', proposal, version: 1 }), offered);
}

function until(state: GameState, phase: GameState['phase']): GameState {
  let now = advance(lesson, state);
  while (now.phase !== phase) now = advance(lesson, now);
  return now;
}

const start = (depth: Depth = 'intro'): GameState => gameAt('deliberation', depth);
const cap = (by: Power, max: number, last: number): Clause => ({
  kind: 'toll_cap',
  by,
  params: { corridor: 'trunk', max, split: 0 },
  until: last,
});
const standdown: Clause = {
  kind: 'pledge_do',
  by: 'RU',
  params: {},
  order: { kind: 'military', params: { act: 'standdown' } },
  until: 0,
};
const pact = agreed(start(), 'KZ', ['RU'], [cap('KZ', 900, 3), cap('RU', 700, 3)]);
/** Russia breaks its ceiling in the second round. */
const betrayed = until(
  laid(until(pact, 'deliberation'), 'RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }),
  'report',
);

describe('the list of agreements', () => {
  test('comes with the second round of a first game, and at once in a deeper one', () => {
    look(pact, 'KZ');
    expect(listsAgreements.value).toBe(false);
    look(until(pact, 'deliberation'), 'KZ');
    expect(listsAgreements.value).toBe(true);
    look(start('standard'), 'KZ');
    expect(listsAgreements.value).toBe(true);
  });

  test('has those in force first, by what falls due, and can be cut to one partner', () => {
    const two = agreed(pact, 'EU', ['KZ'], [cap('KZ', 800, 1)]);
    look(until(agreed(two, 'RU', ['EU'], [standdown]), 'deliberation'), 'KZ');
    const names = (): readonly string[] => listed.value.map(({ parties }) => parties.join());
    expect(names()).toEqual(['KZ,EU', 'KZ,RU', 'RU,EU']);
    expect(listed.value.map(({ status }) => status)).toEqual(['running', 'running', 'broken']);
    partner.value = 'RU';
    expect(names()).toEqual(['KZ,RU', 'RU,EU']);
    partner.value = 'CN';
    expect(names()).toEqual([]);
  });

  test('holds what others have signed only once it is public', () => {
    look(pact, 'CN');
    expect(listed.value).toEqual([]);
    look(until(pact, 'report'), 'CN');
    expect(listed.value).toHaveLength(1);
  });
});

describe('a point of an agreement', () => {
  const points = (state: GameState, power: Power = 'KZ') => {
    look(state, power);
    return listed.value.flatMap(obligationsOf);
  };
  const says = (state: GameState): readonly string[] =>
    points(state).map((one) => [stateText(one.clause), ...obligationNotes(one)].join(' | '));

  test('tells until when it binds and towards whom', () => {
    expect(says(pact)).toEqual([
      'still open | Binds until the end of the first half of 2015, towards Russia.',
      'still open | Binds until the end of the first half of 2015, towards Kazakhstan.',
    ]);
    expect(says(until(pact, 'deliberation'))[0]).toMatch(/^kept so far \| Binds until/);
  });

  test('tells when a deed is due, and to whom', () => {
    const promised = agreed(start(), 'EU', ['RU', 'KZ'], [{ ...standdown, until: 1 }]);
    expect(says(promised)).toEqual([
      'still open | Due by the end of the first half of 2014, to Kazakhstan and European Union.',
    ]);
    const now = points(until(promised, 'deliberation'));
    expect(now.map(({ now: due }) => due)).toEqual([true]);
    expect(obligationNotes(now[0]!)).toEqual([
      'Due in this round, to Kazakhstan and European Union.',
    ]);
  });

  test('that was broken tells which order broke it, and the trust that cost', () => {
    const [kept, broken] = says(betrayed);
    expect(kept).toBe('kept');
    expect(broken).toMatch(
      /^broken \| What broke it: “Keep the northern trunk open for \$2,000”\. Trust lost: Kazakhstan −\d/,
    );
    expect(broken).toMatch(/, China −2.*European Union −2/);
  });

  test('that was due and did not come tells what was missing', () => {
    const [note] = says(until(agreed(start(), 'EU', ['RU'], [standdown]), 'report'));
    expect(note).toMatch(/^broken \| “Stand forces down” was due and did not come\. Trust lost: /);
  });

  test('tells what lies in escrow and what was paid', () => {
    const [one] = points(pact);
    const clause = { ...one!.clause, held: 0.5, paid: 0.25 };
    expect(obligationNotes({ ...one!, clause }).slice(1)).toEqual([
      'In escrow: $0.50 bn.',
      'Paid so far: $0.25 bn.',
    ]);
  });

  test('that was excused tells why', () => {
    const [one] = points(pact);
    const clause = { ...one!.clause, fate: 'excused', final: true } as const;
    expect(obligationNotes({ ...one!, clause })).toEqual([
      'It would have come so even had Kazakhstan ordered nothing.',
    ]);
    expect(obligationNotes({ ...one!, clause, deed: true })[0]).toMatch(/at no time/);
  });

  test('reads the same for those who look on', () => {
    const own = says(betrayed);
    look(betrayed, 'EU');
    expect(
      listed.value
        .flatMap(obligationsOf)
        .map((one) => [stateText(one.clause), ...obligationNotes(one)].join(' | ')),
    ).toEqual(own);
  });
});

test('who has no seat reads the list too, and can leave nothing', () => {
  const order = { kind: 'military', params: { act: 'standdown' } };
  const free = agreed(
    start('expert'),
    'KZ',
    ['RU'],
    [{ ...cap('KZ', 900, 3), when: { on: 'order', power: 'RU', order } }],
  );
  const open = until(free, 'deliberation');
  look(open, 'KZ');
  const [own] = listed.value.flatMap(obligationsOf);
  expect(own?.condition).toBe('unknown');
  expect(obligationNotes(own!)[0]).toBe('Whether its condition holds is not known to you.');
  view.value = viewFor(lesson, open, null);
  const [seen] = listed.value.flatMap(obligationsOf);
  expect(seen).toMatchObject({ condition: null, deed: false, pays: null });
  expect(obligationNotes(seen!)).toEqual([
    'Binds until the end of the first half of 2015, towards Russia.',
  ]);
});

describe('a broken word in the news', () => {
  test('has its reason and its price, for everybody', () => {
    for (const power of ['KZ', 'CN', 'EU'] as const) {
      look(betrayed, power);
      const news = betrayed.report?.news.find(({ key }) => key === 'talks.broken');
      expect(news && newsOfBreach(news)).toMatch(/^What broke it: .*\$2,000.* Trust lost: /);
    }
    look(betrayed, 'KZ');
    const signed = until(pact, 'report').report?.news.find(({ key }) => key === 'talks.signed');
    expect(signed && newsOfBreach(signed)).toBeNull();
  });

  test('has no price where there was no trust left', () => {
    expect(trustLost({})).toBe('There was no trust left to lose.');
    expect(trustLost({ CN: 2.25, EU: 2 })).toBe('Trust lost: China −2.3 and European Union −2.');
  });
});

describe('leaving', () => {
  const running = until(pact, 'deliberation');
  const id = running.talks.agreements[0]?.id ?? '';

  test('with notice is told to those who are left, and stands in the list', () => {
    const noticed = told(running, 'RU', { type: 'leave', agreement: id, notice: true });
    look(noticed, 'KZ');
    expect(happenings.value.map(happeningText)).toEqual([
      'Russia gives notice of an agreement: A ceiling on a toll.',
    ]);
    expect(noticeText(talks.value.agreements[0]!)).toBe(
      'Russia has given notice: the agreement binds until the end of the second half of 2014.',
    );
    look(noticed, 'RU');
    expect(happenings.value).toEqual([]);
  });

  test('at once ends what it bound, and nothing of it is due', () => {
    look(told(running, 'RU', { type: 'leave', agreement: id, notice: false }), 'KZ');
    expect(happenings.value.map(({ what }) => what)).toEqual(['left']);
    const [agreement] = listed.value;
    expect(agreement?.status).toBe('left');
    expect(obligationsOf(agreement!).flatMap(obligationNotes)).toEqual([]);
  });
});

describe('the web of promises', () => {
  const pair = (of: Talks, a: Power, b: Power) =>
    pairsOf(of).find(({ powers }) => powers.join() === [a, b].join())!;

  test('counts words, offers, fates and warnings carried out by pair', () => {
    const order = { kind: 'ru_transit', params: { corridor: 'trunk' } };
    const words = told(until(pact, 'deliberation'), 'RU', {
      type: 'signal',
      to: ['KZ', 'CN'],
      kind: 'warn',
      order,
      until: 1,
    });
    const said = told(words, 'KZ', { type: 'say', to: ['RU'], text: 'Think of the toll.' });
    const both = told(said, 'KZ', { type: 'say', to: ['RU', 'CN'], text: 'All three.' });
    const done = until(
      laid(both, 'RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }),
      'report',
    ).talks;
    expect(pair(done, 'KZ', 'RU')).toMatchObject({
      words: 1,
      offers: 1,
      signed: 1,
      bonds: ['broken'],
      kept: 1,
      broken: 1,
      excused: 0,
      threats: 1,
      silent: false,
    });
    expect(pair(done, 'RU', 'CN')).toMatchObject({ threats: 1, signed: 0, silent: false });
    expect(pair(done, 'KZ', 'CN')).toMatchObject({ threats: 0, silent: true });
  });

  test('is silent where nothing passed between two', () => {
    expect(pairsOf(NO_TALKS).map(({ silent }) => silent)).toEqual(Array(6).fill(true));
  });

  test('takes the table’s vote for words that no rule can judge', () => {
    const free: Clause = { kind: 'free', by: 'KZ', params: {}, text: 'Good will.', until: 2 };
    const signed = agreed(start(), 'KZ', ['RU'], [free]).talks;
    const [agreement] = signed.agreements;
    const vote = (...kept: readonly boolean[]): Talks => ({
      ...signed,
      agreements: [
        {
          ...agreement!,
          clauses: agreement!.clauses.map((clause) => ({
            ...clause,
            deemed: (['KZ', 'RU', 'CN'] as const)
              .slice(0, kept.length)
              .map((power, i) => ({ power, kept: kept[i] === true })),
          })),
        },
      ],
    });
    expect(pair(signed, 'KZ', 'RU')).toMatchObject({ kept: 0, broken: 0 });
    expect(pair(vote(true, false, false), 'KZ', 'RU')).toMatchObject({ kept: 0, broken: 1 });
    expect(pair(vote(true, true, false), 'KZ', 'RU')).toMatchObject({ kept: 1, broken: 0 });
  });

  test('shows in play what is public, and no more', () => {
    const secret = told(pact, 'RU', { type: 'say', to: ['KZ'], text: 'Between us.' });
    const seen = viewFor(lesson, secret, 'CN').talks;
    expect(pair(seen, 'KZ', 'RU')).toMatchObject({ words: 0, offers: 0, signed: 0 });
  });
});
