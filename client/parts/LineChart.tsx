import { figure } from '../i18n/format.ts';

export interface Line {
  readonly values: readonly number[];
  /** History: thin and dashed. */
  readonly dashed?: boolean;
  readonly label?: string;
}

/** Round steps for an axis with about `count` gaps. */
export function ticks(low: number, high: number, count: number): readonly number[] {
  const raw = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9) * step;
  const found: number[] = [];
  for (let value = first; value <= high + step * 1e-6; value += step) found.push(value);
  return found;
}

/** Part of a figure's size that its chart spans at least. */
const CALM_SHARE = 0.15;

/** Decimals that an axis needs so that its steps differ. */
function decimalsOf(marks: readonly number[]): number {
  const step = (marks[1] ?? 1) - (marks[0] ?? 0);
  return step >= 1 || step <= 0 ? 0 : Math.min(3, Math.ceil(-Math.log10(step) - 1e-9));
}

/**
 * A small chart of figures by half-year: hairlines, figures at the right, the last point marked.
 * @param props.says the whole chart in words
 */
export function LineChart(props: {
  readonly lines: readonly Line[];
  readonly labels: readonly string[];
  readonly says: string;
  readonly width?: number;
  readonly height?: number;
  readonly unit?: string;
}) {
  const { width = 302, height = 132, lines } = props;
  const all = lines.flatMap((line) => line.values);
  if (all.length === 0) return null;
  const raw = { low: Math.min(...all), high: Math.max(...all) };
  // A change of one in a hundred must not fill the height: the range is a share of the figure at least.
  const least = CALM_SHARE * Math.max(Math.abs(raw.low), Math.abs(raw.high));
  const range = Math.max(raw.high - raw.low, least) || 1;
  const middle = (raw.low + raw.high) / 2;
  const low = middle - 0.62 * range;
  const high = middle + 0.62 * range;
  const marks = ticks(low, high, 4);
  const places = decimalsOf(marks);
  const box = { left: 2, right: width - 40, top: 8, bottom: height - 22 };
  const n = Math.max(props.labels.length, ...lines.map((line) => line.values.length), 2);
  const x = (i: number): number => box.left + ((box.right - box.left) * i) / (n - 1);
  const y = (v: number): number => box.bottom - ((v - low) / (high - low)) * (box.bottom - box.top);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.says}
      preserveAspectRatio="xMinYMin meet"
    >
      {marks.map((mark) => (
        <g key={mark}>
          <path class="chart-rule" d={`M${box.left} ${y(mark).toFixed(1)}H${box.right}`} />
          <text class="chart-figure" x={width} y={y(mark) + 4}>
            {figure(mark, places)}
          </text>
        </g>
      ))}
      {props.labels.map((label, i) => (
        <text
          key={`${label}-${x(i)}`}
          class="chart-label"
          x={x(i)}
          y={height - 4}
          text-anchor={i === 0 ? 'start' : 'middle'}
        >
          {label}
        </text>
      ))}
      {lines.map((line) => {
        const last = line.values.length - 1;
        const points = line.values.map((v, i) => `${x(i).toFixed(1)},${y(v).toFixed(1)}`).join(' ');
        return (
          <g
            key={line.dashed ? 'dashed' : 'plain'}
            class={line.dashed ? 'chart-past' : 'chart-now'}
          >
            <polyline points={points} />
            {line.dashed ? null : <circle cx={x(last)} cy={y(line.values[last] ?? 0)} r="3.2" />}
          </g>
        );
      })}
    </svg>
  );
}
