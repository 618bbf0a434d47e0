/** Drafts that hang on an offer, and words that hang on another's deed, as the page shows them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { signatureLine } from '../../client/panels/DraftOffer.tsx';
import { drafts, ordersOpenTo } from '../../client/state/orders.ts';
import { dealsToHang, hungRefusal, othersFor } from '../../client/state/provisos.ts';
import { signalText } from '../../client/words/signals.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { Command, GameState } from '../../shared/core/state.ts';
import type { Clause } from '../../shared/core/talk.ts';
import { submit } from '../../shared/game/index.ts';
import { gameAt, laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

type Body = Command extends infer C ? (C extends unknown ? Omit<C, 'id' | 'round'> : never) : never;

function told(state: GameState, seat: Power, command: Body): GameState {
  const input = { ...command, id: `c${state.accepted.length}`, round: state.round };
  const outcome = submit(lesson, state, seat, 'person', input);
  if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.state;
}

const open: Clause = {
  kind: 'access',
  by: 'RU',
  params: { corridor: 'trunk', delay: 0 },
  until: 2,
};
const begun = gameAt('deliberation', 'standard');
const offered = told(begun, 'KZ', { type: 'propose', to: ['RU'], clauses: [open] });
const offer = offered.talks.proposals[0]!.id;
const drafted = laid(offered, 'KZ', 'toll', { corridor: 'trunk', toll: 700 });

describe('a draft', () => {
  test('may hang on own offers, with another order or none in its place', () => {
    look(drafted, 'KZ');
    const [draft] = drafts.value;
    expect(dealsToHang(draft!).map(({ id }) => id)).toEqual([offer]);
    const others = othersFor(draft!, offer);
    expect(others.length).toBeGreaterThan(3);
    for (const otherwise of others) {
      expect(hungRefusal(draft!, { agreement: offer, otherwise })).toBeNull();
      told(drafted, 'KZ', {
        type: 'edit',
        draft: draft!.id,
        params: draft!.params,
        proviso: { agreement: offer, otherwise },
      });
    }
  });

  test('hangs on no offer of others, and not at the first level', () => {
    const apart = told(begun, 'RU', { type: 'propose', to: ['CN'], clauses: [open] });
    const lone = laid(apart, 'KZ', 'toll', { corridor: 'trunk', toll: 700 });
    look(lone, 'KZ');
    expect(dealsToHang(drafts.value[0]!)).toEqual([]);
    const intro = laid(
      told(gameAt('deliberation'), 'KZ', { type: 'propose', to: ['RU'], clauses: [open] }),
      'KZ',
      'toll',
      { corridor: 'trunk', toll: 700 },
    );
    look(intro, 'KZ');
    expect(dealsToHang(drafts.value[0]!)).toEqual([]);
  });

  test('tells on its row how the offer stands, and what goes otherwise', () => {
    const otherwise = { kind: 'toll', params: { corridor: 'trunk', toll: 1500 } };
    const { id, params } = drafted.drafts.KZ[0]!;
    const hung = told(drafted, 'KZ', {
      type: 'edit',
      draft: id,
      params,
      proviso: { agreement: offer, otherwise },
    });
    look(hung, 'KZ');
    expect(signatureLine(drafts.value[0]!)).toMatchObject({
      text: expect.stringMatching(/^Only if “An open road” is signed; otherwise: “.*\$1,500.*”\.$/),
      tone: 'even',
    });
    look(told(hung, 'RU', { type: 'sign', proposal: offer, version: 1 }), 'KZ');
    expect(signatureLine(drafts.value[0]!)).toMatchObject({
      text: '“An open road” is signed: this order goes.',
      tone: 'gain',
    });
    const refusal = { proposal: offer, version: 1, reason: 'notNow' } as const;
    look(told(hung, 'RU', { type: 'decline', ...refusal }), 'KZ');
    expect(signatureLine(drafts.value[0]!)).toMatchObject({
      text: expect.stringMatching(/^“An open road” is not signed; instead: “.*\$1,500.*”\.$/),
      tone: 'warn',
    });
  });
});

test('a warning may hang on any order that another power can give at this level', () => {
  for (const power of POWERS.filter((p) => p !== 'KZ')) {
    look(begun, 'KZ');
    const kinds = ordersOpenTo(power);
    expect(kinds.length).toBeGreaterThan(3);
    const [kind] = kinds;
    const order = { kind: 'toll', params: { corridor: 'trunk', toll: 1500 } };
    const when = { on: 'order', power, order: { kind: kind!, params: {} } } as const;
    const state = told(begun, 'KZ', {
      type: 'signal',
      to: [power],
      kind: 'warn',
      order,
      until: 1,
      when,
    });
    look(state, 'KZ');
    expect(signalText(state.talks.signals[0]!)).toMatch(/^if “[^{}]+” comes from .*, then “.*”\.$/);
  }
});
