import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/messages.ts';
import { FromFacilitator } from '../../panels/FromFacilitator.tsx';
import { Guide } from '../../panels/Guide.tsx';
import { Lobby } from '../../panels/Lobby.tsx';
import { Notices } from '../../panels/Notices.tsx';
import { Report } from '../../panels/Report.tsx';
import { Said } from '../../panels/Said.tsx';
import { Toasts } from '../../panels/Toasts.tsx';
import { TopBar } from '../../panels/TopBar.tsx';
import { later } from '../../parts/Later.tsx';
import { content, phase, room, round, seat, status, view } from '../../state/game.ts';
import { showsReport } from '../../state/report.ts';
import { talkOpen } from '../../state/talks.ts';
import { Closed } from './Closed.tsx';
import { PartBar, Table } from './Table.tsx';

/** The debrief comes when the game is over. */
const End = later(async () => (await import('../../panels/End.tsx')).End);

/** The sheet of the talks comes when it is first opened. */
const TalksPage = later(async () => (await import('../../panels/talks/TalksPage.tsx')).TalksPage);

/** Keeps the window's title true: power and round. */
function useTitle(): void {
  useEffect(
    () =>
      effect(() => {
        const own = seat.value;
        document.title =
          own && phase.value !== 'lobby'
            ? t('game:title', {
                power: t(`common:power.${own}`),
                round: Math.min(round.value + 1, content.value?.halves.length ?? round.value + 1),
              })
            : t('game:titlePlain');
      }),
    [],
  );
}

function Waiting() {
  return (
    <main class="waiting" id="main" tabIndex={-1}>
      <p role="status">{t('game:loading')}</p>
    </main>
  );
}

/** What stands under the top bar: lobby, table, or the end. */
function Stage() {
  if (!room.value || !view.value || !content.value) return <Waiting />;
  if (phase.value === 'lobby') return <Lobby />;
  if (phase.value === 'debrief' && view.value.end) return <End end={view.value.end} />;
  const leaf = showsReport.value ? null : talkOpen.value;
  return (
    <>
      <Table covered={showsReport.value || leaf !== null} />
      {leaf ? <TalksPage leaf={leaf} /> : null}
      {showsReport.value ? <Report key={view.value.report?.round} /> : <PartBar />}
    </>
  );
}

/** The page of one game. */
export function Game() {
  useTitle();
  const over = status.value;
  if (over === 'lost' || over === 'removed' || over === 'deleted') return <Closed />;
  const shows = phase.value === 'lobby' || phase.value === 'debrief' ? 'page' : 'table';
  return (
    <div class="game" data-shows={shows} data-power={seat.value ?? undefined}>
      <TopBar />
      <div class="notices">
        <Notices />
        <FromFacilitator />
        <Guide />
      </div>
      <Stage />
      <Toasts />
      <Said />
    </div>
  );
}
