import { useSignal } from '@preact/signals';
import { isPower, POWERS } from '../../../shared/core/powers.ts';
import type { HallState } from '../../../shared/protocol/hall.ts';
import { t } from '../../i18n/messages.ts';
import { give, namesOf } from '../../state/hall.ts';

/** A message to everybody, to a world, to a power of all worlds, or to one seat. */
export function Say(props: { readonly state: HallState }) {
  const to = useSignal('all');
  const text = useSignal('');
  const sent = useSignal(false);
  const { worlds } = props.state;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.value.trim() === '') return;
    const [first = '', second = ''] = to.value.split(' ');
    const world = Number(first);
    const power = isPower(first) ? first : isPower(second) ? second : undefined;
    const done = await give({
      do: 'say',
      text: text.value,
      ...(world > 0 ? { world } : {}),
      ...(power ? { power } : {}),
    });
    if (done.ok) {
      text.value = '';
      sent.value = true;
    }
  };
  return (
    <form class="console-form" onSubmit={send}>
      <label>
        <span class="label">{t('hall:say.to')}</span>
        <select
          class="select"
          value={to.value}
          onChange={(event) => (to.value = event.currentTarget.value)}
        >
          <option value="all">{t('hall:say.all')}</option>
          {POWERS.map((power) => (
            <option key={power} value={power}>
              {t('hall:say.team', { power: t(`common:power.${power}`) })}
            </option>
          ))}
          {worlds.flatMap(({ number, seats }) => [
            <option key={number} value={String(number)}>
              {t('hall:say.world', { n: number })}
            </option>,
            ...seats
              .filter(({ members }) => members.length > 0)
              .map((seat) => (
                <option key={`${number} ${seat.power}`} value={`${number} ${seat.power}`}>
                  {t('hall:help.from', {
                    name: namesOf(seat),
                    power: t(`common:power.${seat.power}`),
                    n: number,
                  })}
                </option>
              )),
          ])}
        </select>
      </label>
      <label>
        <span class="label">{t('hall:say.text')}</span>
        <textarea
          class="field"
          rows={3}
          maxLength={280}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            sent.value = false;
          }}
        />
      </label>
      <p class="row">
        <button type="submit" class="button filled" disabled={text.value.trim() === ''}>
          {t('hall:say.send')}
        </button>
        <span role="status" class="caption">
          {sent.value ? t('hall:say.sent') : ''}
        </span>
      </p>
    </form>
  );
}
