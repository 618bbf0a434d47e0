/** Figures by name, or by size and name. */
export type Figures = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** What a benchmark found: the figures that are reported, and more for who looks closer. */
export interface Found {
  readonly figures: Figures;
  /** Key of the figures in the report, where it is not the benchmark's name. */
  readonly as?: string;
  readonly more?: Readonly<Record<string, number>>;
}

/** Middle value of a list; of an even count the lower of the two. */
export function median(list: readonly number[]): number {
  return percentile(list, 0.5);
}

/** Smallest value that at least the given share of the list does not exceed. */
export function percentile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

/** Milliseconds of each of `runs` calls, after a warm-up of the same number. */
export function timeEach(runs: number, work: () => void): number[] {
  for (let i = 0; i < runs; i += 1) work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times;
}
