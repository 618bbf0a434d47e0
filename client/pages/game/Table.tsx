import { t } from '../../i18n/messages.ts';
import { handshake, map, newspaper, scrollText } from '../../icons/lucide.ts';
import { Desk } from '../../panels/Desk.tsx';
import { Foresight } from '../../panels/Foresight.tsx';
import { Powers } from '../../panels/Powers.tsx';
import { Strip } from '../../panels/Strip.tsx';
import { Talks } from '../../panels/Talks.tsx';
import { World } from '../../panels/World.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { seat } from '../../state/game.ts';
import { drafts } from '../../state/orders.ts';
import { type Part, part } from '../../state/part.ts';
import { talkOpen } from '../../state/talks.ts';
import { unread } from '../../state/unread.ts';
import { Stage } from './Stage.tsx';

const PARTS: readonly { readonly id: Part; readonly icon: string }[] = [
  { id: 'map', icon: map },
  { id: 'desk', icon: scrollText },
  { id: 'talks', icon: handshake },
  { id: 'world', icon: newspaper },
];

/** What waits in a part: drafts on the desk, offers and words in the talks. */
function countIn(id: Part): number {
  if (id === 'desk') return drafts.value.length;
  return id === 'talks' ? unread.value : 0;
}

function choose(id: Part): void {
  part.value = id;
  talkOpen.value = null;
  scrollTo(0, 0);
}

/** On a phone the table's parts lie behind one another; this row chooses which is on top. */
export function PartBar() {
  const parts = PARTS.filter(({ id }) => id !== 'talks' || seat.value !== null);
  return (
    <nav class="parts" aria-label={t('game:tab.label')}>
      {parts.map(({ id, icon }) => {
        const count = countIn(id);
        return (
          <button
            key={id}
            type="button"
            aria-current={part.value === id ? 'page' : undefined}
            aria-description={id === 'talks' && count > 0 ? t('talks:new') : undefined}
            onClick={() => choose(id)}
          >
            <span class="parts-icon">
              <Icon path={icon} size={22} />
              {count > 0 ? <b aria-hidden="true">{count}</b> : null}
            </span>
            {t(`game:tab.${id}`)}
          </button>
        );
      })}
    </nav>
  );
}

/**
 * The table of a running game: the map as the stage, around it indicators, desk and world.
 * @param props.covered the report or the talks lie over it; the map keeps its state underneath
 */
export function Table(props: { readonly covered: boolean }) {
  return (
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
        <Talks />
        <World />
        <Powers />
      </div>
    </main>
  );
}
