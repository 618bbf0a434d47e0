import { afterAll, beforeAll, expect, it } from 'vitest';
import { participationCsv } from '../../../server/sessions/participation.ts';
import { Classroom } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { legalOrder, until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

async function sheet(room: Classroom, key: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${house.url}/api/sessions/${room.code}/participation.csv`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return { status: response.status, text: await response.text() };
}

it('tells the facilitator, and nobody else, who did what', async () => {
  const room = await Classroom.open(house, { worlds: 2, seating: 'free' });
  const { player } = await room.enter({ name: 'Aigerim', world: 1, power: 'KZ' });
  await room.seat({ name: 'Bolat', world: 2, power: 'RU' });
  const console = await room.console();
  await console.ask({ do: 'start' });
  await console.ask({ do: 'next' });
  await until('talks have begun', () => player.view?.phase === 'deliberation');
  const order = legalOrder(player);
  expect((await player.command({ type: 'draft', order })).ok).toBe(true);
  const words = { type: 'say', to: 'all', text: 'Good morning.' };
  expect((await player.command(words)).ok).toBe(true);
  await console.ask({ do: 'resolve' });

  const { status, text } = await sheet(room, room.keys.facilitator);
  expect(status).toBe(200);
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  expect(head).toBe(
    'world,power,names,rounds,orders,ordersByBot,silentRounds,words,offers,signatures',
  );
  expect(lines).toHaveLength(8);
  expect(lines[0]).toMatch(/^1,KZ,Aigerim,1,1,0,0,1,/);
  expect(lines[5]).toMatch(/^2,RU,Bolat,1,0,\d,1,0,/);

  for (const key of [room.keys.projector, player.token, 'x'.repeat(43)]) {
    expect((await sheet(room, key)).status).not.toBe(200);
  }
  await room.close();
});

it('writes names with quotes and line breaks so that a spreadsheet reads them', () => {
  const counts = { rounds: 0, orders: 0, ordersByBot: 0, silentRounds: 0, words: 0, offers: 0 };
  const row = { world: 1, power: 'KZ', names: 'A "B"\nC', ...counts, signatures: 0 } as const;
  expect(participationCsv([row])).toContain('1,KZ,"A ""B""\nC",0');
  // What a spreadsheet would compute stays a name.
  expect(participationCsv([{ ...row, names: '=1+1' }])).toContain("1,KZ,'=1+1,0");
});
