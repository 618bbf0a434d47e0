import type { Indicator } from '../../shared/core/content.ts';
import { figure, signed } from '../i18n/format.ts';
import { named } from '../i18n/messages.ts';
import type { Judgement } from '../parts/Triangle.tsx';

export function indicatorName(id: string): string {
  return named('indicators:name', id);
}

/** The name for narrow places. */
export function indicatorShort(id: string): string {
  return named('indicators:short', id);
}

export function indicatorExplained(id: string): string {
  return named('indicators:explain', id);
}

export function indicatorUnit(indicator: Indicator): string {
  return named('indicators:unit', indicator.unit);
}

/** An indicator's word as it is shown. */
export function shown(indicator: Indicator, word: number): string {
  return figure(word * indicator.scale, indicator.decimals);
}

/** The same with its unit, as it stands in a sentence. */
export function valueWithUnit(indicator: Indicator, word: number): string {
  return named('indicators:value', indicator.unit, { value: shown(indicator, word) });
}

/** A change of an indicator's word with its sign. */
export function shownChange(indicator: Indicator, delta: number): string {
  return signed(delta * indicator.scale, indicator.decimals);
}

/** The size of a change, for places where a triangle tells the direction. */
export function shownSize(indicator: Indicator, delta: number): string {
  return figure(Math.abs(delta * indicator.scale), indicator.decimals);
}

/** Whether a change is zero in the figures that are shown. */
export function isStill(indicator: Indicator, delta: number): boolean {
  return Math.abs(delta * indicator.scale) < 0.5 * 10 ** -indicator.decimals;
}

/** Better, worse or neither, for the power that watches the indicator. */
export function judgement(indicator: Indicator, delta: number): Judgement {
  if (isStill(indicator, delta)) return 'even';
  return delta * indicator.good > 0 ? 'gain' : 'loss';
}
