import { t } from '../../i18n/messages.ts';
import { round, rounds } from '../../state/game.ts';
import { untilText } from '../../words/clauses.ts';

/** The half-year with which a word ends: this one or a later one of the game. */
export function UntilChoice(props: { readonly value: number; onSet(until: number): void }) {
  return (
    <label class="setting">
      <span>{t('clauses:param.until')}</span>
      <select
        class="select"
        value={String(props.value)}
        onChange={(event) => props.onSet(Number(event.currentTarget.value))}
      >
        {Array.from({ length: rounds.value - round.value }, (_, i) => round.value + i).map((at) => (
          <option key={at} value={String(at)}>
            {untilText(at)}
          </option>
        ))}
      </select>
    </label>
  );
}
