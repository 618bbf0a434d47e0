/** Orders that hang on an offer: both branches are judged and reserved, one goes. */
import { describe, expect, it } from 'vitest';
import type { Power } from '../../../shared/core/powers.ts';
import type { Proviso } from '../../../shared/core/state.ts';
import { judge, sceneOfView, slotsTaken, sumOf } from '../../../shared/game/index.ts';
import { cap } from '../talks/table.ts';
import { content, DEAL, Desk, hung, laid, other, toll } from './desk.ts';

describe('a conditional order', () => {
  it('goes when all have signed, and not what stood in its place', () => {
    const desk = laid().sign().to('report');
    expect(desk.went).toEqual(['KZ toll']);
    expect(desk.state.used).toMatchObject({ 'KZ:toll:trunk': 0 });
    expect(desk.state.used).not.toHaveProperty('KZ:fx');
  });

  it('gives way when not all have signed, to another order or to none', () => {
    const desk = laid().to('report');
    expect(desk.went).toEqual(['KZ fx']);
    expect(desk.state.used).not.toHaveProperty('KZ:toll:trunk');
    const alone = new Desk()
      .offer()
      .give('KZ', hung({ otherwise: null }))
      .to('report');
    expect(alone.went).toEqual([]);
    expect(alone.state.report?.failed).toEqual([]);
  });

  it('resolves to the very bytes of the plain order that went', () => {
    for (const signed of [true, false]) {
      const [desk, plain] = [laid(), new Desk().offer()];
      plain.give('KZ', { type: 'draft', order: signed ? toll : other }, 'x');
      for (const one of [desk, plain]) if (signed) one.sign();
      expect(desk.to('report').state.num).toEqual(plain.to('report').state.num);
      expect(desk.state.report?.orders).toEqual(plain.state.report?.orders);
      expect(desk.state.report?.indicators).toEqual(plain.state.report?.indicators);
    }
  });

  it.each<[string, (desk: Desk) => void]>([
    [
      'declined',
      (d) => d.give('RU', { type: 'decline', proposal: DEAL, version: 1, reason: 'other' }),
    ],
    ['taken back', (d) => d.give('KZ', { type: 'retract', proposal: DEAL })],
    [
      'answered by other terms that nobody has signed',
      (d) => d.give('RU', { type: 'counter', proposal: DEAL, clauses: [cap('RU', 900, 2)] }),
    ],
  ])('gives way when the offer is %s', (_, happens) => {
    const desk = laid();
    happens(desk);
    expect(desk.to('report').went).toEqual(['KZ fx']);
  });

  it('gives way when a party has left the agreement before the deadline', () => {
    const desk = laid().sign().give('RU', { type: 'leave', agreement: DEAL, notice: false });
    expect(desk.to('report').went).toEqual(['KZ fx']);
  });

  it('goes by whatever version of the offer is signed at last', () => {
    const desk = laid().give('RU', {
      type: 'counter',
      proposal: DEAL,
      clauses: [cap('RU', 900, 2)],
    });
    desk.give('KZ', { type: 'sign', proposal: DEAL, version: 2 });
    expect(desk.to('report').went).toEqual(['KZ toll']);
  });

  it('may hang on an agreement that runs, not on one that is over', () => {
    const desk = new Desk().offer().sign().to('deliberation');
    expect(desk.state.round).toBe(1);
    expect(desk.try('KZ', hung())).toBeNull();
    expect(desk.to('report').went).toContain('KZ toll');
    desk.to('deliberation').to('deliberation');
    expect(desk.state.talks.agreements[0]?.status).toBe('ended');
    expect(desk.try('KZ', hung({}, { kind: 'build', params: {} }))).toBe('offerClosed');
  });

  it('is served in ink time too: signatures still come then', () => {
    const desk = laid().to('ink').sign();
    expect(desk.to('report').went).toEqual(['KZ toll']);
  });
});

describe('what makes no conditional order', () => {
  it.each<[string, Power, object, string]>([
    ['an offer that is not there', 'KZ', hung({ agreement: 'KZ-0-no' }), 'unknownProposal'],
    [
      'an offer between others',
      'CN',
      hung({ otherwise: null }, { kind: 'train_subsidy', params: { rate: 1500 } }),
      'unknownProposal',
    ],
    [
      'a filing that a partner signs',
      'RU',
      hung({ otherwise: null }, { kind: 'cet', params: {} }),
      'liesOpen',
    ],
    [
      'a motion in its place',
      'RU',
      hung({ otherwise: { kind: 'cet', params: {} } }, { kind: 'energy', params: {} }),
      'liesOpen',
    ],
    [
      'an order that is not one’s own in its place',
      'KZ',
      hung({ otherwise: { kind: 'energy', params: {} } }),
      'otherwise notYourOrder',
    ],
    [
      'an unknown order in its place',
      'KZ',
      hung({ otherwise: { kind: 'x', params: {} } }),
      'otherwise unknownOrder',
    ],
    [
      'settings that there are not in its place',
      'KZ',
      hung({ otherwise: { kind: 'toll', params: { toll: 1e9 } } }),
      'otherwise badParameter',
    ],
    ['the same order in its place', 'KZ', hung({ otherwise: toll }), 'otherwise noChange'],
    [
      'a depth beyond in its place',
      'KZ',
      hung({ otherwise: { kind: 'oil_route', params: {} } }),
      'otherwise unknownOrder',
    ],
    [
      'an order that is not allowed by itself',
      'KZ',
      hung({}, { kind: 'exempt', params: {} }),
      'stepLocked',
    ],
  ])('%s', (_, seat, words, code) => {
    const desk = new Desk().offer();
    const before = desk.state;
    expect(desk.try(seat, words)).toBe(code);
    expect(desk.state).toBe(before);
  });

  it('a filing with its partner, or an act of several', () => {
    const desk = new Desk().offer();
    desk.give('CN', { type: 'propose', to: ['KZ'], clauses: [cap('KZ', 900, 1)] }, 'cn');
    const on = { agreement: 'CN-0-cn', otherwise: null };
    expect(desk.try('CN', hung(on, { kind: 'summit', params: {} }))).toBe('liesOpen');
    expect(
      desk.try(
        'CN',
        hung({ ...on, otherwise: { kind: 'summit', params: {} } }, { kind: 'people', params: {} }),
      ),
    ).toBe('liesOpen');
  });

  it('the first depth, at which orders hang on nothing', () => {
    expect(new Desk('intro').offer().try('KZ', hung())).toBe('unconditional');
    expect(new Desk('intro').offer().try('KZ', hung({ otherwise: null }))).toBe('unconditional');
  });

  it('an offer that has been settled', () => {
    const desk = new Desk().offer();
    desk.give('RU', { type: 'decline', proposal: DEAL, version: 1, reason: 'other' });
    expect(desk.try('KZ', hung())).toBe('offerClosed');
    expect(new Desk().offer().to('deliberation').try('KZ', hung())).toBe('unknownProposal');
  });

  it('a branch whose cooldown runs', () => {
    const desk = new Desk().give('KZ', { type: 'draft', order: other }).to('deliberation');
    desk.give('KZ', { type: 'propose', to: ['RU'], clauses: [cap('RU', 600, 2)] }, 'deal');
    expect(desk.try('KZ', hung({ agreement: 'KZ-1-deal' }))).toBe('otherwise cooldown');
  });
});

describe('slots and sums', () => {
  const cost = (desk: Desk) => sumOf(sceneOfView(content, desk.view('KZ')), desk.state.drafts.KZ);

  it('count one slot and reserve the dearer branch', () => {
    // A toll costs 1, to float costs 3.
    expect(cost(laid()).pc).toBe(3);
    expect(slotsTaken(laid().state.drafts.KZ)).toBe(1);
    const turned = new Desk().offer().give('KZ', hung({ otherwise: toll }, other));
    expect(cost(turned).pc).toBe(3);
    const plain = new Desk().offer().give('KZ', hung({ otherwise: null }));
    expect(cost(plain).pc).toBe(1);
  });

  it('refuse what the dearer branch leaves no capital for', () => {
    const desk = laid().set('pc(KZ)', 3.5);
    const more = { type: 'draft', order: { kind: 'crossing', params: {} } };
    expect(desk.try('KZ', more)).toBe('noCapital');
    expect(
      new Desk()
        .offer()
        .set('pc(KZ)', 3.5)
        .give('KZ', hung({ otherwise: null }))
        .try('KZ', more),
    ).toBeNull();
    expect(new Desk().offer().set('pc(KZ)', 2.5).try('KZ', hung())).toBe('otherwise noCapital');
    expect(
      new Desk()
        .offer()
        .set('pc(KZ)', 2.5)
        .try('KZ', hung({ otherwise: toll }, other)),
    ).toBe('noCapital');
  });

  it('do not let either branch be drafted twice', () => {
    const desk = laid();
    expect(
      desk.try('KZ', { type: 'draft', order: { kind: 'fx', params: { course: 'band' } } }),
    ).toBe('alreadyDrafted');
    expect(desk.try('KZ', { type: 'draft', order: { kind: 'toll', params: { toll: 900 } } })).toBe(
      'alreadyDrafted',
    );
    const plain = new Desk().offer().give('KZ', { type: 'draft', order: other });
    expect(plain.try('KZ', hung())).toBe('otherwise alreadyDrafted');
  });

  it('are asked again at the deadline, of the branch that goes', () => {
    const poor = laid().set('pc(KZ)', 1).to('report');
    expect(poor.went).toEqual([]);
    expect(poor.state.report?.failed.map((f) => [f.kind, f.refusal.code])).toEqual([
      ['fx', 'noCapital'],
    ]);
    expect(laid().set('pc(KZ)', 1).sign().to('report').went).toEqual(['KZ toll']);
  });

  it('say the same beforehand as the server does', () => {
    const desk = new Desk().offer();
    const ask = (proviso: Proviso) =>
      judge(content, desk.view('KZ'), toll.kind, toll.params, proviso);
    expect(ask({ agreement: DEAL, otherwise: other })).toMatchObject({
      refusal: null,
      cost: { pc: 3 },
    });
    expect(ask({ agreement: 'no', otherwise: other }).refusal?.code).toBe('unknownProposal');
    expect(ask({ agreement: DEAL, otherwise: toll }).refusal).toMatchObject({ code: 'otherwise' });
  });
});
