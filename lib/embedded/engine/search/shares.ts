/**
 * How many of a limited number of records each object of a search gets: all the same, and what one does not use goes to
 * the others.
 */
export function sharesOf(limit: number, found: readonly number[]): readonly number[] {
  const shares = found.map(() => 0);
  let left = limit;
  let open = found.map((_, index) => index).filter((index) => found[index]! > 0);
  while (left > 0 && open.length > 0) {
    const share = Math.max(1, Math.floor(left / open.length));
    for (const index of open) {
      const more = Math.min(share, found[index]! - shares[index]!, left);
      shares[index]! += more;
      left -= more;
    }
    open = open.filter((index) => shares[index]! < found[index]!);
  }
  return shares;
}
