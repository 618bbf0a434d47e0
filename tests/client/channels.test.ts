/** Channels on the page: of two, of three, of all; what was said last, what waits, what survives. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { channelLine } from '../../client/panels/Talks.tsx';
import {
  audienceOf,
  channelOf,
  channelWith,
  openSet,
  othersIn,
  partners,
} from '../../client/state/channels.ts';
import { happenings } from '../../client/state/happenings.ts';
import { channels, setMuted, talkOpen, unopened, wordsIn } from '../../client/state/talks.ts';
import { unread, unreadIn } from '../../client/state/unread.ts';
import { channelName } from '../../client/words/channels.ts';
import { happeningText } from '../../client/words/happenings.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import type { Clause, TalkCommand } from '../../shared/core/talk.ts';
import { submit } from '../../shared/game/index.ts';
import { gameAt, lesson, look } from './support/table.ts';
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

/** Shows a game as a power sees it, in each test another one. */
let game = 0;
beforeEach(() => {
  game += 1;
});
const sit = (state: GameState, power: Power): void => look(state, power, { code: `GAME${game}` });

/** The state after commands of the talks. @throws Error with the refusal */
function told(state: GameState, ...said: readonly (readonly [Power, TalkCommand])[]): GameState {
  return said.reduce((now, [seat, command], i) => {
    const input = { ...command, id: `c${now.accepted.length}-${i}`, round: now.round };
    const outcome = submit(lesson, now, seat, 'person', input);
    if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
    return outcome.state;
  }, state);
}

const say = (by: Power, to: 'all' | readonly Power[], text: string) =>
  [by, { type: 'say', to, text }] as const;
const road: Clause = {
  kind: 'access',
  by: 'RU',
  params: { corridor: 'trunk', delay: 0 },
  until: 2,
};

/** Forgets what the page holds, by another game at the same device, and reads what the device kept. */
function reload(state: GameState, power: Power): void {
  look(state, power, { code: 'ZZZZZZ' });
  openSet(channelWith(partners.value.slice(1)));
  talkOpen.value = 'all';
  talkOpen.value = null;
  sit(state, power);
}

describe('a channel', () => {
  test('is called by those in it beside oneself, in the order of the table', () => {
    sit(start, 'KZ');
    expect(channelWith(['CN', 'RU'])).toBe('RU-CN');
    expect(channelWith(['EU'])).toBe('EU');
    expect(channelWith(['EU', 'CN', 'RU'])).toBe('all');
    expect(othersIn('RU-CN')).toEqual(['RU', 'CN']);
    expect(audienceOf('RU-CN')).toEqual(['RU', 'CN']);
    expect(audienceOf('all')).toBe('all');
    expect(channelOf(['KZ', 'RU', 'EU'])).toBe('RU-EU');
    // What others agreed between them is all the table's to read.
    expect(channelOf(['RU', 'CN'])).toBe('all');
    expect(channelName('RU-CN')).toBe('Russia and China');
    sit(start, 'CN');
    expect(channelOf(['KZ', 'CN', 'RU'])).toBe('KZ-RU');
  });

  test('of three is opened on demand and is there again after a reload', () => {
    sit(start, 'KZ');
    expect(channels.value).toEqual(['RU', 'CN', 'EU', 'all']);
    expect(unopened.value).toEqual(['RU-CN', 'RU-EU', 'CN-EU']);
    openSet('CN-EU');
    expect(channels.value).toEqual(['RU', 'CN', 'EU', 'CN-EU', 'all']);
    reload(start, 'KZ');
    expect(channels.value).toContain('CN-EU');
    expect(unopened.value).toEqual(['RU-CN', 'RU-EU']);
    // Another seat at the same device has its own.
    sit(start, 'RU');
    expect(channels.value).toEqual(['KZ', 'CN', 'EU', 'all']);
  });

  test('shows itself to those in it once something is said there, and to nobody else', () => {
    const said = told(start, say('RU', ['KZ', 'CN'], 'One gate for three.'));
    for (const power of ['KZ', 'CN'] as const) {
      sit(said, power);
      const set = channelWith(power === 'KZ' ? ['RU', 'CN'] : ['KZ', 'RU']);
      expect(channels.value).toContain(set);
      expect(wordsIn(set).map(({ text }) => text)).toEqual(['One gate for three.']);
      expect(wordsIn('RU')).toEqual([]);
    }
    sit(said, 'EU');
    expect(channels.value).toEqual(['KZ', 'RU', 'CN', 'all']);
    expect(unread.value).toBe(0);
  });

  test('holds the offers of its three, which wait there', () => {
    const offer = { type: 'propose', to: ['KZ', 'CN'], clauses: [road] } as const;
    const offered = told(start, ['RU', offer]);
    sit(offered, 'CN');
    expect(channelLine('KZ-RU')).toMatchObject({
      line: 'Russia waits for your answer',
      waits: true,
    });
    expect(channelLine('RU').waits).toBe(false);
    expect(happenings.value.map(happeningText)).toEqual([
      'Russia makes you an offer: An open road. In the channel “Kazakhstan and Russia”.',
    ]);
  });
});

describe('what was said last', () => {
  test('stands in the row, with who said it; a hidden power’s words do not', () => {
    const said = told(
      start,
      say('RU', ['KZ', 'CN'], 'First.'),
      say('CN', ['KZ', 'RU'], 'Soon & surely.'),
    );
    sit(said, 'KZ');
    expect(channelLine('RU-CN')).toEqual({
      head: 'Russia and China',
      line: '2 new messages',
      waits: true,
      last: 'China: Soon & surely.',
    });
    setMuted('CN', true);
    expect(channelLine('RU-CN')).toMatchObject({ line: '1 new message', last: 'Russia: First.' });
    setMuted('CN', false);
    const answered = told(said, say('KZ', ['RU', 'CN'], 'Agreed.'));
    sit(answered, 'KZ');
    talkOpen.value = 'RU-CN';
    expect(channelLine('RU-CN')).toMatchObject({ line: 'You: Agreed.', waits: false, last: null });
  });
});

describe('what is unread', () => {
  test('is counted by channel, and what was read stays read after a reload', () => {
    const said = told(
      start,
      say('RU', ['KZ'], 'To you.'),
      say('RU', ['KZ', 'CN'], 'To both.'),
      say('RU', 'all', 'To all.'),
    );
    sit(said, 'KZ');
    const counts = (): readonly number[] => [unreadIn('RU'), unreadIn('RU-CN'), unreadIn('all')];
    expect(counts()).toEqual([1, 1, 1]);
    expect(unread.value).toBe(3);
    talkOpen.value = 'RU-CN';
    expect(counts()).toEqual([1, 0, 1]);
    talkOpen.value = null;
    reload(said, 'KZ');
    expect(counts()).toEqual([1, 0, 1]);
    sit(told(said, say('CN', ['KZ', 'RU'], 'More.')), 'KZ');
    expect(counts()).toEqual([1, 1, 1]);
  });

  test('counts what comes after words that were read and hidden since', () => {
    const said = told(start, say('RU', ['KZ', 'CN'], 'One.'), say('RU', ['KZ', 'CN'], 'Two.'));
    sit(said, 'KZ');
    talkOpen.value = 'RU-CN';
    talkOpen.value = null;
    setMuted('RU', true);
    sit(told(said, say('CN', ['KZ', 'RU'], 'Three.')), 'KZ');
    expect(unreadIn('RU-CN')).toBe(1);
    setMuted('RU', false);
  });

  test('are warnings too', () => {
    const order = { kind: 'ru_transit', params: { corridor: 'trunk', access: 'close' } };
    const warned = told(start, [
      'RU',
      { type: 'signal', to: ['KZ', 'EU'], kind: 'warn', order, until: 1 },
    ]);
    sit(warned, 'EU');
    expect(unreadIn('KZ-RU')).toBe(1);
    expect(happenings.value.map(happeningText)[0]).toMatch(
      /^Russia warns: .* In the channel “Kazakhstan and Russia”\.$/,
    );
    sit(warned, 'CN');
    expect(unread.value).toBe(0);
  });
});
