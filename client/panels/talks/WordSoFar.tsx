import type { Power } from '../../../shared/core/powers.ts';
import { t } from '../../i18n/messages.ts';
import { check, circleHelp, hourglass, minus, triangleAlert, x } from '../../icons/lucide.ts';
import { Icon } from '../../parts/Icon.tsx';
import { type Word, wordOf } from '../../state/talks.ts';
import { clauseText } from '../../words/clauses.ts';
import { signalText } from '../../words/signals.ts';

const ICON = {
  open: hourglass,
  kept: check,
  excused: circleHelp,
  breached: triangleAlert,
  bluffed: x,
  void: minus,
} as const;

/** Points of a record that are shown; the older ones stand in the agreements. */
const SHOWN = 6;

function says({ clause, signal }: Word): string {
  if (clause) return clauseText(clause);
  return signal ? signalText(signal) : '';
}

/** What a power has promised so far, and what became of it. */
export function WordSoFar(props: { readonly power: Power }) {
  const words = wordOf(props.power).slice(0, SHOWN);
  return (
    <section class="word-so-far" aria-labelledby={`word-${props.power}`}>
      <h3 id={`word-${props.power}`}>
        {t('talks:record.heading', { power: t(`common:power.${props.power}`) })}
      </h3>
      {words.length === 0 ? (
        <p class="empty">{t('talks:record.none')}</p>
      ) : (
        <ul>
          {words.map((word) => (
            <li key={word.id}>
              <span class={`fate fate-${word.fate}`}>
                <Icon path={ICON[word.fate]} />
                <span class="hidden">{t(`talks:record.${word.fate}`)}</span>
              </span>
              <span>{says(word)}</span>
              <small>
                {word.fate === 'open'
                  ? t('talks:record.open')
                  : t('talks:record.round', {
                      fate: t(`talks:record.${word.fate}`),
                      round: word.round + 1,
                    })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
