/** Least, middle and greatest of several measurements, rounded to what they can be trusted for. */
export interface Spread {
  min: number;
  median: number;
  max: number;
}

export function spread(values: readonly number[], digits = 3): Spread {
  const sorted = values.map((value) => Number(value.toFixed(digits))).sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { min: at(0), median: at(sorted.length >> 1), max: at(sorted.length - 1) };
}

/** The spread of one figure over several runs. */
export const spreadOf = <R>(runs: readonly R[], figure: (run: R) => number, digits?: number): Spread =>
  spread(runs.map(figure), digits);
