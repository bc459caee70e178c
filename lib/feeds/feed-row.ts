import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, json, lower } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { feed } from '../../db/schema/feed.ts';
import { NotFound } from '../failure.ts';
import type { FeedSource } from './schema.ts';
import { FEED_TEXTS } from './texts.ts';

const { districtId: _, source: _source, ...COLUMNS } = getTableColumns(feed);
const FEED = { ...COLUMNS, source: json<FeedSource>(feed.source) };

const all = defineQuery('the feeds of a district', (orm) =>
  orm
    .select(FEED)
    .from(feed)
    .where(and(inDistrict(feed), isNull(feed.deletedAt)))
    .orderBy(asc(lower(feed.name))),
);
const byId = defineQuery('a feed by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select(FEED)
    .from(feed)
    .where(and(inDistrict(feed), eq(feed.id, p.id), isNull(feed.deletedAt))),
);
const locked = defineQuery('a feed by id, locked', (orm, p: Params<{ id: string }>) =>
  orm
    .select(FEED)
    .from(feed)
    .where(and(inDistrict(feed), eq(feed.id, p.id), isNull(feed.deletedAt)))
    .for('update'),
);
const named = defineQuery('a feed by name', (orm, p: Params<{ name: string }>) =>
  orm
    .select(FEED)
    .from(feed)
    .where(and(inDistrict(feed), sql`${lower(feed.name)} = lower(${p.name}::text)`, isNull(feed.deletedAt))),
);

export type FeedRow = Awaited<ReturnType<typeof all>>[number];

export const allFeeds = (tx: Transaction): Promise<FeedRow[]> => all(tx);
export const findFeed = (tx: Transaction, id: string): Promise<FeedRow | undefined> => byId.first(tx, { id });
export const findLockedFeed = (tx: Transaction, id: string): Promise<FeedRow | undefined> =>
  locked.first(tx, { id });
export const findFeedNamed = (tx: Transaction, name: string): Promise<FeedRow | undefined> =>
  named.first(tx, { name });

/** @throws NotFound */
export const readFeedRow = async (tx: Transaction, id: string): Promise<FeedRow> =>
  present(await findFeed(tx, id));
/** Until the transaction ends nobody else changes or queues it. @throws NotFound */
export const lockFeed = async (tx: Transaction, id: string): Promise<FeedRow> =>
  present(await findLockedFeed(tx, id));

function present(row: FeedRow | undefined): FeedRow {
  if (!row) throw new NotFound(FEED_TEXTS.noSuchFeed());
  return row;
}
