/**
 * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
 *
 * @param most what is farther apart is `most + 1`: found in steps that grow with the length, not with its square
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current: number[] = [];
    const from = Math.max(1, i - most);
    if (from === 1) current[0] = i;
    let nearest = from === 1 ? i : Number.POSITIVE_INFINITY;
    for (let j = from; j <= Math.min(b.length, i + most); j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + differs);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(before, j - 2) + 1);
      current[j] = least;
      nearest = Math.min(nearest, least);
    }
    // A swap of neighbours reaches over one row.
    if (nearest > most + 1) return most + 1;
    [before, previous] = [previous, current];
  }
  return Math.min(at(previous, b.length), most + 1);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
