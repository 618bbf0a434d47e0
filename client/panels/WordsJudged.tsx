import type { ClauseFate } from '../../shared/core/talk.ts';
import { t } from '../i18n/messages.ts';
import { Badge } from '../parts/Badge.tsx';
import { view } from '../state/game.ts';
import { talks } from '../state/talks.ts';
import { breachText } from '../words/breach.ts';
import { clauseText } from '../words/clauses.ts';
import { Fate } from './talks/Clauses.tsx';

/** Fates of which there is nothing to tell: the occasion never came, or no rule judges it. */
const SILENT: readonly ClauseFate[] = ['dormant', 'pending'];

/** What the reported round says about agreements: each clause that it broke, excused or fulfilled for good. */
export function WordsJudged() {
  const round = view.value?.report?.round;
  const judged = talks.value.agreements.flatMap((agreement) =>
    agreement.clauses
      .filter(
        ({ judged: at, fate, final, kind }) =>
          at === round &&
          kind !== 'consent' &&
          (final || fate === 'excused') &&
          !SILENT.includes(fate),
      )
      .map((clause, i) => ({ id: `${agreement.id} ${i}`, clause })),
  );
  if (judged.length === 0) return null;
  const broken = (fate: string): number => (fate === 'breached' ? 0 : 1);
  return (
    <section aria-labelledby="report-words">
      <h2 id="report-words">{t('talks:report.heading')}</h2>
      <ul class="words-judged">
        {judged
          .toSorted((a, b) => broken(a.clause.fate) - broken(b.clause.fate))
          .map(({ id, clause }) => (
            <li key={id}>
              <Badge power={clause.by} />
              <p>
                {clauseText(clause)} <Fate clause={clause} />
                {clause.breach ? <small class="breach">{breachText(clause)}</small> : null}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
}
