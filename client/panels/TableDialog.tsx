import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { deleteGame } from '../net/index.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { askHost, refused } from '../state/connection.ts';
import { isHost, phase, room } from '../state/game.ts';
import { talks } from '../state/talks.ts';
import { Invitation, SeatList } from './Lobby.tsx';

/** Deleting cannot be undone: it is asked once more, and staying is the first choice. */
function Delete() {
  const asked = useSignal(false);
  const problem = useSignal<string | null>(null);
  const code = room.value?.code ?? '';
  if (!asked.value) {
    return (
      <button type="button" class="button quiet" onClick={() => (asked.value = true)}>
        {t('lobby:delete')}
      </button>
    );
  }
  const go = async (): Promise<void> => {
    const gone = await deleteGame(code);
    if (!gone.ok) problem.value = refusalText(gone.refusal);
  };
  return (
    <div class="sure">
      <p>
        <strong>{t('lobby:deleteSure')}</strong> {t('lobby:deleteText')}
      </p>
      <p class="row">
        <button type="button" class="button filled" onClick={() => (asked.value = false)}>
          {t('lobby:keep')}
        </button>
        <button type="button" class="button quiet" onClick={() => void go()}>
          {t('lobby:delete')}
        </button>
      </p>
      <Problem text={problem.value} />
    </div>
  );
}

/** Free words for all at the table, on or off; offers stay in any case. */
function WordsSwitch() {
  const { open } = talks.value;
  return (
    <button
      type="button"
      class="button quiet"
      title={t('talks:switch.hint')}
      onClick={() => void askHost({ do: 'words', open: !open })}
    >
      {t(open ? 'talks:switch.close' : 'talks:switch.open')}
    </button>
  );
}

/** The table of a game with others: its code, who sits where, and what the host may do. */
export function TableDialog(props: { onClose(): void }) {
  const paused = room.value?.paused ?? false;
  const runs = phase.value !== 'debrief' && phase.value !== 'lobby';
  return (
    <Dialog title={t('game:menu.table')} onClose={props.onClose}>
      <Invitation small />
      <SeatList />
      <Problem text={refused.value} />
      {isHost.value ? (
        <div class="row">
          {runs ? (
            <>
              <button
                type="button"
                class="button quiet"
                onClick={() => void askHost({ do: paused ? 'resume' : 'pause' })}
              >
                {t(paused ? 'game:menu.resume' : 'game:menu.pause')}
              </button>
              <button
                type="button"
                class="button quiet"
                title={t('game:menu.nextHint')}
                onClick={() => void askHost({ do: 'next', phase: phase.value })}
              >
                {t('game:menu.next')}
              </button>
            </>
          ) : null}
          {phase.value === 'debrief' ? null : <WordsSwitch />}
          <Delete />
        </div>
      ) : null}
    </Dialog>
  );
}
