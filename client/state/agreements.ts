import { computed, signal } from '@preact/signals';
import type { Power } from '../../shared/core/powers.ts';
import type { AgreedClause, Agreement } from '../../shared/core/talk.ts';
import {
  conditionNow,
  type Duty,
  describeClause,
  dutyOf,
  sceneOfView,
  type Truth,
} from '../../shared/game/index.ts';
import { content, round, view } from './game.ts';
import { talks } from './talks.ts';

/** A first round has no list of agreements: there is nothing in it yet, and enough else to look at. */
export const listsAgreements = computed(
  () => view.value !== null && (view.value.depth !== 'intro' || round.value > 0),
);

/** Whose agreements the list shows; null: everybody's. */
export const partner = signal<Power | null>(null);

/** First round in which a running agreement asks for something again; the last one of what has ended. */
function order(agreement: Agreement): number {
  if (agreement.status !== 'running') return 1000 - agreement.signedRound;
  return Math.min(...agreement.clauses.filter(({ final }) => !final).map(({ until }) => until));
}

/** Agreements as the list shows them: those in force by what falls due first, then the others, newest first. */
export const listed = computed<readonly Agreement[]>(() => {
  const who = partner.value;
  return talks.value.agreements
    .filter(({ parties }) => who === null || parties.includes(who))
    .toSorted((a, b) => order(a) - order(b));
});

/** What a point asks of the power that it binds, and of nobody else. */
export interface Obligation {
  readonly clause: AgreedClause;
  readonly owed: readonly Power[];
  /** It asks for a deed; otherwise something is to stay as it is, or to be left alone. */
  readonly deed: boolean;
  /** It falls due with this round. */
  readonly now: boolean;
  /** Money that falls due in this round. */
  readonly pays: Duty['pays'];
  /** Of one that hangs on a condition: what this seat knows of it; null where nothing hangs on it any more. */
  readonly condition: Truth | null;
}

/** The points of an agreement, with those to whom each is owed. */
export function obligationsOf(agreement: Agreement): readonly Obligation[] {
  const [c, v] = [content.value, view.value];
  const scene = c && v?.seat ? sceneOfView(c, v) : null;
  return agreement.clauses.map((clause) => {
    const duty = scene ? dutyOf(scene, clause, agreement.parties) : null;
    const open = !clause.final && agreement.status === 'running';
    const hangs = open && clause.when && !describeClause(clause.kind).ownsCondition?.(clause);
    return {
      clause,
      owed: agreement.parties.filter((power) => power !== clause.by),
      deed: (duty?.due.length ?? 0) > 0,
      now: open && (clause.until === round.value || duty?.pays != null),
      pays: open ? (duty?.pays ?? null) : null,
      condition: hangs && scene && c && v && clause.when ? conditionNow(c, v, clause.when) : null,
    };
  });
}
