import type { ParamSpec, Params } from '../../shared/core/order.ts';
import { content } from '../state/game.ts';
import { setParam } from '../state/orders.ts';
import { onControl, paramName } from '../words/orders.ts';

/** More choices than this do not fit side by side on a card. */
const SEGMENTS = 5;
const SHORT_WORDS = 33;
/** Room around each choice, in characters. */
const ROOM = 2;

function Choice(props: {
  readonly kind: string;
  readonly params: Params;
  readonly spec: ParamSpec & { readonly type: 'choice' };
  readonly disabled: boolean;
}) {
  const { kind, params, spec, disabled } = props;
  const c = content.value;
  if (!c) return null;
  const options = spec.options(c);
  const value = String(params[spec.id] ?? spec.initial);
  const labels = options.map((option) => onControl(spec, option));
  const width = labels.reduce((sum, label) => sum + label.length + ROOM, 0);
  if (options.length > SEGMENTS || width > SHORT_WORDS) {
    return (
      <select
        class="select"
        aria-label={paramName(spec)}
        value={value}
        disabled={disabled}
        onChange={(event) => setParam(kind, params, spec.id, event.currentTarget.value)}
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
      <legend class="hidden">{paramName(spec)}</legend>
      {options.map((option, i) => (
        <label key={option}>
          <input
            type="radio"
            name={`${kind}-${spec.id}`}
            checked={option === value}
            onChange={() => setParam(kind, params, spec.id, option)}
          />
          <span>{labels[i]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The one control of a parameter: segments, a list, or a slider with its figure. */
export function ParamControl(props: {
  readonly kind: string;
  readonly params: Params;
  readonly spec: ParamSpec;
  readonly disabled: boolean;
}) {
  const { kind, params, spec, disabled } = props;
  if (spec.type === 'choice') return <Choice {...props} spec={spec} />;
  const value = Number(params[spec.id] ?? spec.initial);
  return (
    <label class="slider">
      <span class="hidden">{paramName(spec)}</span>
      <input
        type="range"
        min={spec.min}
        max={spec.max}
        step={spec.step}
        value={value}
        disabled={disabled}
        aria-valuetext={onControl(spec, value)}
        style={{ '--filled': `${((value - spec.min) / (spec.max - spec.min)) * 100}%` }}
        onInput={(event) => {
          const typed = Number(event.currentTarget.value);
          // A slider's grid in binary fractions drifts: 0.15000000000000002.
          setParam(kind, params, spec.id, Number(typed.toFixed(4)));
        }}
      />
      <output>{onControl(spec, value)}</output>
    </label>
  );
}
