import { asRead } from '../../text/legible.ts';
import { nameKey, withoutSuffix } from '../../text/name-key.ts';

/** A name that a text may mean, folded as names are compared (SRCH-2). */
export interface NameReading {
  last: string;
  first: string;
  /** Words that are left over: a middle name, or its initial. */
  middle: string;
}

/**
 * What a typed name may mean, *Last, First Middle* or *First Middle Last*, the likelier readings first: in each list
 * fewer words are taken as a middle name than in the next.
 */
export function nameReadings(typed: string): NameReading[][] {
  const text = asRead(withoutSuffix(typed));
  const comma = text.indexOf(',');
  const pairs =
    comma >= 0
      ? [{ last: text.slice(0, comma), given: wordsOf(text.slice(comma + 1)) }]
      : splits(wordsOf(text));
  const most = Math.max(0, ...pairs.map(({ given }) => given.length));
  return Array.from({ length: most }, (_, left) =>
    pairs.flatMap(({ last, given }) =>
      given.length > left
        ? [reading(last, given.slice(0, given.length - left), given.slice(given.length - left))]
        : [],
    ),
  );
}

const wordsOf = (text: string): string[] => text.split(/[ ,]+/).filter(Boolean);

/** Every place at which the words can part, either name first. */
const splits = (words: readonly string[]): { last: string; given: string[] }[] =>
  words.slice(1).flatMap((_, i) => {
    const [before, after] = [words.slice(0, i + 1), words.slice(i + 1)];
    return [
      { last: after.join(' '), given: before },
      { last: before.join(' '), given: after },
    ];
  });

const reading = (last: string, first: readonly string[], middle: readonly string[]): NameReading => ({
  last: nameKey(last),
  first: nameKey(first.join(' ')),
  middle: middle.length > 0 ? nameKey(middle.join(' ')) : '',
});

/** Whether the words left over can be a stored middle name: it is unknown, the same, or one is the other's beginning. */
export function fitsMiddleName(middle: string, stored: string | null): boolean {
  const own = stored ? nameKey(stored) : '';
  return own.startsWith(middle) || middle.startsWith(own);
}
