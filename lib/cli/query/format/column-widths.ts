/** Blanks between columns. */
export const GAP = '  ';

/** No column is made narrower, unless it never was as wide. */
const NARROWEST = 8;

/**
 * The widths that columns get in a line: as much as they need, or, where that is too much, no more than a width that the widest
 * ones share. Undefined where nobody could read what is left.
 */
export function fittedWidths(needed: readonly number[], room: number): readonly number[] | undefined {
  const available = room - GAP.length * (needed.length - 1);
  if (sumOf(needed) <= available) return needed;
  let most = NARROWEST;
  if (sumOf(capped(needed, most)) > available) return undefined;
  while (sumOf(capped(needed, most + 1)) <= available) most++;
  let left = available - sumOf(capped(needed, most));
  return needed.map((width) => {
    if (width <= most) return width;
    return left-- > 0 ? most + 1 : most;
  });
}

function capped(widths: readonly number[], most: number): readonly number[] {
  return widths.map((width) => Math.min(width, most));
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
