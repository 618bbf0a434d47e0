import { computed } from '@preact/signals';
import type { Power } from '../../shared/core/powers.ts';
import type { Clause } from '../../shared/core/talk.ts';
import { round, seat } from './game.ts';
import { isMuted, newest, talks } from './talks.ts';

/** Something that another power has done in the talks of this round. */
export interface Happening {
  /** The same happening bears the same id in every view. */
  readonly id: string;
  readonly what: 'offer' | 'counter' | 'signed' | 'declined' | 'words' | 'wordsAll';
  readonly by: Power;
  readonly clauses: readonly Clause[];
}

/** What others did in the talks of this round, in no order but that of the lists. */
export const happenings = computed<readonly Happening[]>(() => {
  const own = seat.value;
  if (own === null) return [];
  const found: Happening[] = [];
  for (const p of talks.value.proposals) {
    const version = newest(p);
    if (p.round !== round.value || !version || !p.parties.includes(own)) continue;
    const { clauses } = version;
    const of = `${p.id} ${version.number}`;
    if (version.by !== own) {
      const what = version.number > 1 ? 'counter' : 'offer';
      found.push({ id: `${of} ${what}`, what, by: version.by, clauses });
    }
    for (const { power } of p.signed) {
      if (power === own || power === version.by) continue;
      found.push({ id: `${of} signed ${power}`, what: 'signed', by: power, clauses });
    }
    if (p.declined && p.declined.power !== own) {
      found.push({ id: `${of} declined`, what: 'declined', by: p.declined.power, clauses });
    }
  }
  for (const s of talks.value.statements) {
    if (s.round !== round.value || s.by === own || isMuted(s.by)) continue;
    found.push({ id: s.id, what: s.to === 'all' ? 'wordsAll' : 'words', by: s.by, clauses: [] });
  }
  return found;
});
