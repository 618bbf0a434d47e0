import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { joinSession, lookUp, returnToSeat } from '../../net/index.ts';
import { gameAddress, joinAddress } from '../../parts/address.ts';
import { Problem } from '../../parts/Problem.tsx';
import { CODE_LENGTH, CodeInput } from './CodeInput.tsx';

/**
 * The way in with six characters; a second step for those who bring a return code.
 * @param props.plain without a heading, where the page has said already what it is about
 */
export function JoinWithCode(props: { readonly plain?: boolean }) {
  const code = useSignal('');
  const returning = useSignal(false);
  const returnCode = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<(() => string) | null>(null);

  const go = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (busy.value) return;
    const missing = CODE_LENGTH - code.value.length;
    if (missing > 0) {
      problem.value = () => t('front:join.short', { count: missing });
      return;
    }
    busy.value = true;
    problem.value = null;
    if (returning.value) {
      const back = await returnToSeat(code.value, returnCode.value);
      if (back.ok) location.assign(gameAddress(code.value));
      else if (back.refusal.code === 'isSession') {
        const seat = await joinSession(code.value, {
          returnCode: returnCode.value,
          connect: false,
        });
        if (seat.ok) location.assign(gameAddress(seat.value.game));
        else problem.value = () => refusalText(seat.refusal);
      } else problem.value = () => refusalText(back.refusal);
    } else {
      const found = await lookUp(code.value);
      // One code opens a table or a session of several.
      if (found.ok || found.refusal.code === 'isSession') location.assign(joinAddress(code.value));
      else problem.value = () => refusalText(found.refusal);
    }
    busy.value = false;
  };

  return (
    <section class="way" aria-label={t('front:join.heading')}>
      {props.plain ? null : <h2>{t('front:join.heading')}</h2>}
      <p>{returning.value ? t('front:join.returnText') : t('front:join.text')}</p>
      <form onSubmit={go} noValidate>
        <CodeInput
          value={code.value}
          wrong={problem.value !== null}
          describedBy="join-problem"
          onInput={(value) => {
            code.value = value;
            problem.value = null;
            if (value.length === CODE_LENGTH && !returning.value) void go();
          }}
        />
        {returning.value ? (
          <label class="under">
            <span class="label">{t('front:join.returnCode')}</span>
            <input
              class="field"
              autoComplete="off"
              autoCapitalize="characters"
              spellcheck={false}
              value={returnCode.value}
              onInput={(event) => {
                returnCode.value = event.currentTarget.value.toUpperCase();
              }}
            />
          </label>
        ) : null}
        <Problem id="join-problem" text={problem.value?.() ?? null} />
        {returning.value ? null : (
          <p class="under">
            {t('front:join.before')}{' '}
            <button
              type="button"
              class="text-button"
              onClick={() => {
                returning.value = true;
              }}
            >
              {t('front:join.useReturn')}
            </button>
          </p>
        )}
        <p class="way-end">
          <button type="submit" class="button large" aria-busy={busy.value}>
            {returning.value ? t('front:join.returnSubmit') : t('front:join.submit')}
          </button>
        </p>
      </form>
    </section>
  );
}
