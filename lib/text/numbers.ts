const GROUPED = new Intl.NumberFormat('en-US');

/** 12,345 */
export const count = (n: number): string => GROUPED.format(n);

/** `1 person`, `2 people`, `0 people`. */
export const counted = (n: number, one: string, many: string): string =>
  `${count(n)} ${n === 1 ? one : many}`;

/** A rough duration in a readable unit. */
export function roughly(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, Math.round(seconds)), 'second', 'seconds');
  if (seconds < 5400) return counted(Math.round(seconds / 60), 'minute', 'minutes');
  return `${count(Math.round(seconds / 360) / 10)} hours`;
}
