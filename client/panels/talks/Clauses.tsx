import type { AgreedClause, Clause } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { check, circleHelp, hourglass, minus, triangleAlert } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { clauseBroken, clauseChanges, clauseName } from '../../words/clauses.ts';
import { Marked } from './Marked.tsx';

export const FATE_ICON = {
  pending: hourglass,
  kept: check,
  excused: circleHelp,
  breached: triangleAlert,
  dormant: minus,
} as const;

function isAgreed(clause: Clause | AgreedClause): clause is AgreedClause {
  return 'fate' in clause;
}

/** What became of a clause: icon and word. */
export function Fate(props: { readonly clause: AgreedClause }) {
  const { fate } = props.clause;
  return (
    <span class={`fate fate-${fate}`}>
      <Icon path={FATE_ICON[fate]} /> {t(`talks:fate.${fate}`)}
    </span>
  );
}

/**
 * Numbered clauses, each with what would break it and, once signed, what became of it.
 * @param props.old the same clause one version before; null = it is new
 */
export function ClauseList(props: {
  readonly clauses: readonly (Clause | AgreedClause)[];
  old?(index: number): Clause | null;
}) {
  return (
    <ol class="clauses">
      {props.clauses.map((clause, i) => (
        <li key={i}>
          <b aria-hidden="true">{i + 1}</b>
          <div class="clause-says">
            <h4>
              <Badge power={clause.by} label />
              <Term id={`clause.${clause.kind}`}>{clauseName(clause.kind)}</Term>
            </h4>
            <p class="clause-text">
              <Marked pieces={clauseChanges(clause, props.old?.(i) ?? null)} />
            </p>
          </div>
          <p class="clause-broken">
            {isAgreed(clause) ? <Fate clause={clause} /> : null}
            {clause.kind === 'consent' ? null : (
              <span class="clause-if">{t('talks:brokenIf')} </span>
            )}
            {clauseBroken(clause)}
          </p>
        </li>
      ))}
    </ol>
  );
}
