import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/messages.ts';
import { x } from '../../icons/lucide.ts';
import { forgetGame, listMyGames, type MyGame } from '../../net/index.ts';
import { gameAddress } from '../../parts/address.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';

function where(game: MyGame): string {
  if (game.phase === 'lobby') return t('front:resume.lobby');
  if (game.phase === 'debrief') return t('front:resume.over');
  return t('front:resume.where', { round: game.round + 1, rounds: game.rounds });
}

/** Games that this device holds a seat in; nothing at all when there are none. */
export function Resume() {
  const games = useSignal<readonly MyGame[]>([]);
  useEffect(() => {
    void listMyGames().then((found) => {
      games.value = found;
    });
  }, [games]);
  if (games.value.length === 0) return null;
  return (
    <section class="resume" aria-labelledby="resume">
      <h2 id="resume">{t('front:resume.heading')}</h2>
      <ul>
        {games.value.map((game) => (
          <li key={game.code}>
            <Badge power={game.power} />
            <span>
              <a href={gameAddress(game.code)}>
                {t('front:resume.seat', {
                  power: t(`common:power.${game.power}`),
                  code: game.code,
                })}
              </a>
              <small>{where(game)}</small>
            </span>
            <button
              type="button"
              class="icon-button"
              aria-label={t('front:resume.forget', { code: game.code })}
              title={t('front:resume.forget', { code: game.code })}
              onClick={() => {
                forgetGame(game.code);
                games.value = games.value.filter((other) => other.code !== game.code);
              }}
            >
              <Icon path={x} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
