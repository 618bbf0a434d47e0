/** The server as a process: killed as a machine dies, ended as one shuts down, started again. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHUTDOWN } from '../../../shared/protocol/closing.ts';
import { legalOrder, type Player, until } from '../support/player.ts';
import { Program } from '../support/program.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.start({ LOG_LEVEL: 'debug' });
});
afterAll(() => program.dispose());

const keys: string[] = [];

/** A draft as its seat sees it. */
const laid = ({ id, order }: { id: string; order: object }) => ({ id, ...order, giver: 'person' });

async function pair(): Promise<readonly [Player, Player]> {
  const host = await program.host({ power: 'KZ', pace: 'slow' });
  const guest = await program.enter(host.code, { name: 'Guest', power: 'RU' });
  keys.push(host.token, guest.token);
  await host.host({ do: 'start' });
  await host.host({ do: 'next', phase: 'briefing' });
  await host.phase('deliberation');
  await guest.phase('deliberation');
  return [host, guest];
}

it('loses nothing that was acknowledged when it is killed in mid-round, and waits for people', async () => {
  const [host, guest] = await pair();
  await until('the bots have ordered', () => host.seat('CN').ready && host.seat('EU').ready);
  const first = { type: 'draft', id: 'first', order: legalOrder(host) };
  const second = { type: 'draft', id: 'second', order: legalOrder(guest) };
  expect((await host.command(first)).ok).toBe(true);
  // The acknowledgement is all that the second waits for before the machine dies.
  expect((await guest.command(second)).ok).toBe(true);
  await program.end('SIGKILL');
  await host.gone();
  await program.begin();

  expect(await program.rooms()).toBe(0);
  const { body } = await program.ask('GET', `/${host.code}`);
  expect(body).toMatchObject({ phase: 'deliberation', round: 0 });
  expect(await program.rooms()).toBe(0);

  const back = await program.enter(guest.code, { token: guest.token });
  expect(back.view).toMatchObject({ seat: 'RU', phase: 'deliberation', drafts: [laid(second)] });
  expect(back.state).toMatchObject({ waiting: false, paused: false, length: 270_000 });
  expect(back.state.deadline).toBeGreaterThan(0);
  expect(back.seat('KZ')).toMatchObject({ name: 'Host', held: true, connected: false });
  const again = await program.enter(host.code, { token: host.token });
  expect(again.view).toMatchObject({ seat: 'KZ', drafts: [laid(first)] });
  // What arrived before the end and comes once more counts once.
  expect((await again.command(first)).ok).toBe(true);
  expect(again.state.host).toBe('KZ');
  for (const phase of ['deliberation', 'ink']) await again.host({ do: 'next', phase });
  await again.phase('report', 0);
  const given = again.view?.report?.orders.map(({ power, kind }) => `${power}:${kind}`) ?? [];
  expect(given).toContain(`KZ:${first.order.kind}`);
  expect(given).toContain(`RU:${second.order.kind}`);
});

it('brings a paused game back paused', async () => {
  const [host] = await pair();
  expect((await host.host({ do: 'pause' })).ok).toBe(true);
  await program.end('SIGKILL');
  await program.begin();
  const back = await program.enter(host.code, { token: host.token });
  expect(back.state).toMatchObject({ paused: true, waiting: false, deadline: 0, left: 270_000 });
  expect((await back.host({ do: 'resume' })).ok).toBe(true);
  await until('it runs', () => back.state.deadline > 0);
});

it('keeps free words closed, and offers on the table', async () => {
  const [host, guest] = await pair();
  expect(await guest.host({ do: 'words', open: false })).toMatchObject({ ok: false });
  expect((await host.host({ do: 'words', open: false })).ok).toBe(true);
  const say = { type: 'say', id: 'say', to: ['KZ'], text: 'Good morning.' };
  expect(await guest.command(say)).toMatchObject({ ok: false, refusal: { code: 'talkClosed' } });
  const clause = { kind: 'toll_cap', by: 'KZ', params: { max: 800 }, until: 1 };
  const offer = { type: 'propose', id: 'offer', to: ['KZ'], clauses: [clause] };
  expect((await guest.command(offer)).ok).toBe(true);
  await program.end('SIGKILL');
  await program.begin();
  const back = await program.enter(host.code, { token: host.token });
  expect(back.view?.talks.open).toBe(false);
  expect(back.view?.talks.proposals.filter(({ by }) => by === 'RU')).toMatchObject([
    { parties: ['KZ', 'RU'], status: 'open', versions: [{ clauses: [{ kind: 'toll_cap' }] }] },
  ]);
  expect((await back.host({ do: 'words', open: true })).ok).toBe(true);
  await until('it is open', () => back.view?.talks.open === true);
});

it('keeps a card that the host alone may lay, unseen until the report tells of it', async () => {
  const [host, guest] = await pair();
  const card = { text: 'A dam breaks <b>north</b>', effects: [{ word: 'fund', delta: -0.5 }] };
  const told = { ...card, text: 'A dam breaks in the north.' };
  expect(await guest.host({ do: 'card', card: told })).toMatchObject({ ok: false });
  expect(await host.host({ do: 'card', card })).toMatchObject({ refusal: { code: 'wordsMarks' } });
  expect((await host.host({ do: 'card', card: told })).ok).toBe(true);
  expect(JSON.stringify(host.view)).not.toContain('dam breaks');
  await program.end('SIGKILL');
  await program.begin();
  const back = await program.enter(host.code, { token: host.token });
  expect(JSON.stringify(back.view)).not.toContain('dam breaks');
  for (const phase of ['deliberation', 'ink']) await back.host({ do: 'next', phase });
  await back.phase('report', 0);
  expect(back.view?.report?.news).toContainEqual({ key: 'card.own', params: { text: told.text } });
});

it('keeps a game that the host has ended before its last round', async () => {
  const [host] = await pair();
  for (const phase of ['deliberation', 'ink']) await host.host({ do: 'next', phase });
  await host.phase('report', 0);
  expect((await host.host({ do: 'end' })).ok).toBe(true);
  await host.phase('debrief', 1);
  const told = host.view?.end?.scores;
  await program.end('SIGKILL');
  await program.begin();
  const back = await program.enter(host.code, { token: host.token });
  expect(back.view).toMatchObject({ phase: 'debrief', round: 1 });
  expect(back.view?.end?.scores).toEqual(told);
});

it('sends everybody away in good order when it is told to end, with all stored', async () => {
  const [host, guest] = await pair();
  const draft = { type: 'draft', id: 'last', order: legalOrder(guest) };
  const answer = guest.command(draft);
  await answer;
  const end = program.end('SIGTERM');
  expect([await host.gone(), await guest.gone()]).toEqual([SHUTDOWN, SHUTDOWN]);
  expect(await end).toBe(0);
  await program.begin();
  const back = await program.enter(guest.code, { token: guest.token });
  expect(back.view?.drafts).toEqual([laid(draft)]);
});

it('tells of a game that it cannot read, and plays all others', async () => {
  const broken = await program.create({ power: 'KZ' });
  const newer = await program.create({ power: 'KZ' });
  const sound = await program.create({ power: 'KZ' });
  keys.push(broken.token, newer.token, sound.token);
  expect(await program.end('SIGTERM')).toBe(0);
  const db = new Database(join(program.dataDir, 'multivector.sqlite'));
  const put = db.prepare('update snapshots set state = ?, hash = ? where game = ?');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const row = db.prepare('select state from snapshots where game = ?').pluck();
  const later = JSON.stringify({ ...JSON.parse(row.get(newer.code) as string), v: 99 });
  put.run(later, hash(later), newer.code);
  put.run('{"v":1', hash('something else'), broken.code);
  db.close();
  await program.begin();
  for (const { code, token } of [broken, newer]) {
    const refusal = { code: 'outdatedGame' };
    expect((await program.ask('GET', `/${code}`)).body.refusal).toEqual(refusal);
    expect((await program.ask('POST', `/${code}/join`, { token })).body.refusal).toEqual(refusal);
  }
  const player = await program.enter(sound.code, { token: sound.token });
  expect((await player.host({ do: 'start' })).ok).toBe(true);
});

it('wrote no key and no name into its log on all these ways', () => {
  expect(keys.length).toBeGreaterThan(6);
  for (const key of keys) expect(program.printed).not.toContain(key);
  expect(program.printed).not.toMatch(/Guest|Host"/);
});
