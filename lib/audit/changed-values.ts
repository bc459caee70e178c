import { count } from '../text/numbers.ts';
import { type Detail, isObject } from './sentence.ts';

/** Labels of what can differ, and how to write a value that is no number, text or yes and no. */
export type Labels = Readonly<Record<string, string>>;

/** `people created from 10 to 20; second approver from no to yes`: what differs between `before` and `after`. */
export function changedValues(detail: Detail, labels: Labels): string {
  const [before, after] = [detail.at('before') ?? {}, detail.at('after') ?? {}];
  const keys = Object.keys(labels).filter((key) => inWords(before[key]) !== inWords(after[key]));
  return keys
    .map((key) => `${labels[key]} from ${inWords(before[key])} to ${inWords(after[key])}`)
    .join('; ');
}

/** A stored value as a reader sees it. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return count(value);
  if (Array.isArray(value)) return value.map(inWords).join(', ') || 'none';
  return isObject(value) ? Object.values(value).map(inWords).join(' ') : `“${String(value)}”`;
}
