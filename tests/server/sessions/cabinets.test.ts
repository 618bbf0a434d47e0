/** Several people on one seat: all see and draft, one speaks for it, and it lives as long as one is there. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { CLOSING } from '../../../shared/protocol/closing.ts';
import { Classroom, type Console, type Pupil } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { legalOrder, until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

let room: Classroom;
let desk: Console;
/** Aida and Bek hold Kazakhstan, Boris Russia. */
let aida: Pupil;
let bek: Pupil;
let boris: Pupil;
beforeEach(async () => {
  room = await Classroom.open(house, { worlds: 2, cabinet: 2, seating: 'free', pace: 'slow' });
  aida = await room.enter({ name: 'Aida', world: 1, power: 'KZ' });
  bek = await room.enter({ name: 'Bek', world: 1, power: 'KZ' });
  boris = await room.enter({ name: 'Boris', world: 1, power: 'RU' });
  desk = await room.console();
  await desk.bid({ do: 'start', worlds: [1] });
  await desk.bid({ do: 'next', phase: 'briefing', worlds: [1] });
  for (const { player } of [aida, bek, boris]) await player.phase('deliberation');
});
afterEach(() => room.close());

const settle = () => new Promise((turn) => setTimeout(turn, 150));
const members = () => desk.seat(1, 'KZ').members.map(({ name, connected }) => [name, connected]);

it('shows who sits there and takes no third person', async () => {
  expect(aida.player.seat('KZ')).toMatchObject({ name: 'Aida, Bek', head: 'Aida', held: true });
  expect(members()).toEqual([
    ['Aida', true],
    ['Bek', true],
  ]);
  await expect(room.seat({ name: 'Cem', world: 1, power: 'KZ' })).rejects.toMatchObject({
    code: 'seatTaken',
  });
});

it('shows all of a seat the same, and lets each draft', async () => {
  const order = legalOrder(bek.player);
  expect((await bek.player.command({ type: 'draft', order })).ok).toBe(true);
  await until('both see it', () =>
    [aida, bek].every(({ player }) => player.view?.drafts.some((d) => d.kind === order.kind)),
  );
  await settle();
  expect(bek.player.view).toEqual(aida.player.view);
  expect(boris.player.view?.drafts).toEqual([]);
});

it('is spoken for by its head; when he is gone, by the next, until he comes back', async () => {
  expect(await bek.player.ready()).toEqual({ ok: false, refusal: { code: 'notHead' } });
  const sign = { type: 'sign', proposal: 'none', version: 1 };
  expect(await bek.player.command(sign)).toMatchObject({ refusal: { code: 'notHead' } });
  expect(await aida.player.command(sign)).toMatchObject({ refusal: { code: 'unknownProposal' } });
  aida.player.drop();
  await until('the next speaks', () => bek.player.seat('KZ').head === 'Bek');
  expect((await bek.player.ready()).ok).toBe(true);
  const back = await room.enter({ token: aida.token });
  await until('she speaks again', () => bek.player.seat('KZ').head === 'Aida');
  expect(await bek.player.command({ type: 'ready', ready: false })).toMatchObject({
    refusal: { code: 'notHead' },
  });
  expect((await back.player.command({ type: 'ready', ready: false })).ok).toBe(true);
});

it('keeps each one’s line apart, and each one’s return code', async () => {
  const again = await room.enter({ token: bek.token });
  expect(await bek.player.gone()).toBe(CLOSING.moved);
  expect(aida.player.closed).toBeNull();
  const code = (await again.player.request('returnCode')) as { value: string };
  const elsewhere = await room.enter({ returnCode: code.value });
  expect(await again.player.gone()).toBe(CLOSING.moved);
  expect(aida.player.closed).toBeNull();
  expect(elsewhere.name).toBe('Bek');
  expect((await elsewhere.player.request('rename', { name: 'Bektas' })).ok).toBe(true);
  await until('it is shown', () => aida.player.seat('KZ').name === 'Aida, Bektas');
});

it('needs a stand-in only when nobody of it is there', async () => {
  aida.player.drop();
  await desk.sees('that she is gone', () => members()[0]?.[1] === false);
  clock.turn(61_000);
  await settle();
  expect(desk.seat(1, 'KZ').player).toBe('person');
  bek.player.drop();
  await desk.sees('that both are gone', () => members()[1]?.[1] === false);
  clock.turn(61_000);
  await desk.sees('the bot', () => desk.seat(1, 'KZ').player === 'bot');
  const back = await room.enter({ token: bek.token });
  expect(back.player.seat('KZ')).toMatchObject({
    player: 'person',
    head: 'Bek',
    name: 'Aida, Bek',
  });
});

it('lives on when one of several is moved, removed, or leaves', async () => {
  const second = desk.seat(1, 'KZ').members[1]?.id as number;
  const seat = { world: 1, power: 'KZ', member: second };
  await desk.bid({ do: 'move', seat, to: { world: 2, power: 'EU' } });
  expect(await bek.player.gone()).toBe(CLOSING.reseated);
  expect(aida.player.closed).toBeNull();
  const moved = await room.enter({ token: bek.token });
  expect([moved.world, moved.player.power, moved.name]).toEqual([2, 'EU', 'Bek']);
  await desk.bid({ do: 'move', seat: { world: 2, power: 'EU' }, to: { world: 1, power: 'KZ' } });
  await moved.player.gone();
  const returned = await room.enter({ token: bek.token });
  await desk.sees('both', () => members().length === 2);
  await desk.bid({ do: 'remove', seat: { world: 1, power: 'KZ' } });
  expect(await aida.player.gone()).toBe(CLOSING.removed);
  await until('the other speaks', () => returned.player.seat('KZ').head === 'Bek');
  expect(returned.player.seat('KZ')).toMatchObject({ name: 'Bek', player: 'person' });
  expect((await returned.player.ready()).ok).toBe(true);
  expect((await returned.player.request('leave')).ok).toBe(true);
  await desk.sees('an empty seat', () => members().length === 0);
  expect(desk.seat(1, 'KZ').player).toBe('bot');
});
