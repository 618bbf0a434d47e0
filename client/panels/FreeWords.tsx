import { POWERS } from '../../shared/core/powers.ts';
import type { AgreedClause } from '../../shared/core/talk.ts';
import { list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { check, x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { deemClause } from '../state/connection.ts';
import { seat } from '../state/game.ts';

const WAYS = [
  { kept: true, icon: check },
  { kept: false, icon: x },
] as const;

/** Who says so, by name. */
function namesOf(clause: AgreedClause, kept: boolean): string {
  const votes = clause.deemed ?? [];
  return list(
    POWERS.filter((power) => votes.some((d) => d.power === power && d.kept === kept)).map((power) =>
      t(`common:power.${power}`),
    ),
  );
}

/** The table's vote on words that no rule can judge: each power says once whether they were kept. */
export function FreeWordsVote(props: {
  readonly clause: AgreedClause;
  readonly agreement: string;
  readonly place: number;
}) {
  const { clause, agreement, place } = props;
  const own = clause.deemed?.find(({ power }) => power === seat.value);
  return (
    <div class="deem">
      {seat.value === null ? null : (
        <fieldset class="no-print">
          <legend>{t('end:deem.ask')}</legend>
          {WAYS.map(({ kept, icon }) => (
            <button
              key={icon}
              type="button"
              class="button quiet small"
              aria-pressed={own?.kept === kept}
              onClick={() => void deemClause(agreement, place, kept)}
            >
              <Icon path={icon} /> {t(kept ? 'end:deem.kept' : 'end:deem.broken')}
            </button>
          ))}
        </fieldset>
      )}
      {WAYS.map(({ kept }) => {
        const powers = namesOf(clause, kept);
        return powers ? (
          <p key={String(kept)} class="note">
            {t(kept ? 'end:deem.saidKept' : 'end:deem.saidBroken', { powers })}
          </p>
        ) : null;
      })}
    </div>
  );
}
