import type { ComponentChildren } from 'preact';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ComponentChildren;
}

/** A row of tabs; arrow keys move among them. The panel bears the id `<prefix>-panel`. */
export function Tabs<Id extends string>(props: {
  readonly prefix: string;
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly class?: string;
  onChoose(id: Id): void;
}) {
  const move = (event: KeyboardEvent, step: number): void => {
    const at = props.tabs.findIndex((tab) => tab.id === props.value);
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    props.onChoose(next.id);
    document.getElementById(`${props.prefix}-tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={props.label} class={props.class ?? 'tabs'}>
      {props.tabs.map((tab) => {
        const on = tab.id === props.value;
        return (
          <button
            key={tab.id}
            id={`${props.prefix}-tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={on}
            aria-controls={on ? `${props.prefix}-panel` : undefined}
            tabIndex={on ? 0 : -1}
            onClick={() => props.onChoose(tab.id)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(event, 1);
              else if (event.key === 'ArrowLeft') move(event, -1);
            }}
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}
