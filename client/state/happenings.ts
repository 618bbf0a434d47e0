import { computed } from '@preact/signals';
import type { Power } from '../../shared/core/powers.ts';
import type { Clause, Signal } from '../../shared/core/talk.ts';
import { type Channel, channelOf, channelOfWords } from './channels.ts';
import { round, seat } from './game.ts';
import { isMuted, newest, talks } from './talks.ts';

/** Something that another power has done in the talks of this round. */
export interface Happening {
  /** The same happening bears the same id in every view. */
  readonly id: string;
  readonly what:
    | 'offer'
    | 'counter'
    | 'signed'
    | 'declined'
    | 'notice'
    | 'left'
    | 'words'
    | 'warn'
    | 'promise';
  readonly by: Power;
  readonly clauses: readonly Clause[];
  /** A warning or a promise: what it announces. */
  readonly signal: Signal | null;
  /** Where it came to pass. */
  readonly channel: Channel;
}

/** What others did in the talks of this round, in no order but that of the lists. */
export const happenings = computed<readonly Happening[]>(() => {
  const own = seat.value;
  if (own === null) return [];
  const found: Happening[] = [];
  for (const p of talks.value.proposals) {
    const version = newest(p);
    if (p.round !== round.value || !version || !p.parties.includes(own)) continue;
    const deal = { clauses: version.clauses, signal: null, channel: channelOf(p.parties) };
    const of = `${p.id} ${version.number}`;
    if (version.by !== own) {
      const what = version.number > 1 ? 'counter' : 'offer';
      found.push({ ...deal, id: `${of} ${what}`, what, by: version.by });
    }
    for (const { power } of p.signed) {
      if (power === own || power === version.by) continue;
      found.push({ ...deal, id: `${of} signed ${power}`, what: 'signed', by: power });
    }
    if (p.declined && p.declined.power !== own) {
      found.push({ ...deal, id: `${of} declined`, what: 'declined', by: p.declined.power });
    }
  }
  for (const { id, parties, clauses, notice, status } of talks.value.agreements) {
    if (notice?.round !== round.value || notice.power === own || !parties.includes(own)) continue;
    const what = status === 'left' ? 'left' : 'notice';
    const channel = channelOf(parties);
    found.push({ id: `${id} ${what}`, what, by: notice.power, clauses, signal: null, channel });
  }
  for (const s of talks.value.statements) {
    if (s.round !== round.value || s.by === own || isMuted(s.by)) continue;
    const channel = channelOfWords(s);
    found.push({ id: s.id, what: 'words', by: s.by, clauses: [], signal: null, channel });
  }
  for (const s of talks.value.signals) {
    if (s.round !== round.value || s.by === own) continue;
    const channel = channelOfWords(s);
    found.push({ id: s.id, what: s.kind, by: s.by, clauses: [], signal: s, channel });
  }
  return found;
});
