import { useSignal } from '@preact/signals';
import type { Proposal, ProposalVersion } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { equal, minus, pencil, plus } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { newest } from '../../state/talks.ts';
import { type PointPair, pointPairs } from '../../state/versions.ts';
import { clauseChanges, clauseText } from '../../words/clauses.ts';
import { Marked } from './Marked.tsx';

const SIGN = { same: equal, changed: pencil, new: plus, dropped: minus } as const;

/** What became of a point from one version to the other: sign and word. */
export function ChangeMark(props: { readonly as: PointPair['as'] }) {
  return (
    <span class={`change change-${props.as}`}>
      <Icon path={SIGN[props.as]} size={14} /> {t(`talks:compare.${props.as}`)}
    </span>
  );
}

function headOf(version: ProposalVersion): string {
  return t('talks:version', {
    version: version.number,
    power: t(`common:powerInside.${version.by}`),
  });
}

/** Two versions of an offer beside each other, point by point; on a narrow screen one under the other. */
function SideBySide(props: { readonly old: ProposalVersion; readonly now: ProposalVersion }) {
  const { old, now } = props;
  const heads = [headOf(old), headOf(now)];
  return (
    <table class="versions">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pointPairs(old, now).map((pair, i) => (
          <tr key={i} data-as={pair.as}>
            <td data-head={heads[0]}>
              {pair.old ? (
                <>
                  <span class="version-head">
                    <Badge power={pair.old.by} size={16} label />
                  </span>
                  <span class="clause-text">{clauseText(pair.old)}</span>
                </>
              ) : (
                <span class="even">{t('talks:compare.absent')}</span>
              )}
            </td>
            <td data-head={heads[1]}>
              <span class="version-head">
                {pair.now ? <Badge power={pair.now.by} size={16} label /> : null}
                <ChangeMark as={pair.as} />
              </span>
              {pair.now ? (
                <span class="clause-text">
                  <Marked
                    pieces={clauseChanges(pair.now, pair.as === 'changed' ? pair.old : null)}
                  />
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Versions before the newest: one of them beside it. They stand for good. */
export function Versions(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  const chosen = useSignal<number | null>(null);
  const now = newest(proposal);
  const earlier = proposal.versions.slice(0, -1);
  const old = earlier.find(({ number }) => number === chosen.value) ?? earlier.at(-1);
  if (!now || !old) return null;
  return (
    <details class="earlier">
      <summary>{t('talks:compare.heading')}</summary>
      {earlier.length > 1 ? (
        <label class="setting">
          <span>{t('talks:compare.with')}</span>
          <select
            class="select"
            value={String(old.number)}
            onChange={(event) => {
              chosen.value = Number(event.currentTarget.value);
            }}
          >
            {earlier.map((version) => (
              <option key={version.number} value={String(version.number)}>
                {headOf(version)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <SideBySide old={old} now={now} />
    </details>
  );
}
