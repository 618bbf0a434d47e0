import { useRef } from 'preact/hooks';
import { t } from '../../i18n/messages.ts';

export const CODE_LENGTH = 6;
const PLACES = [0, 1, 2, 3, 4, 5] as const;

/** What is left of typed or pasted text: capital letters and digits. */
export function cleanCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);
}

/**
 * Six boxes for a code. Typing goes on by itself, Backspace goes back, a paste fills all.
 * @param props.value at most six characters
 */
export function CodeInput(props: {
  readonly value: string;
  readonly wrong: boolean;
  readonly describedBy: string;
  onInput(value: string): void;
}) {
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const focus = (at: number): void => boxes.current[Math.max(0, Math.min(5, at))]?.focus();

  const take = (at: number, text: string): void => {
    const typed = cleanCode(text);
    const before = props.value.slice(0, at);
    const after = props.value.slice(at + Math.max(1, typed.length));
    const next = cleanCode(before + typed + after);
    props.onInput(next);
    if (typed.length > 0) focus(before.length + typed.length);
  };

  const key = (at: number, event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') focus(at - 1);
    else if (event.key === 'ArrowRight') focus(at + 1);
    else if (event.key === 'Backspace' && props.value[at] === undefined) {
      event.preventDefault();
      props.onInput(props.value.slice(0, Math.max(0, at - 1)));
      focus(at - 1);
    }
  };

  const box = (at: number) => (
    <input
      key={at}
      ref={(element: HTMLInputElement | null) => {
        boxes.current[at] = element;
      }}
      type="text"
      inputMode="text"
      autoComplete="off"
      autoCapitalize="characters"
      spellcheck={false}
      aria-label={`${t('front:join.code')}, ${at + 1}`}
      aria-invalid={props.wrong}
      aria-describedby={props.describedBy}
      value={props.value[at] ?? ''}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => take(at, event.currentTarget.value)}
      onPaste={(event) => {
        event.preventDefault();
        take(at, event.clipboardData?.getData('text') ?? '');
      }}
      onKeyDown={(event) => key(at, event)}
    />
  );

  return (
    <fieldset class="code" data-wrong={props.wrong ? '' : undefined}>
      <legend class="hidden">{t('front:join.code')}</legend>
      {PLACES.slice(0, 3).map(box)}
      <span class="code-dash" aria-hidden="true" />
      {PLACES.slice(3).map(box)}
    </fieldset>
  );
}
