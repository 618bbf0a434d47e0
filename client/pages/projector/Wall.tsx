import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { POWERS } from '../../../shared/core/powers.ts';
import type { ProjectorState } from '../../../shared/protocol/hall.ts';
import { contentOf } from '../../content.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { sessionQr } from '../../net/sessions.ts';
import { joinAddress } from '../../parts/address.ts';
import { Badge } from '../../parts/Badge.tsx';
import { view } from '../../state/game.ts';
import { ending, link, shut, timeLeft, wall } from '../../state/hall.ts';
import { lookAt } from '../../state/looking.ts';
import { clockText } from '../../words/clock.ts';
import { spaced } from '../../words/code.ts';
import { newsText } from '../../words/news.ts';
import { Stage } from '../game/Stage.tsx';

type World = ProjectorState['worlds'][number];

function clockOf(world: World): string {
  const left = timeLeft(world);
  if (world.paused) return t('hall:world.paused');
  return left === null ? '' : clockText(Math.ceil(left / 1000));
}

function stateOf({ phase, seats }: World): string {
  if (phase === 'lobby') {
    return t('hall:wall.seats', { held: seats.filter(({ held }) => held).length });
  }
  if (phase === 'debrief') return t('hall:wall.over');
  const held = seats.filter((s) => s.held);
  return [
    t(`game:phase.${phase}`),
    phase === 'report'
      ? ''
      : t('hall:wall.ready', { ready: held.filter((s) => s.ready).length, all: held.length }),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** One line a world: where it is, its clock, who is ready; scores when the facilitator shows them. */
function Line(props: { readonly world: World; readonly on: boolean; onLook(): void }) {
  const { world } = props;
  const { scores } = world;
  return (
    <li data-on={props.on ? '' : undefined}>
      <button type="button" aria-pressed={props.on} onClick={props.onLook}>
        <b>{t('hall:wall.world', { n: world.number })}</b>
        <span>{stateOf(world)}</span>
        <strong>{clockOf(world)}</strong>
      </button>
      {scores ? (
        <p>
          {POWERS.map((power) => (
            <span key={power}>
              <Badge power={power} label /> {Math.round(scores[power])}
            </span>
          ))}
        </p>
      ) : null}
    </li>
  );
}

/** News of the world that is looked at, the newest first. */
function Headlines() {
  const news = view.value?.report?.news ?? [];
  if (news.length === 0) return null;
  return (
    <section class="wall-news">
      <h2>{t('hall:wall.news')}</h2>
      <ul>
        {news.slice(0, 5).map((one, k) => (
          <li key={k}>{newsText(one)}</li>
        ))}
      </ul>
    </section>
  );
}

function Sheet(props: { readonly code: string; readonly state: ProjectorState }) {
  const { code, state } = props;
  const at = useSignal(1);
  useEffect(() => {
    lookAt(code, at.value, contentOf);
  }, [at.value]);
  const world = state.worlds.find(({ number }) => number === at.value) ?? state.worlds[0];
  return (
    <div class="wall">
      <header class="wall-top">
        <p class="wall-code">
          <small>
            {t('hall:wall.join')} {location.host}
            {joinAddress('').replace(/\?.*/, '')}
          </small>
          <b>{spaced(code)}</b>
        </p>
        {world ? (
          <p class="wall-now">
            <small>
              {t('hall:wall.round', {
                round: Math.min(world.round + 1, world.rounds),
                rounds: world.rounds,
              })}
            </small>
            <b>{clockOf(world) || t(`game:phase.${world.phase}`)}</b>
          </p>
        ) : null}
        <img class="wall-qr" src={sessionQr(code)} alt={t('hall:code.show')} />
      </header>
      <div class="wall-map">
        <Stage />
      </div>
      <aside class="wall-side">
        <ul class="wall-worlds">
          {state.worlds.map((one) => (
            <Line
              key={one.number}
              world={one}
              on={state.worlds.length > 1 && one.number === at.value}
              onLook={() => {
                at.value = one.number;
              }}
            />
          ))}
        </ul>
        <Headlines />
      </aside>
    </div>
  );
}

/** What the class sees on the wall: map, clock, code, headlines. Nothing stands here alone. */
export function Wall(props: { readonly code: string; readonly known: boolean }) {
  const state = wall.value;
  if (!props.known || ending.value !== null) {
    return (
      <main id="main" class="wall-shut">
        <h1>{t('hall:link.shut')}</h1>
        <p>{shut.value ? refusalText(shut.value) : t('hall:link.noKey')}</p>
      </main>
    );
  }
  return (
    <main id="main">
      {link.value === 'offline' ? (
        <p class="wall-offline" role="status">
          {t('hall:link.offline')}
        </p>
      ) : null}
      {state ? (
        <Sheet code={props.code} state={state} />
      ) : (
        <p class="wall-shut" role="status">
          {t('hall:link.looking')}
        </p>
      )}
    </main>
  );
}
