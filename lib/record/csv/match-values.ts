import { nearest } from '../../text/nearest.ts';
import type { CodeOf } from './column.ts';
import { VALUE_KINDS, type ValueKind, type ValueMeaning } from './meaning.ts';

/** A district's code and what it stands for. */
export interface Code {
  code: string;
  description: string;
}

/** The district's codes that files write in other ways. */
export type KnownCodes = Record<ValueKind, readonly Code[]>;

/** The code that a value stands for: it is one, it is written as exactly one, or it looks like one. */
export interface MatchedValue {
  code: string;
  by: 'exact' | 'matched' | 'proposed';
}

/**
 * Male is M by its description, 1 is school 001 as a spreadsheet leaves it, and a school's name is its number: where exactly
 * one code fits. An exact code is never another. A value that nothing fits may be misspelled. Pure.
 */
export function matchValues(
  kind: ValueKind,
  codes: readonly Code[],
): (value: string) => MatchedValue | undefined {
  const exact = new Set(codes.map(({ code }) => code));
  const written = (value: string) => (kind === 'schools' ? withoutZeros(plain(value)) : plain(value));
  const byText = uniqueBy(codes, ({ code, description }) => [written(code), plain(description)]);
  const proposals = new Map(codes.map(({ code, description }) => [description, code]));
  return (value) => {
    if (exact.has(value)) return { code: value, by: 'exact' };
    const code = byText.get(written(value)) ?? byText.get(plain(value));
    if (code !== undefined) return { code, by: 'matched' };
    const near = nearest(value, [...proposals.keys()]);
    const proposed = near === undefined ? undefined : proposals.get(near);
    return proposed === undefined ? undefined : { code: proposed, by: 'proposed' };
  };
}

/** How values are compared with those that a user chose for. */
export const valueKey = (value: string): string => value.trim();

/** How a file's values become the district's codes: as a user chose, else by `matchValues` where that is sure. */
export function codesOf(known: KnownCodes, chosen: readonly ValueMeaning[] = []): Record<ValueKind, CodeOf> {
  const of = (kind: ValueKind): CodeOf => {
    const match = matchValues(kind, known[kind]);
    // A file has few distinct values, and each is compared with all of Campus.
    const found = new Map<string, string | null | undefined>(
      chosen.filter((one) => one.kind === kind).map(({ value, code }) => [valueKey(value), code]),
    );
    return (value) => {
      const key = valueKey(value);
      if (found.has(key)) return found.get(key);
      const matched = match(key);
      const code = matched?.by === 'proposed' ? undefined : matched?.code;
      if (found.size < MAX_REMEMBERED) found.set(key, code);
      return code;
    };
  };
  return Object.fromEntries(VALUE_KINDS.map((kind) => [kind, of(kind)])) as Record<ValueKind, CodeOf>;
}

const MAX_REMEMBERED = 20_000;

const plain = (text: string): string => text.trim().toLowerCase();

const withoutZeros = (text: string): string => text.replace(/^0+(?=.)/, '');

/** Keys that lead to one code only. */
function uniqueBy(codes: readonly Code[], keysOf: (code: Code) => string[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const code of codes)
    for (const key of keysOf(code))
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(code.code));
  return new Map(
    [...found].flatMap(([key, of]) => (of.size === 1 ? [[key, ...of] as [string, string]] : [])),
  );
}
