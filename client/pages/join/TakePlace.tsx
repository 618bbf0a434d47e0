import { useSignal } from '@preact/signals';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { SessionInfo } from '../../../shared/protocol/sessions.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { joinSession } from '../../net/index.ts';
import { gameAddress } from '../../parts/address.ts';
import { Problem } from '../../parts/Problem.tsx';
import { SeatChoice } from './SeatChoice.tsx';

/** A pseudonym for a session; where seating is free, a table and a power as well. */
export function TakePlace(props: { readonly session: SessionInfo }) {
  const { session } = props;
  const free = session.seating === 'free' && session.worlds.some(({ phase }) => phase === 'lobby');
  const name = useSignal('');
  const world = useSignal<number | null>(null);
  const power = useSignal<Power | null>(null);
  const busy = useSignal(false);
  const problem = useSignal<(() => string) | null>(null);
  const at = session.worlds.find(({ number }) => number === world.value);

  const take = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const joined = await joinSession(session.code, {
      name: name.value,
      connect: false,
      ...(world.value === null ? {} : { world: world.value }),
      ...(power.value === null ? {} : { power: power.value }),
    });
    if (joined.ok) location.assign(gameAddress(joined.value.game));
    else {
      problem.value = () => refusalText(joined.refusal);
      busy.value = false;
    }
  };

  if (session.locked) return <Problem text={t('join:session.locked')} />;
  return (
    <form class="join-form" onSubmit={take} noValidate>
      <label class="join-name">
        <span class="label">{t('join:name')}</span>
        <input
          class="field"
          autoComplete="nickname"
          value={name.value}
          aria-invalid={problem.value !== null}
          aria-describedby="join-hint join-problem"
          onInput={(event) => {
            name.value = event.currentTarget.value;
            problem.value = null;
          }}
        />
        <span class="note" id="join-hint">
          {t('join:nameHint')}
        </span>
      </label>
      {free ? (
        <>
          <p>{t('join:session.choose')}</p>
          {session.worlds.length > 1 ? (
            <label>
              <span class="label">{t('join:session.world')}</span>
              <select
                class="select"
                value={world.value === null ? '' : String(world.value)}
                onChange={(event) => {
                  const chosen = Number(event.currentTarget.value);
                  world.value = chosen > 0 ? chosen : null;
                  power.value = null;
                }}
              >
                <option value="">{t('join:session.any')}</option>
                {session.worlds.map(({ number }) => (
                  <option key={number} value={String(number)}>
                    {number}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <SeatChoice
            seats={
              (at ?? session.worlds[0])?.seats ??
              POWERS.map((one) => ({ power: one, name: '', held: false, player: 'empty' as const }))
            }
            value={power.value}
            onChoose={(chosen) => {
              power.value = chosen;
              world.value ??= session.worlds[0]?.number ?? null;
            }}
          />
        </>
      ) : null}
      <p class="note">
        {t('join:session.opened')}
        {session.readTalks ? ` ${t('join:session.overseen')}` : ''}
      </p>
      <Problem id="join-problem" text={problem.value?.() ?? null} />
      <p class="join-end">
        <button type="submit" class="button filled large" aria-busy={busy.value}>
          {busy.value ? t('join:sitting') : t('join:submit')}
        </button>
      </p>
    </form>
  );
}
