import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';
import { map, newspaper, scrollText } from '../../icons/lucide.ts';
import { Desk } from '../../panels/Desk.tsx';
import { Foresight } from '../../panels/Foresight.tsx';
import { Powers } from '../../panels/Powers.tsx';
import { Strip } from '../../panels/Strip.tsx';
import { World } from '../../panels/World.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { drafts } from '../../state/orders.ts';
import { Stage } from './Stage.tsx';

type Part = 'map' | 'desk' | 'world';

const PARTS: readonly { readonly id: Part; readonly icon: string }[] = [
  { id: 'map', icon: map },
  { id: 'desk', icon: scrollText },
  { id: 'world', icon: newspaper },
];

/** On a phone the table's parts lie behind one another; this row chooses which is on top. */
function PartBar(props: { readonly value: Part; onChoose(part: Part): void }) {
  return (
    <nav class="parts" aria-label={t('game:tab.label')}>
      {PARTS.map(({ id, icon }) => (
        <button
          key={id}
          type="button"
          aria-current={props.value === id ? 'page' : undefined}
          onClick={() => props.onChoose(id)}
        >
          <span class="parts-icon">
            <Icon path={icon} size={22} />
            {id === 'desk' && drafts.value.length > 0 ? (
              <b aria-hidden="true">{drafts.value.length}</b>
            ) : null}
          </span>
          {t(`game:tab.${id}`)}
        </button>
      ))}
    </nav>
  );
}

/**
 * The table of a running game: the map as the stage, around it indicators, desk and world.
 * @param props.covered the report lies over it; the map keeps its state underneath
 */
export function Table(props: { readonly covered: boolean }) {
  const part = useSignal<Part>('map');
  return (
    <>
      <main
        class="table"
        id={props.covered ? undefined : 'main'}
        tabIndex={-1}
        data-part={part.value}
        inert={props.covered}
      >
        <Strip />
        <Stage />
        <Desk />
        <Foresight />
        <div class="rail">
          <World />
          <Powers />
        </div>
      </main>
      {props.covered ? null : (
        <PartBar
          value={part.value}
          onChoose={(id) => {
            part.value = id;
            scrollTo(0, 0);
          }}
        />
      )}
    </>
  );
}
