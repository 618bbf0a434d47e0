import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { named } from '../i18n/messages.ts';

/** Where the sentence stands so that it stays on the screen: measured once it is open. */
function place(tip: HTMLElement | null): void {
  if (!tip) return;
  tip.style.translate = '';
  const { left, right, top } = tip.getBoundingClientRect();
  const over = Math.max(0, right - (document.documentElement.clientWidth - 8));
  const under = Math.max(0, 8 - left);
  const low = top < 8 ? tip.offsetHeight + tip.parentElement!.offsetHeight + 8 : 0;
  tip.style.translate = `${under - over}px ${low}px`;
}

/**
 * A word with its sentence from the glossary: by pointer, by focus, by tap; Esc closes it.
 * @param props.id key under `glossary:` as in `order.fx` or `word.peg`
 */
export function Term(props: { readonly id: string; readonly children: ComponentChildren }) {
  const open = useSignal(false);
  const tip = useRef<HTMLSpanElement>(null);
  const id = useId();
  const at = props.id.lastIndexOf('.');
  const text = named(`glossary:${props.id.slice(0, at)}`, props.id.slice(at + 1));
  useEffect(() => {
    if (open.value) place(tip.current);
  }, [open.value]);
  const show = (on: boolean) => () => {
    open.value = on;
  };
  return (
    <span class="term-place" onPointerLeave={show(false)}>
      <button
        type="button"
        class="term"
        aria-describedby={open.value ? id : undefined}
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') open.value = true;
        }}
        onFocus={show(true)}
        onBlur={show(false)}
        onClick={(event) => {
          event.stopPropagation();
          open.value = true;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open.value) return;
          event.stopPropagation();
          open.value = false;
        }}
      >
        {props.children}
      </button>
      {open.value ? (
        <span ref={tip} id={id} role="tooltip" class="tip">
          {text}
        </span>
      ) : null}
    </span>
  );
}
