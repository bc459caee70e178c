import { errorCode, type Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { feed } from '../../db/schema/feed.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict, type FieldError, Invalid } from '../failure.ts';
import { namedMapping } from '../sync/upload/named-mapping.ts';
import { type FeedRow, lockFeed } from './feed-row.ts';
import { readFeed } from './list-feeds.ts';
import { nextDue } from './next-due.ts';
import { setNextDue } from './schedule-feed.ts';
import type { Feed, FeedEdit } from './schema.ts';
import { needsSecret, receiverOf, sealFeedSecret } from './secret.ts';
import { FEED_TEXTS } from './texts.ts';

/** @throws Invalid, Conflict for a name that is taken, NotFound for a mapping that is not there */
export async function createFeed(ctx: Context, edit: FeedEdit): Promise<Feed> {
  await assertMapping(ctx, edit);
  const id = ctx.newId();
  return saving(ctx, edit, async (tx) => {
    await writeFeed(tx, {
      ...rowOf(ctx, id, edit, undefined),
      createdAt: ctx.now,
      createdBy: ctx.actor.name,
    });
    return id;
  });
}

/** Replaces all that an admin sets of a feed; without a secret the kept one stays. @throws as `createFeed`, NotFound */
export async function editFeed(ctx: Context, { id, edit }: { id: string; edit: FeedEdit }): Promise<Feed> {
  await ctx.db.inDistrict(ctx.district.id, (tx) => readFeed(tx, id));
  await assertMapping(ctx, edit);
  return saving(ctx, edit, async (tx) => {
    const before = await lockFeed(tx, id);
    await writeFeed(tx, { ...before, ...rowOf(ctx, id, edit, before) });
    return id;
  });
}

async function saving(
  ctx: Context,
  edit: FeedEdit,
  write: (tx: Transaction) => Promise<string>,
): Promise<Feed> {
  try {
    return await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const id = await write(tx);
      const row = await lockFeed(tx, id);
      const isNew = row.createdAt.getTime() === row.changedAt.getTime();
      if (isNew || row.nextAt) await setNextDue(ctx, tx, id, nextDue(ctx.now, edit, ctx.district.timeZone));
      const { policy, source } = edit;
      await recordAudit(ctx, tx, {
        action: isNew ? 'feed.create' : 'feed.edit',
        target: edit.name,
        detail: { source: source.kind, policy, ...(edit.secret !== undefined && { secret: 'changed' }) },
      });
      return readFeed(tx, id);
    });
  } catch (error) {
    if (errorCode(error) !== '23505') throw error;
    const message = FEED_TEXTS.nameTaken(edit.name);
    throw new Conflict(message, [{ pointer: '/name', code: 'invalid', message }]);
  }
}

/** The values of a row. @throws Invalid for a secret or a host key that is missing */
function rowOf(ctx: Context, id: string, edit: FeedEdit, before: FeedRow | undefined) {
  const { secret, source, ...rest } = edit;
  const sameReceiver = before !== undefined && receiverOf(before.source) === receiverOf(source);
  const kept = sameReceiver ? before.secretCipher : null;
  const errors: FieldError[] = [];
  const refuse = (pointer: string, message: string) => errors.push({ pointer, code: 'invalid', message });
  if (needsSecret(source) && secret === undefined && !kept) refuse('/secret', FEED_TEXTS.secretNeeded());
  if (source.kind === 'sftp' && !edit.hostKey) refuse('/hostKey', FEED_TEXTS.acceptKey());
  if (errors.length > 0) throw new Invalid(FEED_TEXTS.notSaved(), errors);
  return {
    ...rest,
    id,
    source,
    days: [...new Set(edit.days)].sort((a, b) => a - b),
    hostKey: source.kind === 'sftp' ? edit.hostKey : null,
    secretCipher: needsSecret(source)
      ? secret === undefined
        ? kept
        : sealFeedSecret(ctx.keys, ctx.district.id, id, secret)
      : null,
    changedAt: ctx.now,
  };
}

/** @throws NotFound */
async function assertMapping(ctx: Context, { mapping }: FeedEdit): Promise<void> {
  if (mapping !== null) await namedMapping(ctx, mapping);
}

type Written = ReturnType<typeof rowOf> & { createdAt: Date; createdBy: string };

/** Inserts a feed, or changes it: who created it stays. */
const writeFeed = defineCommand('save a feed', (orm, p: Params<Written>) => {
  const set = {
    name: asStored(p.name, feed.name),
    source: asStored(p.source, feed.source),
    secretCipher: asStored(p.secretCipher, feed.secretCipher),
    hostKey: asStored(p.hostKey, feed.hostKey),
    mapping: asStored(p.mapping, feed.mapping),
    days: asStored(p.days, feed.days),
    at: asStored(p.at, feed.at),
    policy: asStored(p.policy, feed.policy),
    setsAside: asStored(p.setsAside, feed.setsAside),
    maxAgeHours: asStored(p.maxAgeHours, feed.maxAgeHours),
    leastPercent: asStored(p.leastPercent, feed.leastPercent),
    changedAt: asStored(p.changedAt, feed.changedAt),
  };
  return orm
    .insert(feed)
    .values({ districtId: DISTRICT_ID, id: p.id, createdAt: p.createdAt, createdBy: p.createdBy, ...set })
    .onConflictDoUpdate({ target: [feed.districtId, feed.id], set });
});
