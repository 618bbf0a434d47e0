/** The machine dies in mid-lesson and starts again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Lesson } from '../support/lesson.ts';
import { legalOrder, until } from '../support/player.ts';
import { Program } from '../support/program.ts';

let program: Program;
beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.dispose());

it('brings back every world with what was acknowledged, the keys, and what the facilitator has set', async () => {
  const { room, desk, pupils, aida, boris } = await Lesson.begin(program, { pace: 'slow' });
  await desk.bid({ do: 'extra', seat: { world: 1, power: 'KZ' }, seconds: 45 });
  await desk.bid({ do: 'bot', seat: { world: 2, power: 'RU' }, plays: true });
  await desk.bid({ do: 'say', text: 'Ten minutes left.', world: 1 });
  await desk.bid({ do: 'pause', worlds: [2] });
  const order = legalOrder(aida);
  expect((await aida.command({ id: 'kept', type: 'draft', order })).ok).toBe(true);
  expect(await boris.command({ type: 'draft', order })).toMatchObject({
    refusal: { code: 'botPlays' },
  });
  await program.end('SIGKILL');
  await aida.gone();
  await program.begin();

  const back = await Promise.all(pupils.map(({ token }) => room.enter({ token })));
  expect(back.map(({ world, player }) => `${world}${player.power}`)).toEqual(
    pupils.map(({ world, player }) => `${world}${player.power}`),
  );
  expect(back[0]?.player.view).toMatchObject({ phase: 'briefing', drafts: [{ id: 'kept' }] });
  await until('it is told again', () => back[0]?.player.notices.length === 1);
  expect(back[1]?.player.state).toMatchObject({ paused: true });
  const again = await room.console();
  await again.sees('all', ({ worlds }) =>
    worlds.every(({ seats }) => seats.every(({ members }) => members.every((m) => m.connected))),
  );
  expect(again.seat(1, 'KZ').extra).toBe(45);
  expect(again.seat(2, 'RU')).toMatchObject({ handed: true, player: 'bot' });
  await again.bid({ do: 'resolve', worlds: [1] });
  await back[0]?.player.phase('report', 0);
  expect(back[0]?.player.view?.report?.orders).toContainEqual(
    expect.objectContaining({ power: 'KZ', kind: order.kind, giver: 'person' }),
  );
  await room.close();
});
