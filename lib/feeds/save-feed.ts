import { errorCode } from '../../db/client.ts';
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
export const createFeed = (ctx: Context, edit: FeedEdit): Promise<Feed> => saveFeed(ctx, edit, undefined);

/** Replaces all that an admin sets of a feed; without a secret the kept one stays. @throws as `createFeed`, NotFound */
export const editFeed = (ctx: Context, { id, edit }: { id: string; edit: FeedEdit }): Promise<Feed> =>
  saveFeed(ctx, edit, id);

async function saveFeed(ctx: Context, edit: FeedEdit, editedId: string | undefined): Promise<Feed> {
  if (edit.mapping !== null) await namedMapping(ctx, edit.mapping);
  try {
    return await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const before = editedId === undefined ? undefined : await lockFeed(tx, editedId);
      const id = before?.id ?? ctx.newId();
      await writeFeed(tx, {
        ...rowOf(ctx, id, edit, before),
        createdAt: ctx.now,
        createdBy: ctx.actor.name,
      });
      // A paused feed stays paused.
      if (!before || before.nextAt)
        await setNextDue(ctx, tx, id, nextDue(ctx.now, edit, ctx.district.timeZone));
      const { policy, source } = edit;
      await recordAudit(ctx, tx, {
        action: before ? 'feed.edit' : 'feed.create',
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
