/** Orders that hang on an offer, while they lie on the desk: how they change, who sees and who keeps them. */
import { describe, expect, it } from 'vitest';
import { nextMoves } from '../../../shared/bots/index.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import type { Draft, GameState, Proviso } from '../../../shared/core/state.ts';
import { advance, conditionNow, loadGame, preview, saveGame } from '../../../shared/game/index.ts';
import { content, DEAL, Desk, laid, other } from './desk.ts';

describe('changing it', () => {
  const edit = (more: object): object => ({
    type: 'edit',
    draft: 'x',
    params: { toll: 600 },
    ...more,
  });
  const draft = (desk: Desk): Draft | undefined => desk.state.drafts.KZ[0];

  it('keeps what it hangs on, changes it, or frees it', () => {
    const desk = laid().give('KZ', edit({}));
    expect(draft(desk)).toMatchObject({
      params: { toll: 600 },
      proviso: { agreement: DEAL, otherwise: { kind: 'fx' } },
    });
    desk.give('KZ', edit({ proviso: { agreement: DEAL, otherwise: null } }));
    expect(draft(desk)?.proviso).toEqual({ agreement: DEAL, otherwise: null });
    desk.give('KZ', edit({ proviso: null }));
    expect(draft(desk)).not.toHaveProperty('proviso');
    expect(desk.to('report').went).toEqual(['KZ toll']);
  });

  it('lets an offer stay that has been closed since, and takes no closed one anew', () => {
    const desk = laid().give('RU', {
      type: 'decline',
      proposal: DEAL,
      version: 1,
      reason: 'other',
    });
    expect(desk.try('KZ', edit({}))).toBeNull();
    desk.give('KZ', edit({ proviso: null }));
    expect(desk.try('KZ', edit({ proviso: { agreement: DEAL, otherwise: null } }))).toBe(
      'offerClosed',
    );
  });

  it('lays nothing new down in ink time', () => {
    const desk = laid().to('ink');
    const otherwise = { kind: 'crossing', params: {} };
    expect(desk.try('KZ', edit({ proviso: { agreement: DEAL, otherwise } }))).toBe('inkTime');
    expect(desk.try('KZ', edit({ proviso: { agreement: DEAL, otherwise: other } }))).toBeNull();
    expect(desk.try('KZ', edit({ proviso: { agreement: DEAL, otherwise: null } }))).toBeNull();
    expect(desk.try('KZ', edit({ proviso: { agreement: DEAL, otherwise: other } }))).toBe(
      'inkTime',
    );
    expect(desk.try('KZ', edit({ proviso: null }))).toBeNull();
    expect(desk.try('KZ', edit({ proviso: { agreement: DEAL, otherwise: null } }))).toBe('inkTime');
  });

  it('is ranked and withdrawn like any other', () => {
    const desk = laid().give('KZ', { type: 'draft', order: { kind: 'crossing', params: {} } }, 'y');
    desk
      .give('KZ', { type: 'rank', drafts: ['y', 'x'] })
      .give('KZ', { type: 'withdraw', draft: 'x' });
    expect(desk.to('report').went).toEqual(['KZ crossing']);
  });
});

describe('what is seen of it', () => {
  it('is nobody’s but its owner’s, in every phase before the debrief', () => {
    const [desk, bare] = [
      laid(),
      new Desk().offer().give('KZ', { type: 'draft', order: other }, 'x'),
    ];
    const same = (): void => {
      for (const seat of [...POWERS, null]) {
        const [a, b] = [desk.view(seat), bare.view(seat)];
        if (seat === 'KZ') expect(a).not.toEqual(b);
        else expect(a).toEqual(b);
      }
    };
    same();
    for (const one of [desk, bare]) one.to('ink');
    same();
    for (const one of [desk, bare]) one.to('report');
    expect(desk.view('KZ').report?.hung).toMatchObject([
      {
        power: 'KZ',
        kind: 'toll',
        signed: false,
        proviso: { agreement: DEAL, otherwise: { kind: 'fx' } },
      },
    ]);
    same();
    for (const one of [desk, bare]) one.to('debrief');
    expect(desk.view('CN').end?.past[0]?.hung).toMatchObject([{ power: 'KZ', signed: false }]);
  });

  it('is told to its owner with the branch that went', () => {
    expect(laid().sign().to('report').view('KZ').report?.hung).toMatchObject([{ signed: true }]);
  });

  it('is previewed as things are signed now', () => {
    const desk = laid();
    const [draft] = desk.state.drafts.KZ as readonly [Draft];
    const otherwise = draft.proviso?.otherwise as NonNullable<Proviso['otherwise']>;
    const seen = (order: Pick<Draft, 'kind' | 'params' | 'proviso'>) =>
      preview(content, desk.view('KZ'), [order]).effects;
    const plain = { kind: draft.kind, params: draft.params };
    expect(seen(draft)).toEqual(seen(otherwise));
    expect(seen(draft)).not.toEqual(seen(plain));
    desk.sign();
    expect(seen(draft)).toEqual(seen(plain));
    expect(seen(draft)).not.toEqual(seen(otherwise));
  });
});

it('a condition on one’s own order looks at the branch that would go', () => {
  const desk = laid();
  const holds = (kind: string) =>
    conditionNow(content, desk.view('KZ'), {
      on: 'order',
      power: 'KZ',
      order: { kind, params: {} },
    });
  expect([holds('toll'), holds('fx')]).toEqual(['false', 'true']);
  desk.sign();
  expect([holds('toll'), holds('fx')]).toEqual(['true', 'false']);
});

describe('keeping it', () => {
  it('a saved game comes back with it and ends the same', () => {
    for (const signed of [true, false]) {
      const desk = laid();
      if (signed) desk.sign();
      const twin = loadGame(content, saveGame(desk.state));
      expect(twin).toEqual(desk.state);
      const on = (state: GameState): string => saveGame(advance(content, advance(content, state)));
      expect(on(twin)).toBe(on(desk.state));
    }
  });

  it('whoever plays a seat for a person leaves his conditional draft as it lies', () => {
    for (const standIn of [true, false]) {
      const desk = laid();
      const [before] = desk.state.drafts.KZ;
      for (let i = 0; i < 12; i += 1) {
        const moves = nextMoves(content, desk.view('KZ'), { standIn });
        for (const [k, move] of moves.entries()) desk.try('KZ', move, `bot${i}-${k}`);
        if (moves.length === 0) break;
      }
      expect(desk.state.drafts.KZ[0]).toEqual(before);
    }
  });
});
