import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { chevronDown, chevronUp } from '../icons/lucide.ts';
import { iconNamed } from '../icons/named.ts';
import { Icon } from '../parts/Icon.tsx';
import { Sparkline } from '../parts/Sparkline.tsx';
import { Triangle } from '../parts/Triangle.tsx';
import { type IndicatorRow, indicatorRows } from '../state/indicators.ts';
import { reportRows } from '../state/report.ts';
import {
  indicatorExplained,
  indicatorName,
  indicatorShort,
  indicatorUnit,
  isStill,
  judgement,
  shown,
  shownSize,
  valueWithUnit,
} from '../words/indicators.ts';
import { because } from '../words/report.ts';

/** Changes below so many steps do not fill the little line's height. */
const CALM_STEPS = 10;

function Change(props: { readonly row: IndicatorRow }) {
  const { indicator, change } = props.row;
  const mood = judgement(indicator, change);
  return (
    <span class={`indicator-change ${mood}`}>
      {isStill(indicator, change) ? (
        <span class="hidden">{t('common:same')}</span>
      ) : (
        <>
          <Triangle up={change > 0} judgement={mood} said />
          {shownSize(indicator, change)}
        </>
      )}
    </span>
  );
}

/** A headline figure with its line of past half-years, or one figure in the line of the deeper ones. */
function Cell(props: {
  readonly row: IndicatorRow;
  readonly deeper: boolean;
  readonly open: boolean;
  onOpen(): void;
}) {
  const { row, deeper } = props;
  const { indicator, value, series, shared } = row;
  const moved = props.open ? reportRows.value.find((r) => r.indicator.id === indicator.id) : null;
  return (
    <li data-shared={shared ? '' : undefined}>
      <button
        type="button"
        class={deeper ? 'deeper-cell' : 'indicator'}
        aria-expanded={props.open}
        onClick={props.onOpen}
        title={indicatorExplained(indicator.id)}
      >
        {deeper ? (
          <>
            <span class="indicator-name">{indicatorShort(indicator.id)}</span>
            <span class="indicator-value">
              {shown(indicator, value)}
              <span class="hidden"> {indicatorUnit(indicator)}</span>
            </span>
            <Change row={row} />
          </>
        ) : (
          <>
            <span class="indicator-name">
              {shared ? null : <Icon path={iconNamed(indicator.icon)} />}
              <span class="wide">{indicatorName(indicator.id)}</span>
              <span class="narrow">{indicatorShort(indicator.id)}</span>
            </span>
            <span class="indicator-value">
              {shown(indicator, value)} <small>{indicatorUnit(indicator)}</small>
            </span>
            <Change row={row} />
            <Sparkline values={series} least={CALM_STEPS * indicator.step} />
          </>
        )}
      </button>
      {props.open ? (
        <div class="explained" role="status">
          {deeper ? (
            <p>
              <b>{indicatorName(indicator.id)}</b>: {valueWithUnit(indicator, value)}
            </p>
          ) : null}
          <p>{indicatorExplained(indicator.id)}</p>
          {moved ? <p>{because(moved)}</p> : null}
        </div>
      ) : null}
    </li>
  );
}

/** Screens on which the deeper figures take too much of the map to begin with. */
const SMALL = '(max-width: 74.99em), (max-height: 63em)';

/**
 * The power's headline indicators and their change, always in the same order, then the shared ones;
 * under them, in a line that can be shut, the figures of a deeper game.
 */
export function Strip() {
  const open = useSignal<string | null>(null);
  const more = useSignal(!matchMedia(SMALL).matches);
  const rows = indicatorRows.value;
  const deeper = rows.filter(({ indicator }) => indicator.depth !== 'intro');
  const cells = (list: readonly IndicatorRow[]) =>
    list.map((row) => (
      <Cell
        key={row.indicator.id}
        row={row}
        deeper={deeper.includes(row)}
        open={open.value === row.indicator.id}
        onOpen={() => {
          open.value = open.value === row.indicator.id ? null : row.indicator.id;
        }}
      />
    ));
  return (
    <section class="strip-region" aria-label={t('game:strip.own')}>
      <ul class="strip">{cells(rows.filter((row) => !deeper.includes(row)))}</ul>
      {deeper.length > 0 ? (
        <div class="deeper">
          <button
            type="button"
            class="deeper-fold"
            aria-expanded={more.value}
            onClick={() => {
              more.value = !more.value;
            }}
          >
            {t('game:strip.more', { count: deeper.length })}{' '}
            <Icon path={more.value ? chevronUp : chevronDown} />
          </button>
          {more.value ? <ul class="deeper-list">{cells(deeper)}</ul> : null}
        </div>
      ) : null}
    </section>
  );
}
