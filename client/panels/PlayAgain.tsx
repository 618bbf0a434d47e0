import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { createFriends, createSolo } from '../net/index.ts';
import { gameAddress } from '../parts/address.ts';
import { Problem } from '../parts/Problem.tsx';
import { ownSeat, room, seat } from '../state/game.ts';

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
    if (made.ok) location.assign(gameAddress(made.value.code));
    else {
      problem.value = refusalText(made.refusal);
      busy.value = false;
    }
  };
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
