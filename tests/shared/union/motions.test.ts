import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import type { Vote } from '../../../shared/core/motion.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { advance, createGame, submit, viewFor } from '../../../shared/game/index.ts';
import { memberVotes } from '../../../shared/systems/institutions/members.ts';

const content = contentOf('lesson');
const econ = content.layout.at('eeu_econ');

function filed(vote?: Vote): GameState {
  let state = advance(content, advance(content, createGame(content, { seed: 3, depth: 'intro' })));
  const give = (seat: Power, command: object): void => {
    const done = submit(content, state, seat, 'person', { round: 0, ...command });
    if (!done.ok) throw new Error(done.refusal.code);
    state = done.state;
  };
  const order = { kind: 'cet', params: { matter: 'economic' } };
  give('RU', { id: 'm', type: 'draft', order });
  if (vote) give('KZ', { id: 'v', type: 'vote', motion: 'RU-m', vote });
  return state;
}

const resolved = (state: GameState): GameState => advance(content, advance(content, state));

describe('a motion before the union', () => {
  it.each([
    ['no', false],
    ['yes', true],
    ['abstain', true],
    [undefined, true],
  ] as const)('with a Kazakh %s is carried: %s', (vote, carried) => {
    const after = resolved(filed(vote));
    expect(after.report?.motions[0]?.carried).toBe(carried);
    expect((after.num[econ] as number) - (content.start[econ] as number) > 3).toBe(carried);
  });

  it('that was voted down leaves its power one demand more in the next round, and no longer', () => {
    const offers = (vote: Vote): number => {
      let state = resolved(filed(vote));
      const next = (): void => {
        state = advance(content, advance(content, state));
      };
      const laid = (): number => {
        for (let n = 0; ; n += 1) {
          const order = {
            kind: 'eeu',
            params: n === 0 ? { act: 'economic' } : { act: 'implement' },
          };
          const clauses = [{ kind: 'pledge_do', by: 'KZ', params: {}, order, until: state.round }];
          const done = submit(content, state, 'RU', 'person', {
            id: `o${n}`,
            round: state.round,
            type: 'propose',
            to: ['KZ'],
            clauses,
          });
          if (!done.ok) return done.refusal.code === 'tooManyOffers' ? n : Number.NaN;
          state = done.state;
        }
      };
      next();
      return laid();
    };
    expect(offers('no')).toBe(offers('yes') + 1);
    expect(offers('yes')).toBe(content.limits.intro.proposals);
  });

  it('shows each seat its own vote alone until the count', () => {
    const twin = (vote: Vote, seat: Power | null): string =>
      JSON.stringify(viewFor(content, filed(vote), seat));
    for (const seat of ['RU', 'CN', 'EU', null] as const) {
      expect(twin('no', seat)).toBe(twin('yes', seat));
    }
    expect(twin('no', 'KZ')).not.toBe(twin('yes', 'KZ'));
  });

  it.each([
    [{ tariff: 5, political: false, payment: 0 }, 5, ['BY', 'AM', 'KG']],
    [{ tariff: 5, political: true, payment: 0 }, 5, []],
    [{ tariff: 5, political: true, payment: 0.1 }, 0, ['BY']],
  ])('asks the members by the printed rule: %o in round %i', (terms, round, yes) => {
    const votes = memberVotes(content, content.start, round, terms);
    expect(votes.filter((m) => m.yes).map((m) => m.id)).toEqual(yes);
  });
});
