import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { MOST_WORLDS, SEATINGS, type SessionRequest } from '../../../shared/protocol/sessions.ts';
import { named, t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { createSession } from '../../net/sessions.ts';
import { consoleAddress } from '../../parts/address.ts';
import { Problem } from '../../parts/Problem.tsx';
import { GameChoice, USUAL } from '../front/GameChoice.tsx';

type Wish = Required<Omit<SessionRequest, 'seed'>>;

const USUAL_SESSION: Wish = {
  ...USUAL,
  pace: 'normal',
  worlds: 1,
  seating: 'balanced',
  roster: '',
  talk: true,
  readTalks: false,
  absence: 60,
  cabinet: 1,
};
const CLOCKS = ['normal', 'hour', 'long', 'calm'] as const;
const ABSENCES = [30, 60, 120, 300] as const;

function Choice<T extends string | number>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  word(option: T): string;
  onChoose(option: T): void;
}) {
  return (
    <label>
      <span>{props.label}</span>
      <select
        class="select"
        value={String(props.value)}
        onChange={(event) => {
          const at = props.options.findIndex((o) => String(o) === event.currentTarget.value);
          props.onChoose(props.options[at] as T);
        }}
      >
        {props.options.map((option) => (
          <option key={option} value={String(option)}>
            {props.word(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Check(props: {
  readonly checked: boolean;
  readonly children: ComponentChildren;
  onChange(on: boolean): void;
}) {
  return (
    <label class="host-check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.children}
    </label>
  );
}

/** What a facilitator settles before the room fills: in under a minute, everything has its usual value. */
export function NewSession() {
  const wish = useSignal<Wish>(USUAL_SESSION);
  const busy = useSignal(false);
  const problem = useSignal<(() => string) | null>(null);
  const set = (change: Partial<Wish>): void => {
    wish.value = { ...wish.value, ...change };
    problem.value = null;
  };
  const w = wish.value;

  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    const { roster, ...rest } = wish.value;
    const made = await createSession(roster.trim() === '' ? rest : { ...rest, roster });
    if (made.ok) location.assign(consoleAddress(made.value.code));
    else {
      problem.value = () => refusalText(made.refusal);
      busy.value = false;
    }
  };

  return (
    <form class="host-form" onSubmit={open} noValidate>
      <GameChoice
        value={{ scenario: w.scenario as typeof USUAL.scenario, depth: w.depth }}
        onChoose={set}
      />
      <div class="settings">
        <Choice
          label={t('hall:host.pace')}
          value={w.pace}
          options={CLOCKS}
          word={(pace) => named('hall:pace', pace)}
          onChoose={(pace) => set({ pace })}
        />
        <Choice
          label={t('hall:host.worlds')}
          value={w.worlds}
          options={Array.from({ length: MOST_WORLDS }, (_, k) => k + 1)}
          word={String}
          onChoose={(worlds) => set({ worlds })}
        />
      </div>
      <div class="settings">
        <Choice
          label={t('hall:host.seating')}
          value={w.seating}
          options={SEATINGS}
          word={(seating) => named('hall:seating', seating)}
          onChoose={(seating) => set({ seating })}
        />
        <Choice
          label={t('hall:host.absence')}
          value={w.absence}
          options={ABSENCES}
          word={(count) => t('hall:host.seconds', { count })}
          onChoose={(absence) => set({ absence })}
        />
      </div>
      <Check checked={w.talk} onChange={(talk) => set({ talk })}>
        {t('hall:host.talk')}
      </Check>
      <Check checked={w.readTalks} onChange={(readTalks) => set({ readTalks })}>
        {t('hall:host.readTalks')}
      </Check>
      <label class="host-roster">
        <span class="label">{t('hall:host.roster')}</span>
        <textarea
          class="field"
          rows={4}
          spellcheck={false}
          value={w.roster}
          aria-describedby="roster-hint"
          onInput={(event) => set({ roster: event.currentTarget.value })}
        />
        <span class="note" id="roster-hint">
          {t('hall:host.rosterHint')}
        </span>
      </label>
      <Problem text={problem.value?.() ?? null} />
      <p class="row">
        <button type="submit" class="button filled large" aria-busy={busy.value}>
          {busy.value ? t('hall:host.opening') : t('hall:host.open')}
        </button>
      </p>
    </form>
  );
}
