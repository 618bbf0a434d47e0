import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { GivenOrder } from '../../shared/core/state.ts';
import { halfYearShort } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { bot } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { content } from '../state/game.ts';
import { orderRecord } from '../state/record.ts';
import { orderTitle } from '../words/orders.ts';

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

/** Orders of all powers by half-year, and beneath what history ordered. */
export function EndTimeline() {
  const c = content.value;
  if (!c) return null;
  const record = orderRecord.value;
  return (
    <section class="end-section" aria-labelledby="end-timeline">
      <h2 id="end-timeline">{t('end:timeline')}</h2>
      <ol class="timeline">
        {c.halves.map((half, i) => {
          const orders = record[i];
          const past = c.history[i] ?? [];
          return (
            <li key={half}>
              <h3>
                <b>{i + 1}</b> {halfYearShort(half)}
              </h3>
              {orders ? (
                <ul class="timeline-orders">
                  {POWERS.map((power) => (
                    <Orders
                      key={power}
                      power={power}
                      orders={orders.filter((o) => o.power === power)}
                    />
                  ))}
                </ul>
              ) : (
                <p class="note">{t('end:notSeen')}</p>
              )}
              {orders?.length === 0 ? <p class="note">{t('end:noOrders')}</p> : null}
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
