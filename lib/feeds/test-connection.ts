import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { readFeedRow } from './feed-row.ts';
import type { Connection, ConnectionFound } from './schema.ts';
import { openFeedSecret, receiverOf } from './secret.ts';
import { findFile } from './source/find-file.ts';
import { openSource, patternOf } from './source/open-source.ts';

/**
 * *Test connection*: connects as a feed would and finds the file that it would take. Takes nothing. A server whose key is
 * not accepted gets no secret; the answer has its key.
 * @throws NotFound for a feed that is not there
 */
export async function testConnection(ctx: Context, asked: Connection): Promise<ConnectionFound> {
  const secret = asked.secret ?? (await keptSecret(ctx, asked));
  const found: ConnectionFound = { hostKey: null, file: null, problem: null };
  const keys = {
    hostKey: asked.hostKey,
    secret,
    onHostKey: (key: string) => {
      found.hostKey = key;
    },
  };
  try {
    const source = await openSource(ctx, asked.source, keys);
    try {
      const { modifiedAt, ...file } = await findFile(source, patternOf(asked.source), 0);
      found.file = { ...file, modifiedAt: modifiedAt?.toISOString() ?? null };
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    found.problem = error.message;
  }
  return found;
}

async function keptSecret(ctx: Context, { id, source }: Connection): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const feed = await ctx.db.inDistrict(ctx.district.id, (tx) => readFeedRow(tx, id));
  if (receiverOf(feed.source) !== receiverOf(source)) return undefined;
  return openFeedSecret(ctx.keys, ctx.district.id, id, feed.secretCipher);
}
