import type { AgreedClause, Clause } from '../../../shared/core/talk.ts';
import { describeClause } from '../../../shared/game/index.ts';
import { t } from '../../i18n/messages.ts';
import { check, circleHelp, hourglass, minus, triangleAlert } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import type { PointPair } from '../../state/versions.ts';
import { clauseBroken, clauseChanges, clauseName, clauseText } from '../../words/clauses.ts';
import { Marked } from './Marked.tsx';
import { ChangeMark } from './Versions.tsx';

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

/** Whether the text under "broken if" is a sentence of its own: nothing breaks it, or no rule judges it. */
function cannotBreak({ kind }: Clause): boolean {
  return kind === 'consent' || Boolean(describeClause(kind).deemed);
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
 * @param props.pairs the same points against those of the version before, in the same order; what was
 *   dropped behind them
 */
export function ClauseList(props: {
  readonly clauses: readonly (Clause | AgreedClause)[];
  readonly pairs?: readonly PointPair[];
}) {
  const { clauses, pairs = [] } = props;
  const dropped = pairs.filter(({ as }) => as === 'dropped');
  return (
    <>
      <ol class="clauses">
        {clauses.map((clause, i) => {
          const pair = pairs[i];
          return (
            <li key={i}>
              <b aria-hidden="true">{i + 1}</b>
              <div class="clause-says">
                <h4>
                  <Badge power={clause.by} label />
                  <Term id={`clause.${clause.kind}`}>{clauseName(clause.kind)}</Term>
                  {pair && pair.as !== 'same' ? <ChangeMark as={pair.as} /> : null}
                </h4>
                <p class="clause-text">
                  <Marked
                    pieces={clauseChanges(clause, pair?.as === 'changed' ? pair.old : null)}
                  />
                </p>
              </div>
              <p class="clause-broken">
                {isAgreed(clause) ? <Fate clause={clause} /> : null}
                {cannotBreak(clause) ? null : <span class="clause-if">{t('talks:brokenIf')} </span>}
                {clauseBroken(clause)}
              </p>
            </li>
          );
        })}
      </ol>
      {dropped.length > 0 ? (
        <ul class="dropped">
          {dropped.map(({ old }, i) => (
            <li key={i}>
              <ChangeMark as="dropped" />
              <del>{old ? clauseText(old) : ''}</del>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
