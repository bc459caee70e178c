import { type Span, spansOf } from './spans.ts';

/** Nine digits or more, at most three signs between two of them. The classes exclude each other: no backtracking. */
const LONG_RUN = /\d(?:[^A-Za-z\d]{0,3}\d){8,}/g;
/** An SSN with letters between its parts: `412a10a0090`. */
const LETTERED = /(?<!\d)\d{3}(\D{1,3})\d{2}\1\d{4}(?!\d)/g;
const EXPONENT = /(?<![\w.])\d[\d.]{0,20}e\+?\d{1,2}(?!\w)/gi;
const UUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![\w-])/gi;
/** A moment as the log and JSON write it. */
const MOMENT =
  /(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d)/g;

/** Runs that may hold an SSN. UUIDs, moments and `kept` (phone numbers and zips by name and form) hold none. */
export function digitRuns(text: string, kept: readonly Span[]): Span[] {
  const isKept = ({ from, to }: Span) => kept.some((one) => one.from <= from && to <= one.to);
  // Most texts end here. The rest of the work costs five times as much.
  if (runsIn(text).every(isKept)) return [];
  return runsIn(without(text.replace(UUID, hiddenUuid).replace(MOMENT, letters), kept));
}

export const holdsLongRun = (text: string): boolean => text.search(LONG_RUN) >= 0;

function runsIn(text: string): Span[] {
  const numbers = spansOf(EXPONENT, text).filter(({ from, to }) =>
    hasNineDigits(Number(text.slice(from, to))),
  );
  return [...spansOf(LONG_RUN, text), ...spansOf(LETTERED, text), ...numbers];
}

const hasNineDigits = (value: number): boolean => value >= 1e8 && value < 1e10;

const letters = (text: string): string => 'x'.repeat(text.length);
/** All of ours have a letter. */
const hiddenUuid = (uuid: string): string => (/[a-f]/i.test(uuid) ? letters(uuid) : uuid);

function without(text: string, kept: readonly Span[]): string {
  let rest = '';
  let copied = 0;
  for (const { from, to } of kept) {
    rest += text.slice(copied, from) + 'x'.repeat(to - from);
    copied = to;
  }
  return rest + text.slice(copied);
}
