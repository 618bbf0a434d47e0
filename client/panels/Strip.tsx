import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
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
} from '../words/indicators.ts';
import { because } from '../words/report.ts';

/** Changes below so many steps do not fill the little line's height. */
const CALM_STEPS = 10;

function Cell(props: { readonly row: IndicatorRow; readonly open: boolean; onOpen(): void }) {
  const { indicator, value, change, series, shared } = props.row;
  const still = isStill(indicator, change);
  const moved = props.open ? reportRows.value.find((r) => r.indicator.id === indicator.id) : null;
  return (
    <li data-shared={shared ? '' : undefined}>
      <button
        type="button"
        class="indicator"
        aria-expanded={props.open}
        onClick={props.onOpen}
        title={indicatorExplained(indicator.id)}
      >
        <span class="indicator-name">
          {shared ? null : <Icon path={iconNamed(indicator.icon)} />}
          <span class="wide">{indicatorName(indicator.id)}</span>
          <span class="narrow">{indicatorShort(indicator.id)}</span>
        </span>
        <span class="indicator-value">
          {shown(indicator, value)} <small>{indicatorUnit(indicator)}</small>
        </span>
        <span class={`indicator-change ${judgement(indicator, change)}`}>
          {still ? (
            <span class="hidden">{t('common:same')}</span>
          ) : (
            <>
              <Triangle up={change > 0} judgement={judgement(indicator, change)} said />
              {shownSize(indicator, change)}
            </>
          )}
        </span>
        <Sparkline values={series} least={CALM_STEPS * indicator.step} />
      </button>
      {props.open ? (
        <div class="explained" role="status">
          <p>{indicatorExplained(indicator.id)}</p>
          {moved ? <p>{because(moved)}</p> : null}
        </div>
      ) : null}
    </li>
  );
}

/** The power's headline indicators and their change, always in the same order; then the shared ones. */
export function Strip() {
  const open = useSignal<string | null>(null);
  return (
    <section class="strip-region" aria-label={t('game:strip.own')}>
      <ul class="strip">
        {indicatorRows.value.map((row) => (
          <Cell
            key={row.indicator.id}
            row={row}
            open={open.value === row.indicator.id}
            onOpen={() => {
              open.value = open.value === row.indicator.id ? null : row.indicator.id;
            }}
          />
        ))}
      </ul>
    </section>
  );
}
