import { BlockList } from 'node:net';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { guessColumns } from '../../record/csv/guess.ts';
import { keepUsedMapping } from '../../sync/upload/keep-mapping.ts';
import { listFeedRuns } from '../feed-runs.ts';
import { runFeed } from '../run-feed.ts';
import { runFeedNow } from '../run-now.ts';
import { createFeed } from '../save-feed.ts';
import type { Feed, FeedEdit, FeedRun, FeedSource } from '../schema.ts';
import type { FeedAccess } from '../source/access.ts';
import type { SftpServer } from './sftp-server.ts';

/** Feeds may reach this machine. */
export function loopback(given: Partial<FeedAccess> = {}): FeedAccess {
  const privateAddresses = new BlockList();
  privateAddresses.addSubnet('127.0.0.0', 8);
  return { folder: undefined, privateAddresses, ...given };
}

/** A district whose feeds may reach this machine; an admin acts, and its mapping `Payroll` reads a file with this text. */
export async function feedDistrict(text: string, access: Partial<FeedAccess> = {}): Promise<Context> {
  const ctx = await testDistrict({ feedAccess: loopback(access) });
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  const columns = guessColumns(head.split(','), rows, new Map(), { today: '2026-11-24' });
  const mapping = { reading: {}, fixed: [], values: [], columns: columns.map(({ by, ...one }) => one) };
  await ctx.db.inDistrict(ctx.district.id, (tx) => keepUsedMapping(ctx, tx, 'Payroll', mapping));
  return ctx;
}

export const sftpSource = ({ port }: SftpServer, given: object = {}): FeedSource => ({
  ...{ kind: 'sftp', host: '127.0.0.1', port, username: 'hr', signIn: 'password', folder: '' },
  ...{ pattern: 'roster*.csv', archive: null, ...given },
});

export const edited = (source: FeedSource, given: Partial<FeedEdit> = {}): FeedEdit => ({
  ...{ name: 'Night', source, hostKey: null, mapping: 'Payroll', days: [1, 2, 3, 4, 5, 6, 7], at: '02:30' },
  ...{ policy: 'stop', setsAside: true, maxAgeHours: null, leastPercent: null, ...given },
});

export const sftpFeed = (ctx: Context, server: SftpServer, given: Partial<FeedEdit> = {}): Promise<Feed> =>
  createFeed(ctx, edited(sftpSource(server), { hostKey: server.hostKey, secret: 'night', ...given }));

/** Runs a feed as the worker does. */
export async function run(ctx: Context, { id }: { id: string }): Promise<FeedRun> {
  const { runId: feedRunId } = await runFeedNow(ctx, { id });
  await runFeed(ctx, { feedRunId }, 1);
  const { data } = await listFeedRuns(ctx, { feedId: id, limit: 1 });
  return data[0] as FeedRun;
}
