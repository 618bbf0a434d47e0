import type { ClauseKind, Hearing } from '../core/clause.ts';
import { CHAPTERS } from '../core/layout.ts';
import type { Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import type { Clause, NamedOrder } from '../core/talk.ts';
import { choice, text } from '../orders/form.ts';
import { isLast, matches } from './words.ts';

/** Who is to put his name to it together. */
const GROUPS: Readonly<Record<string, readonly Power[]>> = {
  all: ['KZ', 'RU', 'CN'],
  KZ_RU: ['KZ', 'RU'],
  KZ_CN: ['KZ', 'CN'],
  RU_CN: ['RU', 'CN'],
};

function named(clause: Clause): readonly Power[] {
  return GROUPS[text(clause.params, 'who')] ?? [];
}

function support(clause: Clause): NamedOrder {
  return { kind: 'chapter', params: { chapter: text(clause.params, 'chapter') } };
}

/** Whether a power has laid the chapter down, though too few may have joined it. */
function supported(hearing: Hearing, clause: Clause, power: Power): boolean {
  const asked = support(clause);
  return [...hearing.orders, ...hearing.unsigned].some(
    (o) => o.power === power && matches(asked, o),
  );
}

/** A chapter of one rule book that all named powers support in the same round: nobody goes first. */
export const chapterJoint: ClauseKind = {
  id: 'chapter_joint',
  depth: 'standard',
  icon: 'book-open',
  bound: ['KZ', 'RU', 'CN'],
  ordered: false,
  params: [choice('chapter', CHAPTERS, 'technical'), choice('who', Object.keys(GROUPS), 'all')],
  legal({ content, num }, clause, parties) {
    const who = named(clause);
    if (!who.includes(clause.by) || !who.every((p) => parties.includes(p))) {
      return refuse('badParameter', { param: 'who' });
    }
    const chapter = text(clause.params, 'chapter');
    // The union's customs line is Russia's to open.
    if (chapter === 'customs' && !who.includes('RU'))
      return refuse('badParameter', { param: 'who' });
    const done = (num[content.layout.at('chapter', chapter)] as number) >= 100;
    return done ? refuse('noChange') : null;
  },
  suggests(scene, parties, until) {
    const who = Object.keys(GROUPS).find((id) => {
      const group = GROUPS[id] as readonly Power[];
      return group.length === parties.length && group.every((p) => parties.includes(p));
    });
    if (!who) return [];
    return CHAPTERS.map((chapter) =>
      parties.map((by): Clause => ({ kind: 'chapter_joint', by, params: { chapter, who }, until })),
    ).filter((set) => set.every((clause) => !chapterJoint.legal(scene, clause, parties)));
  },
  fulfils: (_scene, clause) => [support(clause)],
  breaks: () => [],
  judge(hearing, clause) {
    const { by } = clause;
    const last = isLast(hearing, clause);
    const mine = supported(hearing, clause, by);
    const others = named(clause)
      .filter((p) => p !== by)
      .every((p) => supported(hearing, clause, p));
    if (mine && others) return { fate: 'kept', final: true, chance: 'tempted' };
    if (others) {
      const chance = hearing.possible(by, support(clause)) ? 'could' : 'none';
      if (chance === 'could') return { fate: 'breached', final: true, chance };
      return { fate: last ? 'excused' : 'pending', final: last, chance };
    }
    // He has done his part, or nobody called on it.
    if (!last) return { fate: 'pending', final: false, chance: 'none' };
    return { fate: mine ? 'kept' : 'dormant', final: true, chance: 'none' };
  },
};
