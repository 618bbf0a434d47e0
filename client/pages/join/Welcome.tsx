import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Power } from '../../../shared/core/powers.ts';
import type { GameInfo } from '../../../shared/protocol/messages.ts';
import type { SessionInfo } from '../../../shared/protocol/sessions.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { holdsSeat, lookUp, lookUpSession, placeIn, takeSeat } from '../../net/index.ts';
import { gameAddress } from '../../parts/address.ts';
import { Problem } from '../../parts/Problem.tsx';
import { spaced } from '../../words/code.ts';
import { JoinWithCode } from '../front/JoinWithCode.tsx';
import { SeatChoice } from './SeatChoice.tsx';
import { TakePlace } from './TakePlace.tsx';

function whereText(game: GameInfo): string {
  if (game.phase === 'lobby') return t('join:where.lobby');
  if (game.phase === 'debrief') return t('join:where.over');
  return t('join:where.running', { round: game.round + 1, rounds: game.rounds });
}

/** A pseudonym and a seat; the seat is taken only by the button, so that a preview of a link takes none. */
function TakeSeat(props: { readonly game: GameInfo; again(): Promise<void> }) {
  const { game } = props;
  const free = game.seats.filter((s) => !s.held).map((s) => s.power);
  const power = useSignal<Power | null>(free[0] ?? null);
  const name = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<(() => string) | null>(null);

  const take = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value || !power.value) return;
    busy.value = true;
    problem.value = null;
    const taken = await takeSeat(game.code, { name: name.value, power: power.value });
    if (taken.ok) {
      location.assign(gameAddress(game.code));
      return;
    }
    problem.value = () => refusalText(taken.refusal);
    busy.value = false;
    if (taken.refusal.code === 'seatTaken' || taken.refusal.code === 'gameFull') {
      power.value = null;
      await props.again();
    }
  };

  if (free.length === 0) return <Problem text={t('join:full')} />;
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
      <SeatChoice
        seats={game.seats}
        value={power.value}
        onChoose={(chosen) => {
          power.value = chosen;
        }}
      />
      <Problem id="join-problem" text={problem.value?.() ?? null} />
      <p class="join-end">
        <button type="submit" class="button filled large" aria-busy={busy.value}>
          {busy.value ? t('join:sitting') : t('join:submit')}
        </button>
      </p>
    </form>
  );
}

/** The welcome step of a session. */
function Place(props: { readonly session: SessionInfo }) {
  const { session } = props;
  // Whoever sits at one of its tables already goes back there.
  const own = placeIn(session.code);
  return (
    <>
      <p class="caption">{t('join:code', { code: spaced(session.code) })}</p>
      <h1>{t('join:heading')}</h1>
      <p class="join-lead">{t('join:session.lead')}</p>
      {own ? (
        <p class="join-back">
          {t('join:back')}{' '}
          <a class="button filled" href={gameAddress(own)}>
            {t('join:backSubmit')}
          </a>
        </p>
      ) : (
        <TakePlace session={session} />
      )}
    </>
  );
}

/** The welcome step: what stands behind the code, and the way in. */
export function Welcome(props: { readonly code: string }) {
  const game = useSignal<GameInfo | null>(null);
  const session = useSignal<SessionInfo | null>(null);
  const problem = useSignal<(() => string) | null>(null);
  const look = async (): Promise<void> => {
    const found = await lookUp(props.code);
    if (found.ok) {
      game.value = found.value;
      problem.value = null;
      return;
    }
    if (found.refusal.code !== 'isSession') {
      problem.value = () => refusalText(found.refusal);
      return;
    }
    const held = await lookUpSession(props.code);
    if (held.ok) session.value = held.value;
    else problem.value = () => refusalText(held.refusal);
  };
  useEffect(() => {
    void look();
  }, []);

  if (problem.value) {
    return (
      <>
        <h1>{t('join:headingNone')}</h1>
        <Problem text={problem.value?.() ?? null} />
        <JoinWithCode plain />
      </>
    );
  }
  if (session.value) return <Place session={session.value} />;
  const found = game.value;
  if (!found) {
    return (
      <>
        <h1>{t('join:heading')}</h1>
        <p role="status">{t('join:looking')}</p>
      </>
    );
  }
  const here = holdsSeat(found.code);
  return (
    <>
      <p class="caption">{t('join:code', { code: spaced(found.code) })}</p>
      <h1>{t('join:heading')}</h1>
      <p class="join-lead">{t('join:lead')}</p>
      <p class="join-where">{whereText(found)}</p>
      {here ? (
        <p class="join-back">
          {t('join:back')}{' '}
          <a class="button filled" href={gameAddress(found.code)}>
            {t('join:backSubmit')}
          </a>
        </p>
      ) : (
        <TakeSeat game={found} again={look} />
      )}
    </>
  );
}
