import type { Context } from '../context.ts';
import { FeedProblem } from './source/feed-problem.ts';
import type { Source, SourceFile } from './source/source.ts';
import { FEED_TEXTS } from './texts.ts';

/**
 * Moves a file that was taken to the feed's archive, if it has one. If HR has replaced the file since, it stays: the next
 * run takes it.
 * @param taken without a time if it isn't known any more
 * @returns why it could not be moved: its staff are staged all the same
 */
export async function archiveFile(
  { now }: Pick<Context, 'now'>,
  source: Source,
  taken: SourceFile,
): Promise<string | null> {
  if (!source.archive) return null;
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  try {
    const there = (await source.list()).find(({ name }) => name === taken.name);
    if (there && isUnchanged(taken, there)) await source.archive(there, `${stamp} ${taken.name}`);
    return null;
  } catch (error) {
    if (error instanceof FeedProblem) return FEED_TEXTS.archiveKept(error.message);
    throw error;
  }
}

const isUnchanged = ({ bytes, modifiedAt }: SourceFile, there: SourceFile): boolean =>
  there.bytes === bytes && (modifiedAt === null || there.modifiedAt?.getTime() === modifiedAt.getTime());
