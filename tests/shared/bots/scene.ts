import { type Move, nextMoves, PERSONAS } from '../../../shared/bots/index.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause, Proposal } from '../../../shared/core/talk.ts';
import { advance, submit, viewFor } from '../../../shared/game/index.ts';
import { pledge, type Table } from '../talks/table.ts';

/** What a bot of a persona does next in a seat. */
export function movesOf(
  table: Table,
  seat: Power,
  persona = 'pragmatist',
  standIn = false,
): readonly Move[] {
  const manner = { persona: PERSONAS[persona] as (typeof PERSONAS)[string], standIn };
  return nextMoves(table.content, viewFor(table.content, table.state, seat), manner);
}

/** Its answer to the offer laid down last. */
export function answerOf(table: Table, seat: Power, persona?: string): Move | undefined {
  const { id } = table.lastOffer();
  return movesOf(table, seat, persona).find((m) => 'proposal' in m && m.proposal === id);
}

/** Plays a bot's whole turn. @returns what it did, the answers among it */
export function turnOf(table: Table, seat: Power, persona?: string, standIn = false): Move[] {
  const done: Move[] = [];
  for (let step = 0; step < 20; step += 1) {
    const moves = movesOf(table, seat, persona, standIn);
    if (moves.length === 0) return done;
    for (const move of moves) {
      give(table, seat, move, step);
      done.push(move);
    }
  }
  throw new Error('a bot found no end');
}

/** Lays a bot's move on the table. @throws Error with the refusal's code: a bot says nothing illegal */
function give(table: Table, seat: Power, move: Move, step: number): void {
  const id = `${seat}${table.state.accepted.length}-${step}`;
  const command = { id, round: table.state.round, ...move };
  const outcome = submit(table.content, table.state, seat, 'bot', command);
  if (!outcome.ok) throw new Error(`${seat} ${move.type}: ${outcome.refusal.code}`);
  table.state = outcome.state;
}

/** Its answer when nothing new may be written any more. */
export function lastWord(table: Table, seat: Power, persona?: string): Move | undefined {
  table.state = advance(table.content, table.state);
  return answerOf(table, seat, persona);
}

export function offerTo(table: Table, by: Power, to: Power, clauses: readonly Clause[]): Proposal {
  table.give(by, { type: 'propose', to: [to], clauses });
  return table.lastOffer();
}

const build = {
  kind: 'build',
  params: { project: 'khorgos_dry_port', amount: 0.25, financier: 'fund' },
};
const epca = { kind: 'epca', params: { step: '1' } };

/** Both sides gain: Europe's next step for works at the border. */
export const fair = (round: number): readonly Clause[] => [
  pledge('pledge_do', 'EU', epca, round),
  pledge('pledge_do', 'KZ', build, round),
];
