import { useSignal } from '@preact/signals';
import type { Power } from '../../../shared/core/powers.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { createSolo } from '../../net/index.ts';
import { gameAddress } from '../../parts/address.ts';
import { PowerChoice } from '../../parts/PowerChoice.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { type Game, GameChoice, MINUTES, USUAL } from './GameChoice.tsx';

/** Alone against bots: one choice, one button. */
export function PlayNow() {
  const power = useSignal<Power>('KZ');
  const game = useSignal<Game>(USUAL);
  const busy = useSignal(false);
  const problem = useSignal<(() => string) | null>(null);

  const start = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const made = await createSolo({ power: power.value, ...game.value });
    if (made.ok) location.assign(gameAddress(made.value.code));
    else {
      problem.value = () => refusalText(made.refusal);
      busy.value = false;
    }
  };

  return (
    <section class="way" aria-labelledby="play">
      <h2 id="play">{t('front:play.heading')}</h2>
      <p>{t('front:play.text', { minutes: MINUTES[game.value.scenario] })}</p>
      <form onSubmit={start}>
        <PowerChoice
          name="power"
          legend={t('front:play.power')}
          value={power.value}
          onChoose={(chosen) => {
            power.value = chosen;
          }}
        />
        <GameChoice
          value={game.value}
          onChoose={(chosen) => {
            game.value = chosen;
          }}
        />
        <Problem text={problem.value?.() ?? null} />
        <p class="way-end">
          <button type="submit" class="button filled large" aria-busy={busy.value}>
            {busy.value
              ? t('front:play.starting')
              : t('front:play.start', { power: t(`common:power.${power.value}`) })}
          </button>
        </p>
      </form>
    </section>
  );
}
