/**
 * Labels of an axis by half-year: the base period, then the rounds; each year stands at its first half.
 * @param halves the rounds' half-years, as in `2013H2`
 * @returns one label a point, empty between years
 */
export function yearLabels(halves: readonly string[]): readonly string[] {
  const first = Number(halves[0]?.slice(0, 4) ?? 0);
  const startsSecond = halves[0]?.endsWith('H2') ?? false;
  // The base period lies one half-year before the first round.
  return Array.from({ length: halves.length + 1 }, (_, i) => {
    const halfIndex = startsSecond ? i : i - 1;
    return halfIndex % 2 === 0 ? String(first + halfIndex / 2) : '';
  });
}
