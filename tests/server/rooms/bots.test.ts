import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Power } from '../../../shared/core/powers.ts';
import type { Proposal } from '../../../shared/core/talk.ts';
import { fair } from '../../shared/bots/scene.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { type Player, until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

const offersOf = (player: Player, by: Power): readonly Proposal[] =>
  player.view?.talks.proposals.filter((p) => p.by === by) ?? [];

/** A person at the table with three bots, who has just begun to talk. */
async function alone(power: Power): Promise<Player> {
  const { code, token } = await house.create({ mode: 'solo', power });
  const player = await house.enter(code, { token });
  await player.ready();
  await player.phase('deliberation', 0);
  return player;
}

describe('bots at the table', () => {
  it('offer a person something by themselves, and answer what he offers when he comes with it', async () => {
    const europe = await alone('EU');
    await until('the bots are done', () =>
      (['KZ', 'RU', 'CN'] as const).every((p) => europe.seat(p).ready),
    );
    await until('an offer has come', () => offersOf(europe, 'KZ').length > 0);
    expect(offersOf(europe, 'KZ')[0]?.parties).toEqual(expect.arrayContaining(['KZ', 'EU']));

    const given = await europe.command({ type: 'propose', to: ['KZ'], clauses: fair(0) });
    expect(given.ok).toBe(true);
    await until('Kazakhstan has answered', () => {
      const own = offersOf(europe, 'EU').find((p) => p.draft === null);
      return own !== undefined && (own.status !== 'open' || own.versions.length > 1);
    });
    await until('it is done again', () => europe.seat('KZ').ready);
  });

  it('read a filing of a person and sign it where it serves them', async () => {
    const europe = await alone('EU');
    const order = { kind: 'epca', params: { step: '1' } };
    expect((await europe.command({ type: 'draft', order })).ok).toBe(true);
    await until('Kazakhstan has signed', () =>
      offersOf(europe, 'EU').some((p) => p.draft !== null && p.status === 'signed'),
    );
    await europe.ready();
    await europe.phase('report', 0);
    const told = europe.view?.report?.orders ?? [];
    expect(told).toContainEqual(expect.objectContaining({ power: 'EU', kind: 'epca' }));
    const bots = told.filter(({ giver }) => giver === 'bot');
    expect(bots.length).toBeGreaterThan(2);
    for (const { motive } of bots) expect(motive).toMatch(/^[a-z_]+$/);
  });

  it('agree to nothing in the seat of somebody who is away, and order for him', async () => {
    const host = await house.host({ power: 'EU', pace: 'calm' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'KZ' });
    await host.host({ do: 'start' });
    await host.phase('briefing');
    guest.drop();
    await until('the guest is missed', () => !host.seat('KZ').connected);
    clock.turn(61_000);
    await until('a bot sits there', () => host.seat('KZ').player === 'bot');
    await host.ready();
    await host.phase('deliberation', 0);
    expect((await host.command({ type: 'propose', to: ['KZ'], clauses: fair(0) })).ok).toBe(true);
    await until('the bots are done', () =>
      (['KZ', 'RU', 'CN'] as const).every((p) => host.seat(p).ready),
    );
    await until('the offer is seen', () => offersOf(host, 'EU').length > 0);
    expect(offersOf(host, 'EU')[0]?.status).toBe('open');
    expect(offersOf(host, 'KZ')).toEqual([]);
    await host.ready();
    await host.phase('report', 0);
    const orders = host.view?.report?.orders.filter(({ power }) => power === 'KZ') ?? [];
    expect(orders.length).toBeGreaterThan(0);
    const his = host.view?.talks.agreements.filter(({ parties }) => parties.includes('KZ'));
    expect(his).toEqual([]);
  });
});
