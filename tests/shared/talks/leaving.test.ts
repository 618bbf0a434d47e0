import { describe, expect, it } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState, Giver } from '../../../shared/core/state.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import { advance, dutiesOf, leavePreview, submit, viewFor } from '../../../shared/game/index.ts';
import { Standing } from '../../../shared/game/talks/active.ts';
import { boundIn } from '../../../shared/game/talks/standing.ts';
import { variant } from '../economy/variant.ts';
import { cap, pledge, still, Table } from './table.ts';

const calm = { kind: 'military', params: { act: 'standdown' } };
const words: readonly Clause[] = [cap('RU', 400, 5), cap('KZ', 900, 5)];
const agreed = (content = still): Table => new Table(content).agree('KZ', ['RU'], words);
const leave = (table: Table, notice: boolean) => ({
  type: 'leave',
  agreement: table.agreement.id,
  notice,
});
/** Points of trust lost against the same game in which nobody leaves. */
function lost(table: Table, quiet: Table): Record<string, number> {
  const pairs = POWERS.flatMap((a) => POWERS.filter((b) => b > a).map((b) => `${a},${b}`));
  return Object.fromEntries(
    pairs
      .map((pair): [string, number] => {
        const word = `trust(${pair})`;
        return [pair, Math.round((quiet.at(word) - table.at(word)) * 1e6) / 1e6];
      })
      .filter(([, points]) => points !== 0),
  );
}

describe('notice', () => {
  it('costs two points with the other party, and everybody hears of it', () => {
    const [table, quiet] = [agreed().next(), agreed().next()];
    table.give('RU', leave(table, true)).resolve();
    expect(lost(table, quiet.resolve())).toEqual({ 'KZ,RU': 2 });
    expect(table.state.report?.news).toContainEqual({
      key: 'talks.notice',
      power: 'RU',
      params: { powers: 'KZ' },
    });
  });

  it('leaves the agreement in force for two rounds, and what is broken in them is broken', () => {
    const table = agreed().next();
    table.give('RU', leave(table, true)).next();
    expect(table.agreement).toMatchObject({ status: 'running', notice: { power: 'RU', last: 2 } });
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).resolve();
    expect(table.agreement.status).toBe('broken');
  });

  it('ends it after them: left, not broken, with what was judged as it was judged', () => {
    const table = new Table();
    table.agree('KZ', ['RU'], [cap('RU', 400, 5), pledge('pledge_do', 'RU', calm, 5)]).next();
    table.give('RU', leave(table, true)).next().resolve();
    expect(table.agreement.status).toBe('left');
    expect(table.agreement.clauses).toMatchObject([
      { fate: 'kept', final: true },
      { fate: 'dormant', final: true },
    ]);
    const reputation = table.at('reputation(RU)');
    table.next().order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).resolve();
    expect(table.agreement.status).toBe('left');
    expect(reputation).toBe(0);
    expect(table.at('reputation(RU)')).toBe(0);
  });

  it('counts where courses are looked at: nothing binds after its last round', () => {
    const bindsIn = (table: Table): number[] => {
      const { content, state } = table;
      const standing = new Standing(content, boundIn(state.talks.agreements, 1), 1);
      return [1, 2].map((round) => standing.in(state.num, round, []).length);
    };
    const [table, quiet] = [agreed(), agreed()];
    table.give('RU', leave(table, true));
    expect(bindsIn(table.next())).toEqual([2, 0]);
    expect(bindsIn(quiet.next())).toEqual([2, 2]);
  });

  it('is given once, by whomever, and not for what is over by then', () => {
    const table = agreed();
    table.give('RU', leave(table, true));
    expect(table.say('RU', leave(table, true))).toBe('noticeGiven');
    expect(table.say('KZ', leave(table, true))).toBe('noticeGiven');
    const short = new Table().agree('KZ', ['RU'], [cap('RU', 400, 1)]);
    expect(short.say('RU', leave(short, true))).toBe('noticeLate');
    expect(short.say('RU', leave(short, false))).toBeNull();
  });

  it('costs what the world says', () => {
    const content = variant({ coefficients: { 'leaving.notice': 0, 'leaving.noticeRounds': 1 } });
    const [table, quiet] = [agreed(content), agreed(content)];
    table.give('RU', leave(table, true)).resolve();
    expect(lost(table, quiet.resolve())).toEqual({});
    expect(table.agreement.status).toBe('left');
  });
});

describe('leaving at once', () => {
  it('costs eight points with each other party, not with those who look on', () => {
    const three = (): Table => new Table().agree('KZ', ['RU', 'CN'], words).next();
    const [table, quiet] = [three(), three()];
    table.give('RU', leave(table, false)).resolve();
    expect(lost(table, quiet.resolve())).toEqual({ 'KZ,RU': 8, 'CN,RU': 8 });
    expect(table.at('reputation(RU)')).toBe(0);
    expect(table.state.report?.news).toContainEqual({
      key: 'talks.left',
      power: 'RU',
      params: { powers: 'KZ,CN' },
    });
  });

  it('frees everybody in this very round', () => {
    const table = agreed().next();
    table.give('RU', leave(table, false));
    const view = viewFor(table.content, table.state, 'KZ');
    expect(dutiesOf(table.content, view)).toEqual([]);
    table.order('KZ', 'toll', { corridor: 'trunk', toll: 2000 });
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).resolve();
    expect(table.agreement.status).toBe('left');
    expect(table.agreement.clauses.map((c) => c.fate)).toEqual(['kept', 'kept']);
    expect(table.at('toll(KZ,trunk)')).toBe(2000);
  });

  it('takes a signature of this round back, and the order falls through', () => {
    const table = new Table().order('CN', 'summit', { host: 'KZ' });
    const { id } = table.lastOffer();
    table.give('KZ', { type: 'sign', proposal: id, version: 1 }).give('KZ', leave(table, false));
    table.resolve();
    expect(table.state.report?.failed).toMatchObject([{ refusal: { code: 'unsigned' } }]);
  });

  it('is open after notice, at its own price', () => {
    const [table, quiet] = [agreed(), agreed()];
    for (const one of [table, quiet]) one.give('RU', leave(one, true)).next();
    table.give('KZ', leave(table, false)).resolve();
    expect(lost(table, quiet.resolve())).toEqual({ 'KZ,RU': 8 });
  });

  it('costs what the world says', () => {
    const content = variant({ coefficients: { 'leaving.atOnce': 0 } });
    const [table, quiet] = [agreed(content).next(), agreed(content).next()];
    table.give('RU', leave(table, false)).resolve();
    expect(lost(table, quiet.resolve())).toEqual({});
  });
});

describe('who leaves', () => {
  it.each<[string, Power, boolean, string | null]>([
    ['is a party', 'KZ', false, null],
    ['is no stranger', 'CN', false, 'unknownAgreement'],
    ['gives no notice as a stranger either', 'EU', true, 'unknownAgreement'],
  ])('%s', (_, seat, notice, code) => {
    const table = agreed();
    expect(table.say(seat, leave(table, notice))).toBe(code);
  });

  it('does so once, and not what is over', () => {
    const table = agreed();
    table.give('KZ', leave(table, false));
    expect(table.say('RU', leave(table, false))).toBe('unknownAgreement');
    expect(table.say('KZ', { ...leave(table, true), agreement: 'x' })).toBe('unknownAgreement');
  });

  it('may do so in ink time, and is told to those he leaves before they are done', () => {
    const table = agreed().give('RU', { type: 'ready', ready: true });
    table.give('CN', { type: 'ready', ready: true });
    table.give('KZ', leave(table, true));
    expect(table.state.ready).toEqual(['CN']);
    table.state = advance(table.content, table.state);
    expect(table.state.phase).toBe('ink');
    expect(table.say('RU', leave(table, false))).toBeNull();
  });

  it('is no bot that sits in for the person who signed', () => {
    const { content, state, agreement } = agreed();
    const say = (seat: Power, giver: Giver, from: GameState) =>
      submit(content, from, seat, giver, {
        id: giver,
        round: from.round,
        type: 'leave',
        agreement: agreement.id,
        notice: true,
      });
    expect(say('RU', 'bot', state)).toMatchObject({ refusal: { code: 'personSigned' } });
    expect(say('RU', 'person', state).ok).toBe(true);
    // What a bot has signed itself it may leave.
    const signed = agreement.signed.map((s) => ({ ...s, giver: 'bot' as const }));
    const talks = { ...state.talks, agreements: [{ ...agreement, signed }] };
    expect(say('RU', 'bot', { ...state, talks }).ok).toBe(true);
  });

  it('does not take back what he has told everybody', () => {
    const table = new Table(still, 5, 'expert').set({ 'pc(*)': 6 });
    table.order('CN', 'blueprint', {}).next();
    expect(table.agreement.parties).toEqual(POWERS);
    expect(table.say('CN', leave(table, true))).toBe('wordStands');
    expect(table.say('KZ', leave(table, false))).toBe('wordStands');
  });

  it('knows before what it costs, and what binds him still', () => {
    const table = agreed().next();
    const look = (seat: Power) =>
      leavePreview(table.content, viewFor(table.content, table.state, seat), table.agreement.id);
    expect(look('CN')).toBeNull();
    expect(look('RU')).toMatchObject({
      notice: { trust: { KZ: 2 }, escrow: 0, last: 2, remains: [{ by: 'RU' }], refusal: null },
      atOnce: { trust: { KZ: 8 }, escrow: 0, last: 0, remains: [], refusal: null },
    });
    table.give('RU', leave(table, true));
    expect(look('KZ')?.notice.refusal).toEqual({ code: 'noticeGiven' });
  });
});
