import { useSignal } from '@preact/signals';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { HallCommand, HallSeat, HallWorld } from '../../../shared/protocol/hall.ts';
import { t } from '../../i18n/messages.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { give } from '../../state/hall.ts';

/** Seconds of extra time that one press grants. */
const EXTRA = 30;

/** What may be done with one seat. */
export function SeatMenu(props: {
  readonly seat: HallSeat;
  readonly world: HallWorld;
  readonly worlds: readonly HallWorld[];
  onClose(): void;
}) {
  const { seat, world } = props;
  const place = { world: world.number, power: seat.power };
  const held = seat.members.length > 0;
  const name = useSignal(seat.members[0]?.name ?? '');
  const to = useSignal('');
  const act = async (command: HallCommand): Promise<void> => {
    if ((await give(command)).ok) props.onClose();
  };
  const places = props.worlds.flatMap(({ number }) =>
    POWERS.map((power) => ({ world: number, power, id: `${number} ${power}` })),
  );
  const moveTo = (): void => {
    const [number = '', power = ''] = to.value.split(' ');
    void act({ do: 'move', seat: place, to: { world: Number(number), power: power as Power } });
  };
  return (
    <Dialog
      title={t('hall:seat.menu', { power: t(`common:power.${seat.power}`), n: world.number })}
      onClose={props.onClose}
    >
      <p class="row">
        <button
          type="button"
          class="button"
          onClick={() => void act({ do: 'bot', seat: place, plays: !seat.handed })}
        >
          {t(seat.handed ? 'hall:seat.giveBack' : 'hall:seat.giveBot')}
        </button>
        {held ? (
          <>
            <button
              type="button"
              class="button"
              onClick={() => void act({ do: 'leave', seat: place, given: !seat.leave })}
            >
              {t(seat.leave ? 'hall:seat.mayNot' : 'hall:seat.mayLeave')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() =>
                void act({ do: 'extra', seat: place, seconds: seat.extra > 0 ? 0 : EXTRA })
              }
            >
              {t(seat.extra > 0 ? 'hall:seat.lessMore' : 'hall:seat.more')}
            </button>
            <button
              type="button"
              class="button quiet"
              onClick={() => void act({ do: 'remove', seat: place })}
            >
              {t('hall:seat.remove')}
            </button>
          </>
        ) : null}
      </p>
      {held ? (
        <>
          <form
            class="row"
            onSubmit={(event) => {
              event.preventDefault();
              void act({ do: 'rename', seat: place, name: name.value });
            }}
          >
            <label class="console-grow">
              <span class="label">{t('hall:seat.name')}</span>
              <input
                class="field"
                value={name.value}
                onInput={(event) => (name.value = event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button">
              {t('hall:seat.rename')}
            </button>
          </form>
          <div class="row">
            <label class="console-grow">
              <span class="label">{t('hall:seat.move')}</span>
              <select
                class="select"
                value={to.value}
                onChange={(event) => (to.value = event.currentTarget.value)}
              >
                <option value="">–</option>
                {places
                  .filter(({ id }) => id !== `${world.number} ${seat.power}`)
                  .map(({ id, world: number, power }) => (
                    <option key={id} value={id}>
                      {t('hall:seat.menu', { power: t(`common:power.${power}`), n: number })}
                    </option>
                  ))}
              </select>
            </label>
            <button type="button" class="button" disabled={to.value === ''} onClick={moveTo}>
              {t('hall:seat.moveDo')}
            </button>
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
