/** Sentences of the kinds of clauses, and what falls due by them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { upNext } from '../../client/state/next.ts';
import { clauseText } from '../../client/words/clauses.ts';
import { CLAUSES } from '../../shared/clauses/index.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import type { Clause } from '../../shared/core/talk.ts';
import { submit } from '../../shared/game/index.ts';
import { initialParams } from '../../shared/orders/index.ts';
import { gameAt, laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

const start = gameAt('deliberation', 'standard');

/** An offer of Kazakhstan that the others have signed. */
function agreed(state: GameState, to: readonly Power[], clauses: readonly Clause[]): GameState {
  let now = state;
  const send = (seat: Power, command: object): void => {
    const input = { id: `a${now.accepted.length}`, round: now.round, ...command };
    const outcome = submit(lesson, now, seat, 'person', input);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    now = outcome.state;
  };
  send('KZ', { type: 'propose', to, clauses });
  for (const seat of to) {
    send(seat, { type: 'sign', proposal: now.talks.proposals.at(-1)?.id, version: 1 });
  }
  return now;
}

describe.each(
  CLAUSES.filter(({ params }) => params.length > 0).map((kind) => [kind.id, kind] as const),
)('the sentence of %s', (id, kind) => {
  const base: Clause = {
    kind: id,
    by: kind.bound[0] ?? 'KZ',
    params: initialParams(kind.params, lesson),
    until: 2,
  };
  test.each(kind.params.map((spec) => [spec.id, spec] as const))('tells its %s', (_, spec) => {
    look(start, 'KZ');
    const values = spec.type === 'number' ? [spec.min, spec.max] : spec.options(lesson);
    const said = values.map((value) =>
      clauseText({ ...base, params: { ...base.params, [spec.id]: value } }),
    );
    expect(new Set(said).size).toBe(values.length);
    expect(said.filter((text) => /undefined|\{\{|\.\.$/.test(text))).toEqual([]);
  });
});

describe('what falls due', () => {
  const grant: Clause = {
    kind: 'transfer',
    by: 'KZ',
    params: { to: 'RU', amount: 0.2, form: 'grant', schedule: 'last', escrow: 'none' },
    until: 0,
  };
  const works = { project: 'khorgos_dry_port', amount: 1.4, financier: 'fund' };

  test('is named as money to keep, as long as drafts leave too little of the envelope', () => {
    const state = agreed(start, ['RU'], [grant]);
    look(state, 'KZ');
    expect(upNext.value).not.toMatch(/Keep/);
    look(laid(state, 'KZ', 'build', works), 'KZ');
    expect(upNext.value).toMatch(/^Keep \$0\.20 bn for Russia/);
    look(laid(start, 'KZ', 'build', works), 'KZ');
    expect(upNext.value).not.toMatch(/Keep/);
  });

  test('is named as a chapter to support', () => {
    const words = (['KZ', 'RU', 'CN'] as const).map(
      (by): Clause => ({
        kind: 'chapter_joint',
        by,
        params: { chapter: 'technical', who: 'all' },
        until: 0,
      }),
    );
    look(agreed(start, ['RU', 'CN'], words), 'KZ');
    expect(upNext.value).toMatch(/^Keep your promise: .*[Cc]hapter/);
  });
});
