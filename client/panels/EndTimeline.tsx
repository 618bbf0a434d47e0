import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { GivenOrder } from '../../shared/core/state.ts';
import type { EndView } from '../../shared/core/view.ts';
import { halfYearShort } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { bot } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { LineChart } from '../parts/LineChart.tsx';
import { yearLabels } from '../parts/years.ts';
import { content } from '../state/game.ts';
import { type Departure, departures } from '../state/turns.ts';
import { turnQuestion, turnText, turnTitle } from '../words/end.ts';
import { indicatorName, shown } from '../words/indicators.ts';
import { orderTitle } from '../words/orders.ts';
import { Counted } from './Counted.tsx';

type Told = Pick<GivenOrder, 'kind' | 'params'> & { readonly giver?: GivenOrder['giver'] };

function Orders(props: { readonly power: Power; readonly orders: readonly Told[] }) {
  if (props.orders.length === 0) return null;
  const byBot = props.orders.every((order) => order.giver === 'bot');
  return (
    <li>
      <span class="timeline-who">
        <Badge power={props.power} label />
        {byBot ? (
          <span class="even">
            <Icon path={bot} size={14} />
            <span class="hidden">{t('game:report.byBot')}</span>
          </span>
        ) : null}
      </span>
      <ul>
        {props.orders.map((order) => (
          <li key={`${order.kind} ${JSON.stringify(order.params)}`} class="timeline-order">
            {orderTitle(order.kind, order.params)}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What turned in a half-year: where the game left history's way, with a question to talk about. */
function Turn(props: { readonly turn: Departure }) {
  const { turn } = props;
  return (
    <div class="turn">
      {turn.owner === 'shared' ? null : <Badge power={turn.owner} label />}
      <h4>{turnTitle(turn)}</h4>
      <p>{turnText(turn)}</p>
      <p class="turn-question">{turnQuestion(turn)}</p>
    </div>
  );
}

/** The same line for a screen, a sheet and a phone: its letters must stay readable on each. */
const THREADS = [
  { where: 'thread-wide', width: 1240, height: 150 },
  { where: 'thread-sheet', width: 660, height: 90 },
  { where: 'thread-small', width: 350, height: 120 },
] as const;

/** Boxes through Kazakhstan by half-year, in play and as in history, with the half-years' numbers. */
function Thread(props: { readonly end: EndView }) {
  const c = content.value;
  const k = c?.indicators.KZ.findIndex(({ id }) => id === 'transit') ?? -1;
  const indicator = c?.indicators.KZ[k];
  const line = props.end.indicators.KZ[k];
  if (!c || !indicator || !line) return null;
  const said = (values: readonly number[]): string =>
    values.map((v) => shown(indicator, v)).join(', ');
  const name = indicatorName(indicator.id);
  return (
    <figure class="thread">
      <figcaption>{t('end:thread')}</figcaption>
      {THREADS.map(({ where, width, height }) => (
        <div key={where} class={where}>
          <LineChart
            lines={[{ values: line.history, dashed: true }, { values: line.play }]}
            labels={yearLabels(c.halves)}
            says={t('end:chartSaid', { name, play: said(line.play), history: said(line.history) })}
            width={width}
            height={height}
          />
        </div>
      ))}
    </figure>
  );
}

/** The half-years: what turned, the orders of all powers, and beneath what history ordered. */
export function EndTimeline(props: { readonly end: EndView }) {
  const c = content.value;
  if (!c) return null;
  const turns = departures(c, props.end);
  return (
    <section class="end-section" id="end-turns" aria-labelledby="end-timeline">
      <h2 id="end-timeline">{t('end:timeline')}</h2>
      <Thread end={props.end} />
      <ol class="timeline">
        {c.halves.slice(0, props.end.past.length).map((half, i) => {
          const done = props.end.past[i];
          const orders = done?.orders ?? [];
          const past = c.history[i] ?? [];
          return (
            <li key={half}>
              <h3>
                <b>{i + 1}</b> {halfYearShort(half)}
              </h3>
              {turns
                .filter(({ round }) => round === i)
                .map((turn) => (
                  <Turn key={turn.indicator.id} turn={turn} />
                ))}
              <ul class="timeline-orders">
                {POWERS.map((power) => (
                  <Orders
                    key={power}
                    power={power}
                    orders={orders.filter((o) => o.power === power)}
                  />
                ))}
              </ul>
              {done && done.motions.length > 0 ? <Counted motions={done.motions} /> : null}
              {orders.length === 0 ? <p class="note">{t('end:noOrders')}</p> : null}
              <div class="timeline-past">
                <h4>{t('end:history')}</h4>
                {past.length === 0 ? (
                  <p>{t('end:noOrders')}</p>
                ) : (
                  past.map((order) => (
                    <p key={`${order.power} ${order.kind} ${JSON.stringify(order.params)}`}>
                      {order.power}: {orderTitle(order.kind, order.params)}
                    </p>
                  ))
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
