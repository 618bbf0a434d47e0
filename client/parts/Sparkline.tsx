/** A short line without axes; the end point carries the dot. Its words stand beside it. */
export function Sparkline(props: {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
  /** Range that fills the height at least, so that a small change looks small. */
  readonly least?: number;
}) {
  const { width = 66, height = 26 } = props;
  const pad = 3;
  const values = props.values.slice(-7);
  if (values.length < 2) return null;
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(highest - lowest, props.least ?? 0) || 1;
  const low = (lowest + highest - span) / 2;
  const x = (i: number): number => pad + (i * (width - 2 * pad)) / (values.length - 1);
  const y = (value: number): number => height - pad - ((value - low) / span) * (height - 2 * pad);
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const last = values.length - 1;
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <polyline points={points} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.4" />
    </svg>
  );
}
