import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { dropFile } from '../held-file/drop.ts';
import type { HeldFile } from '../held-file/held-file.ts';
import { holdFile } from '../held-file/hold.ts';
import { readHeld } from '../held-file/read.ts';
import { endFeedRun } from '../sync/feed-policy/end-feed-run.ts';
import { assertColumns, columnsLeftOut } from '../sync/upload/columns-differ.ts';
import { typeOfFile } from '../sync/upload/file-types.ts';
import { namedMapping } from '../sync/upload/named-mapping.ts';
import { recordsOfFile, type StaffFile } from '../sync/upload/records.ts';
import { type FileRules, rulesOf } from '../sync/upload/rules.ts';
import { UPLOAD_TEXTS } from '../sync/upload/texts.ts';
import { uploadStaff } from '../sync/upload/upload.ts';
import { archiveFile } from './archive-file.ts';
import { beginRun, cancelIfEmpty } from './begin-run.ts';
import { type ClaimedRun, failsRun, keepRun, noteOfRun, Superseded } from './claim-run.ts';
import type { FeedRow } from './feed-row.ts';
import { lastTakenFile } from './feed-runs.ts';
import { FeedProblem } from './source/feed-problem.ts';
import { findFile } from './source/find-file.ts';
import { patternOf } from './source/open-source.ts';
import type { Source, SourceFile } from './source/source.ts';
import { FEED_PROBLEMS, FEED_TEXTS } from './texts.ts';

const HOUR_MS = 3_600_000;

/**
 * Finds a feed's file, holds it and stages its staff.
 * @returns undefined for a file that was transferred before
 * @throws FeedProblem and what `uploadStaff` throws; nothing is staged then
 */
export async function takeFile(
  ctx: Context,
  claimed: ClaimedRun,
  source: Source,
  lookAgainMs: number,
): Promise<{ runId: string; notes: string | null } | undefined> {
  const { feed } = claimed;
  const file = await findFile(source, patternOf(feed.source), lookAgainMs);
  assertNew(ctx, feed, file);
  const type = typeOfFile(file.name);
  if (!type) throw new FeedProblem(UPLOAD_TEXTS.otherType(file.name));
  const held = await holdFile(ctx, { bytes: source.read(file), fileName: file.name, type });
  try {
    if (held.bytes === 0) throw new FeedProblem(FEED_PROBLEMS.empty(file.name));
    const { fileName, bytes, sha256 } = held;
    const last = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await noteOfRun(tx, claimed, { fileName, bytes, sha256 });
      return lastTakenFile(tx, { feedId: feed.id, after: feed.changedAt });
    });
    if (last?.sha256 === sha256) {
      await endUnchanged(ctx, claimed, await archiveFile(ctx, source, file));
      return undefined;
    }
    const staged = await stage(ctx, claimed, held);
    const kept = await archiveFile(ctx, source, file);
    const notes = [...staged.notes, ...(kept ? [kept] : [])];
    return { runId: staged.runId, notes: notes.join('\n') || null };
  } finally {
    // A file that can't be dropped expires after a day.
    await dropFile(ctx, held.id).catch(() => {});
  }
}

function assertNew({ now }: Context, { maxAgeHours }: FeedRow, { name, modifiedAt }: SourceFile): void {
  if (maxAgeHours === null || modifiedAt === null) return;
  if (now.getTime() - modifiedAt.getTime() > maxAgeHours * HOUR_MS)
    throw new FeedProblem(FEED_PROBLEMS.old(name, maxAgeHours));
}

async function endUnchanged(ctx: Context, claimed: ClaimedRun, reason: string | null): Promise<void> {
  const { id, attempt, runId } = claimed;
  if (runId) await cancelIfEmpty(ctx, claimed, runId);
  const ended = { id, attempt, status: 'unchanged', at: ctx.now, reason } as const;
  if (!(await ctx.db.inDistrict(ctx.district.id, (tx) => endFeedRun(tx, ended)))) throw new Superseded();
}

async function stage(
  ctx: Context,
  claimed: ClaimedRun,
  held: HeldFile,
): Promise<{ runId: string; notes: string[] }> {
  const { feed } = claimed;
  const file: StaffFile = { type: held.type, read: () => readHeld(ctx, held) };
  const mapping = feed.mapping === null ? null : (await namedMapping(ctx, feed.mapping)).mapping;
  const rules = await rulesOf(ctx, file, mapping);
  assertColumns(rules.missing);
  await assertRows(ctx, claimed, file, rules, held.fileName);
  // A worker that died may have begun it.
  const runId = claimed.runId ?? (await beginRun(ctx, claimed));
  try {
    const onInvalid = feed.setsAside ? 'setAside' : 'reject';
    // A worker that has lost the run but lives must not stage the file, too: the other one could not.
    const beforePublish = (tx: Transaction) => keepRun(tx, claimed);
    const result = await uploadStaff(ctx, file, rules.options, { onInvalid, runId, beforePublish });
    if (result.outcome === 'refused') throw new FeedProblem(result.detail);
    const notes = columnsLeftOut(rules.added).map(({ message }) => message);
    if (result.setAside > 0) notes.push(FEED_TEXTS.someSetAside(result.setAside));
    return { runId, notes };
  } catch (error) {
    // The next try goes on in the run that was begun.
    if (failsRun(error)) await cancelIfEmpty(ctx, claimed, runId);
    throw error;
  }
}

/** Reads the file to its end, before anything is begun: a file with half of its rows is no reason to remove the others. */
async function assertRows(
  ctx: Context,
  claimed: ClaimedRun,
  file: StaffFile,
  { options }: FileRules,
  fileName: string,
): Promise<void> {
  const { feed } = claimed;
  const read = recordsOfFile(file, options);
  for await (const _record of read.records);
  const { rows } = read.places;
  if (rows === 0) throw new FeedProblem(FEED_PROBLEMS.empty(fileName));
  await ctx.db.inDistrict(ctx.district.id, (tx) => noteOfRun(tx, claimed, { rows }));
  if (feed.leastPercent === null) return;
  const last = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    lastTakenFile(tx, { feedId: feed.id, after: null }),
  );
  if (last?.rows && rows < (last.rows * feed.leastPercent) / 100)
    throw new FeedProblem(FEED_PROBLEMS.shrunk(rows, last.rows, feed.leastPercent));
}
