import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';
import { calls, give, namesOf } from '../../state/hall.ts';

type Call = (typeof calls.value)[number];

function Answer(props: { readonly call: Call }) {
  const { world, seat, help } = props.call;
  const text = useSignal('');
  return (
    <li class="console-call">
      <p>
        <b>
          {t('hall:help.from', {
            name: namesOf(seat),
            power: t(`common:power.${seat.power}`),
            n: world.number,
          })}
        </b>
      </p>
      {help.text === '' ? null : <p>{help.text}</p>}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void give({
            do: 'answer',
            seat: { world: world.number, power: seat.power },
            text: text.value,
          });
        }}
      >
        <input
          class="field console-grow"
          aria-label={t('hall:help.text')}
          placeholder={t('hall:help.text')}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('hall:help.answer')}
        </button>
      </form>
    </li>
  );
}

/** Who has called, the oldest first. */
export function Calls() {
  if (calls.value.length === 0) return <p class="empty">{t('hall:help.none')}</p>;
  return (
    <ol>
      {calls.value.map((call) => (
        <Answer key={`${call.world.number} ${call.seat.power} ${call.help.at}`} call={call} />
      ))}
    </ol>
  );
}
