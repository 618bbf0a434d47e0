import { useSignal } from '@preact/signals';
import type { HallState } from '../../../shared/protocol/hall.ts';
import type { RosterAnswer } from '../../../shared/protocol/sessions.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { participation, sessionKeys, setRoster } from '../../net/sessions.ts';
import { Problem } from '../../parts/Problem.tsx';

/** Names that are reserved, and a list to reserve others. */
export function Names(props: { readonly state: HallState; readonly code: string }) {
  const { roster } = props.state;
  const text = useSignal('');
  const answer = useSignal<RosterAnswer | null>(null);
  const problem = useSignal<(() => string) | null>(null);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    problem.value = null;
    const done = await setRoster(
      props.code,
      sessionKeys(props.code)?.facilitator ?? '',
      text.value,
    );
    if (done.ok) answer.value = done.value;
    else problem.value = () => refusalText(done.refusal);
  };
  const download = async (): Promise<void> => {
    const key = sessionKeys(props.code)?.facilitator ?? '';
    const file = await participation(props.code, key);
    if (!file) {
      problem.value = () => refusalText({ code: 'offline' });
      return;
    }
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = `multivector-${props.code}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      {roster.length === 0 ? <p class="empty">{t('hall:names.none')}</p> : null}
      <ul class="console-names">
        {roster.map(({ name, world, power, seated }) => (
          <li key={name}>
            <b>{name}</b>{' '}
            <small>
              {[
                world === null ? '' : t('hall:world.heading', { n: world }),
                power === null ? '' : t(`common:power.${power}`),
                t(seated ? 'hall:names.seated' : 'hall:names.waits'),
              ]
                .filter((word) => word !== '')
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button quiet" onClick={() => void download()}>
          {t('hall:names.sheet')}
        </button>
      </p>
      <form class="console-form" onSubmit={save}>
        <label>
          <span class="label">{t('hall:names.paste')}</span>
          <textarea
            class="field"
            rows={5}
            spellcheck={false}
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
          <span class="note">{t('hall:host.rosterHint')}</span>
        </label>
        <Problem text={problem.value?.() ?? null} />
        <p class="row">
          <button type="submit" class="button">
            {t('hall:names.save')}
          </button>
          <span role="status" class="caption">
            {answer.value ? t('hall:names.kept', { count: answer.value.names }) : ''}
          </span>
        </p>
        <ul>
          {answer.value?.problems.map(({ line, refusal }) => (
            <li key={line} class="note">
              {t('hall:names.problem', { line, why: refusalText(refusal) })}
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}
