import { setTimeout as pause } from 'node:timers/promises';
import { FEED_PROBLEMS } from '../texts.ts';
import { FeedProblem } from './feed-problem.ts';
import type { Source, SourceFile } from './source.ts';

/** Between two looks at a file that may still be written. */
export const LOOK_AGAIN_MS = 3_000;
const MAX_LOOKS = 6;

/** What programs put before or after the name of a file until it is complete. */
const UNFINISHED = /^[.~]|~$|\.(tmp|temp|part|partial|filepart|crdownload|download|writing|lock)$/i;

/**
 * The newest file of a name, once it has the same size and time in two looks.
 * @param pattern `*` is any text, `?` one character, capitals don't matter; null: whatever there is
 * @throws FeedProblem for none, or for one that is still being written
 */
export async function findFile(
  source: Source,
  pattern: string | null,
  lookAgainMs: number,
): Promise<SourceFile> {
  let last = newest(await source.list(), pattern);
  if (!source.growing) return last;
  for (let look = 1; look < MAX_LOOKS; look += 1) {
    await pause(lookAgainMs);
    const now = newest(await source.list(), pattern);
    if (isSame(last, now)) return now;
    last = now;
  }
  throw new FeedProblem(FEED_PROBLEMS.unfinished(last.name));
}

function newest(files: readonly SourceFile[], pattern: string | null): SourceFile {
  const named = pattern === null ? files : files.filter(({ name }) => matches(name, pattern));
  const complete = named.filter(({ name }) => !UNFINISHED.test(name));
  const [first] = complete.toSorted((a, b) => timeOf(b) - timeOf(a) || (a.name < b.name ? 1 : -1));
  if (first) return first;
  // HR's program renames it in the end: `staff.csv.part` will be `staff.csv`.
  const unfinished = files.find(
    ({ name }) =>
      UNFINISHED.test(name) && (pattern === null || matches(name.replace(UNFINISHED, ''), pattern)),
  );
  throw new FeedProblem(
    unfinished ? FEED_PROBLEMS.unfinished(unfinished.name) : FEED_PROBLEMS.missing(pattern ?? '*'),
  );
}

const timeOf = ({ modifiedAt }: SourceFile): number => modifiedAt?.getTime() ?? 0;

const isSame = (one: SourceFile, other: SourceFile): boolean =>
  one.name === other.name && one.bytes === other.bytes && timeOf(one) === timeOf(other);

/** Character by character: the time of a regular expression grows exponentially with the stars. */
export function matches(name: string, pattern: string): boolean {
  const [text, wanted] = [name.toLowerCase(), pattern.toLowerCase()];
  let [at, next, star, from] = [0, 0, -1, 0];
  while (at < text.length) {
    if (wanted[next] === '*') [star, from] = [next++, at];
    else if (wanted[next] === '?' || wanted[next] === text[at]) [at, next] = [at + 1, next + 1];
    else if (star >= 0) [next, at] = [star + 1, ++from];
    else return false;
  }
  while (wanted[next] === '*') next += 1;
  return next === wanted.length;
}
