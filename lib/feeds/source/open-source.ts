import type { Context } from '../../context.ts';
import type { FeedSource } from '../schema.ts';
import { FEED_PROBLEMS } from '../texts.ts';
import { FeedProblem } from './feed-problem.ts';
import { openFolder } from './folder.ts';
import { openAddress } from './https.ts';
import { openSftp, type SftpKeys } from './sftp.ts';
import type { Source } from './source.ts';

/** Connects to where a feed's file is; close it afterwards. @throws FeedProblem */
export function openSource(
  { feedAccess: access, district }: Context,
  source: FeedSource,
  keys: SftpKeys,
): Promise<Source> {
  if (!access) throw new FeedProblem(FEED_PROBLEMS.noFolder());
  if (source.kind === 'folder') return openFolder(access, district, source);
  return source.kind === 'https' ? openAddress(access, source, keys.secret) : openSftp(access, source, keys);
}

/** The names of its files that a source's feed takes; null: any. */
export const patternOf = (source: FeedSource): string | null =>
  source.kind === 'https' ? null : source.pattern;
