import { useSignal } from '@preact/signals';
import { POWERS } from '../../shared/core/powers.ts';
import { type HungOrder, WARNING_GIVEN, WORD_GIVEN } from '../../shared/core/state.ts';
import { halfYear } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { chevronDown, chevronUp, map } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Triangle } from '../parts/Triangle.tsx';
import { content, seat, view } from '../state/game.ts';
import { moved, ordersOf, putReportAside, type ReportRow, reportRows } from '../state/report.ts';
import {
  indicatorName,
  indicatorUnit,
  isStill,
  judgement,
  shown,
  shownSize,
} from '../words/indicators.ts';
import { orderTitle } from '../words/orders.ts';
import { because, headline, mainCause } from '../words/report.ts';
import { Check } from './Check.tsx';
import { Counted } from './Counted.tsx';
import { NetBars, Waterfall } from './Waterfall.tsx';
import { WordsJudged } from './WordsJudged.tsx';
import { NewsList } from './World.tsx';

/** Sentences under the headline. */
const SENTENCES = 3;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of the half-year before and of the one reported. */
function halves(round: number): { readonly before: string; readonly now: string } {
  const all = content.value?.halves ?? [];
  const now = all[round] ?? '';
  const [year = '0', part] = now.split('H');
  const before = part === '2' ? `${year}H1` : `${Number(year) - 1}H2`;
  return { before: capital(halfYear(before)), now: capital(halfYear(now)) };
}

function Row(props: {
  readonly row: ReportRow;
  readonly open: boolean;
  readonly round: number;
  onToggle(): void;
}) {
  const { row, open } = props;
  const { indicator } = row;
  const name = indicatorName(indicator.id);
  const mood = judgement(indicator, row.change);
  const names = halves(props.round);
  return (
    <>
      <tr data-open={open ? '' : undefined}>
        <th scope="row">
          <button type="button" aria-expanded={open} onClick={props.onToggle}>
            {name} <small>{indicatorUnit(indicator)}</small>
            <span class="hidden">
              {' '}
              {t(open ? 'game:report.shutRow' : 'game:report.openRow', { name })}
            </span>
          </button>
        </th>
        <td class="number">{shown(indicator, row.was)}</td>
        <td class="number now">{shown(indicator, row.is)}</td>
        <td class={`number ${mood}`}>
          {isStill(indicator, row.change) ? (
            <span class="even">{t('common:same')}</span>
          ) : (
            <>
              <Triangle up={row.change > 0} judgement={mood} said />{' '}
              {shownSize(indicator, row.change)}
            </>
          )}
        </td>
        <td class="net-cell">{open ? null : <NetBars row={row} />}</td>
        <td class="because">{open ? null : mainCause(row)}</td>
        <td class="fold" aria-hidden="true">
          <Icon path={open ? chevronUp : chevronDown} size={18} />
        </td>
      </tr>
      {open ? (
        <tr class="opened">
          <td colSpan={7}>
            <Waterfall row={row} startName={names.before} endName={names.now} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Table() {
  const rows = reportRows.value;
  const strongest = moved.value[0]?.indicator.id ?? null;
  const open = useSignal<string | null>(strongest);
  const round = view.value?.report?.round ?? 0;
  return (
    <>
      <table class="ledger">
        <thead>
          <tr>
            <th scope="col">{t('game:report.col.indicator')}</th>
            <th scope="col" class="number">
              {t('game:report.col.was')}
            </th>
            <th scope="col" class="number">
              {t('game:report.col.is')}
            </th>
            <th scope="col" class="number">
              {t('game:report.col.change')}
            </th>
            <th scope="col" class="net-cell">
              {t('game:report.col.causes')}
            </th>
            <th scope="col" class="because">
              {t('game:report.col.because')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.indicator.id}
              row={row}
              round={round}
              open={open.value === row.indicator.id}
              onToggle={() => {
                open.value = open.value === row.indicator.id ? null : row.indicator.id;
              }}
            />
          ))}
        </tbody>
      </table>
      <p class="note">{t('game:report.sum')}</p>
    </>
  );
}

/** Why a bot says that it gave an order. */
function Motive(props: { readonly motive: string | undefined }) {
  const { motive } = props;
  if (motive === undefined) return null;
  const sentence =
    motive === WORD_GIVEN
      ? t('game:report.motiveWord')
      : motive === WARNING_GIVEN
        ? t('game:report.motiveWarning')
        : t('game:report.motiveGain', { objective: named('game:objective', motive) });
  return <small> {sentence}</small>;
}

function Others() {
  return (
    <section aria-labelledby="report-others">
      <h2 id="report-others">{t('game:report.others')}</h2>
      <ul class="did">
        {POWERS.filter((power) => power !== seat.value).map((power) => {
          const orders = ordersOf(power);
          return (
            <li key={power}>
              <Badge power={power} label />
              <div>
                {orders.length === 0 ? (
                  <p>{capital(t('game:report.othersNothing'))}</p>
                ) : (
                  orders.map((order) => (
                    <p key={`${order.kind} ${JSON.stringify(order.params)}`}>
                      {orderTitle(order.kind, order.params)}.
                      <Motive motive={order.motive} />
                    </p>
                  ))
                )}
                {orders.length > 0 ? (
                  <small>
                    {t(orders[0]?.giver === 'bot' ? 'game:report.byBot' : 'game:report.byPerson')}
                  </small>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Which branch of a conditional order the deadline found, and why. */
function branchText({ kind, params, proviso, signed }: HungOrder): string {
  const order = orderTitle(kind, params);
  const { otherwise } = proviso;
  if (signed) return t('game:report.hung.signed', { order });
  return otherwise
    ? t('game:report.hung.otherwise', {
        order,
        other: orderTitle(otherwise.kind, otherwise.params),
      })
    : t('game:report.hung.nothing', { order });
}

function Own() {
  const own = seat.value;
  const report = view.value?.report;
  if (!own || !report) return null;
  const orders = ordersOf(own);
  return (
    <>
      <section aria-labelledby="report-own">
        <h2 id="report-own">{t('game:report.yours')}</h2>
        {orders.length === 0 ? <p>{t('game:report.yoursNothing')}</p> : null}
        <ul class="plain-list">
          {orders.map((order) => (
            <li key={`${order.kind} ${JSON.stringify(order.params)}`}>
              {orderTitle(order.kind, order.params)}
            </li>
          ))}
        </ul>
      </section>
      {report.hung.length > 0 ? (
        <section aria-labelledby="report-hung">
          <h2 id="report-hung">{t('game:report.hung.heading')}</h2>
          <ul class="plain-list">
            {report.hung.map((one) => (
              <li key={`${one.kind} ${JSON.stringify(one.params)}`}>{branchText(one)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.failed.length > 0 ? (
        <section aria-labelledby="report-failed">
          <h2 id="report-failed">{t('game:report.failed')}</h2>
          <ul class="plain-list">
            {report.failed.map((order) => (
              <li key={`${order.kind} ${JSON.stringify(order.params)}`}>
                <strong>{orderTitle(order.kind, order.params)}</strong>
                <br />
                {refusalText(order.refusal)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** The report of a round: three sentences, then by indicator was, is, and the causes that add up. */
export function Report() {
  const v = view.value;
  const first = v?.depth === 'intro' && v.report?.round === 0;
  const table = useSignal(!first);
  return (
    <main class="report" id="main" tabIndex={-1}>
      <div class="report-main">
        <h2 class="report-head">{headline(moved.value)}</h2>
        <div class="report-lead">
          {moved.value.slice(0, SENTENCES).map((row) => (
            <p key={row.indicator.id}>{because(row, v?.depth !== 'intro')}</p>
          ))}
        </div>
        <Check />
        {table.value ? (
          <Table />
        ) : (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              table.value = true;
            }}
          >
            {t('game:report.allCauses')}
          </button>
        )}
      </div>
      <aside class="report-side">
        <p class="report-tools">
          <button type="button" class="button" onClick={() => putReportAside(true)}>
            <Icon path={map} /> {t('game:report.onMap')}
          </button>
        </p>
        <WordsJudged />
        <Own />
        <Others />
        {v?.report && v.report.motions.length > 0 ? (
          <section aria-labelledby="report-votes">
            <h2 id="report-votes">{t('game:count.heading')}</h2>
            <Counted motions={v.report.motions} />
          </section>
        ) : null}
        <section aria-labelledby="report-news">
          <h2 id="report-news">{t('game:report.news')}</h2>
          <NewsList />
        </section>
      </aside>
    </main>
  );
}
