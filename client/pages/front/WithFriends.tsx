import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { createFriends } from '../../net/index.ts';
import { gameAddress } from '../../parts/address.ts';
import { Problem } from '../../parts/Problem.tsx';
import { type Game, GameChoice, USUAL } from './GameChoice.tsx';

/** Opens a game with a code for others; the one who opens it starts it. */
export function WithFriends() {
  const name = useSignal('');
  const game = useSignal<Game>(USUAL);
  const busy = useSignal(false);
  const problem = useSignal<(() => string) | null>(null);

  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const made = await createFriends({ name: name.value, ...game.value });
    if (made.ok) location.assign(gameAddress(made.value.code));
    else {
      problem.value = () => refusalText(made.refusal);
      busy.value = false;
    }
  };

  return (
    <section class="way" aria-labelledby="friends">
      <h2 id="friends">{t('front:friends.heading')}</h2>
      <p>{t('front:friends.text')}</p>
      <form onSubmit={open} noValidate>
        <label>
          <span class="label">{t('front:friends.name')}</span>
          <input
            class="field"
            autoComplete="nickname"
            value={name.value}
            aria-invalid={problem.value !== null}
            aria-describedby="friends-problem"
            onInput={(event) => {
              name.value = event.currentTarget.value;
              problem.value = null;
            }}
          />
        </label>
        <GameChoice
          value={game.value}
          onChoose={(chosen) => {
            game.value = chosen;
          }}
        />
        <Problem id="friends-problem" text={problem.value?.() ?? null} />
        <p class="way-end">
          <button type="submit" class="button large" aria-busy={busy.value}>
            {busy.value ? t('front:friends.opening') : t('front:friends.submit')}
          </button>
        </p>
      </form>
    </section>
  );
}
