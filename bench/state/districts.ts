/** Standard normal quantile, by Acklam's middle and tail fractions (error below 1e-4 here). */
function normal(p: number): number {
  if (p > 0.5) return -normal(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  return -(
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  );
}

/** Sizes of districts as a log-normal law has them: many small ones, few large ones; together `staff`. Not in order of size. */
export function districtSizes(districts: number, staff: number, sigma: number): number[] {
  const shares = Array.from({ length: districts }, (_, i) => Math.exp(sigma * normal((i + 0.5) / districts)));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const sizes = shares.map((share) => Math.max(1, Math.round((share / whole) * staff)));
  return sizes
    .map((size, i) => ({ size, at: spreadOut(i) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ size }) => size);
}

/** The i-th of points that fill the range from 0 to 1 evenly, in no visible order. */
export const spreadOut = (i: number): number => ((i + 1) * 0.618_033_988_749_895) % 1;
