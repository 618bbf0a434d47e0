import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { deleteGame } from '../net/index.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { askHost, refused } from '../state/connection.ts';
import { isHost, phase, played, room } from '../state/game.ts';
import { talks } from '../state/talks.ts';
import { Invitation, SeatList } from './Lobby.tsx';

/** What cannot be undone is asked once more, and staying as it is is the first choice. */
function Irrevocable(props: {
  readonly label: string;
  readonly question: string;
  readonly text: string;
  readonly keep: string;
  /** @returns what went wrong, in words */
  go(): Promise<string | null>;
}) {
  const asked = useSignal(false);
  const problem = useSignal<string | null>(null);
  if (!asked.value) {
    return (
      <button type="button" class="button quiet" onClick={() => (asked.value = true)}>
        {props.label}
      </button>
    );
  }
  const go = async (): Promise<void> => {
    problem.value = await props.go();
  };
  return (
    <div class="sure">
      <p>
        <strong>{props.question}</strong> {props.text}
      </p>
      <p class="row">
        <button type="button" class="button filled" onClick={() => (asked.value = false)}>
          {props.keep}
        </button>
        <button type="button" class="button quiet" onClick={() => void go()}>
          {props.label}
        </button>
      </p>
      <Problem text={problem.value} />
    </div>
  );
}

function Delete() {
  const code = room.value?.code ?? '';
  return (
    <Irrevocable
      label={t('lobby:delete')}
      question={t('lobby:deleteSure')}
      text={t('lobby:deleteText')}
      keep={t('lobby:keep')}
      go={async () => {
        const gone = await deleteGame(code);
        return gone.ok ? null : refusalText(gone.refusal);
      }}
    />
  );
}

/** To the debrief before the last round: when the lesson is nearly over. */
function EndHere(props: { onDone(): void }) {
  return (
    <Irrevocable
      label={t('lobby:end')}
      question={t('lobby:endSure')}
      text={t('lobby:endText')}
      keep={t('lobby:endNot')}
      go={async () => {
        if (await askHost({ do: 'end' })) props.onDone();
        return null;
      }}
    />
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
          {runs && played.value > 0 ? <EndHere onDone={props.onClose} /> : null}
          <Delete />
        </div>
      ) : null}
    </Dialog>
  );
}
