import type { Power } from '../../shared/core/powers.ts';
import { t } from '../i18n/messages.ts';

/** Strokes of the pattern in the left quarter, in a box of 9 × 20. */
const PATTERN: Readonly<Record<Power, string>> = {
  KZ: 'M-1 5 9-5M-1 9 9-1M-1 13 9 3M-1 17 9 7M-1 21 9 11M-1 25 9 15',
  RU: 'M0 3h9M0 7h9M0 11h9M0 15h9M0 19h9',
  CN: 'M2.2 2.6h0M6.6 4.8h0M2.2 7h0M6.6 9.2h0M2.2 11.4h0M6.6 13.6h0M2.2 15.8h0M6.6 18h0',
  EU: 'M2.4 0v20M6.6 0v20M0 3.2h9M0 7.6h9M0 12h9M0 16.4h9',
};

/**
 * A power's sign: colour, pattern and letters together, so that none has to carry it alone.
 * @param props.label whether to say the power's name; leave it out where the name stands beside
 */
export function Badge(props: {
  readonly power: Power;
  readonly size?: number;
  readonly label?: boolean;
}) {
  const height = (props.size ?? 20) / 16;
  return (
    <svg
      class="badge"
      viewBox="0 0 36 20"
      width="36"
      height="20"
      style={{ width: `${height * 1.8}rem`, height: `${height}rem` }}
      data-power={props.power}
      role={props.label ? 'img' : undefined}
      aria-label={props.label ? t(`common:power.${props.power}`) : undefined}
      aria-hidden={props.label ? undefined : 'true'}
      focusable="false"
    >
      <rect class="badge-ground" width="36" height="20" rx="1.6" />
      <svg width="9" height="20" viewBox="0 0 9 20" x="0" y="0" aria-hidden="true">
        <path class="badge-pattern" d={PATTERN[props.power]} />
      </svg>
      <path class="badge-cut" d="M9.8 0v20" />
      <text class="badge-letters" x="23" y="14.4">
        {props.power}
      </text>
    </svg>
  );
}
