import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { createFriends, createSolo } from '../net/index.ts';
import { gameAddress, joinAddress } from '../parts/address.ts';
import { Problem } from '../parts/Problem.tsx';
import { askHost } from '../state/connection.ts';
import { isHost, ownSeat, room, seat } from '../state/game.ts';

/** Opens a new game of the same kind and goes there. */
export function PlayAgain() {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const again = async (): Promise<void> => {
    const r = room.value;
    if (!r || busy.value) return;
    busy.value = true;
    problem.value = null;
    const same = {
      scenario: r.scenario,
      depth: r.depth,
      ...(seat.value ? { power: seat.value } : {}),
    };
    const made =
      r.mode === 'solo'
        ? await createSolo(same)
        : await createFriends({ ...same, pace: r.pace, name: ownSeat.value?.name ?? '' });
    if (made.ok) {
      // The others read the new code where they sit.
      if (r.mode === 'friends' && isHost.value) {
        await askHost({ do: 'again', code: made.value.code });
      }
      location.assign(gameAddress(made.value.code));
    } else {
      problem.value = refusalText(made.refusal);
      busy.value = false;
    }
  };
  const next = room.value?.next ?? '';
  if (next && !isHost.value) {
    return (
      <a class="button filled" href={joinAddress(next)}>
        {t('end:follow', { code: next })}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button filled"
        aria-busy={busy.value}
        onClick={() => void again()}
      >
        {t('end:again')}
      </button>
      <Problem text={problem.value} />
    </>
  );
}
