import type { ParamSpec, ParamValue } from '../../shared/core/order.ts';
import { content } from '../state/game.ts';
import { onControl } from '../words/orders.ts';

/** More choices than this do not fit side by side on a card. */
const SEGMENTS = 5;
const SHORT_WORDS = 33;
/** Room around each choice, in characters. */
const ROOM = 2;

export interface ParamControlProps {
  /** Tells this control from others of the same parameter on the page. */
  readonly id: string;
  readonly label: string;
  readonly spec: ParamSpec;
  readonly value: ParamValue | undefined;
  readonly disabled: boolean;
  /** The value in words, where it is not simply a figure or a choice. */
  says?(value: ParamValue): string;
  onSet(value: ParamValue): void;
}

function Choice(props: ParamControlProps & { readonly spec: ParamSpec & { type: 'choice' } }) {
  const { id, label, spec, disabled, onSet } = props;
  const c = content.value;
  if (!c) return null;
  const options = spec.options(c);
  const value = String(props.value ?? spec.initial);
  const labels = options.map((option) => onControl(spec, option));
  const width = labels.reduce((sum, one) => sum + one.length + ROOM, 0);
  if (options.length > SEGMENTS || width > SHORT_WORDS) {
    return (
      <select
        class="select"
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onSet(event.currentTarget.value)}
      >
        {options.map((option, i) => (
          <option key={option} value={option}>
            {labels[i]}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset class="segments" disabled={disabled}>
      <legend class="hidden">{label}</legend>
      {options.map((option, i) => (
        <label key={option}>
          <input
            type="radio"
            name={`${id}-${spec.id}`}
            checked={option === value}
            onChange={() => onSet(option)}
          />
          <span>{labels[i]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The one control of a parameter: segments, a list, or a slider with its figure. */
export function ParamControl(props: ParamControlProps) {
  const { label, spec, disabled, onSet } = props;
  if (spec.type === 'choice') return <Choice {...props} spec={spec} />;
  const value = Number(props.value ?? spec.initial);
  const said = props.says?.(value) ?? onControl(spec, value);
  const share = spec.max > spec.min ? (value - spec.min) / (spec.max - spec.min) : 0;
  return (
    <label class="slider">
      <span class="hidden">{label}</span>
      <input
        type="range"
        min={spec.min}
        max={spec.max}
        step={spec.step}
        value={value}
        disabled={disabled}
        aria-valuetext={said}
        style={{ '--filled': `${share * 100}%` }}
        onInput={(event) => {
          const typed = Number(event.currentTarget.value);
          // A slider's grid in binary fractions drifts: 0.15000000000000002.
          onSet(Number(typed.toFixed(4)));
        }}
      />
      <output>{said}</output>
    </label>
  );
}
