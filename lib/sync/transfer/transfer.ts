import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { stagedCall } from '../../../db/schema/staging.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, type FieldError, Invalid, Unavailable, Unreadable, type Warning } from '../../failure.ts';
import { assertAllowed, latestRun, lockLatestRun } from '../run/run.ts';
import { CallErrors } from './call-errors.ts';
import { type FaultyRecord, Intake, NUMBERS_KEPT, type SentRecord } from './intake.ts';
import { keepSetAside } from './set-aside.ts';
import { copyStaged, unstage } from './stage.ts';
import { duplicatesInCall, duplicatesStaged } from './staged-duplicates.ts';
import { disturbed, recordsRefused, restartedMeanwhile, wereSetAside } from './texts.ts';

export const ON_INVALID = ['reject', 'setAside'] as const;

export interface Transfer {
  /** StaffMembers as sent; of a stream as they come. */
  records: Iterable<SentRecord> | AsyncIterable<SentRecord>;
  /** The pointer to the list in the body as sent: `/staffMembers`, or `''` for a bare array and for lines. */
  pointer: string;
  /** What becomes of a record that can't be staged (SYNC-2). */
  onInvalid?: (typeof ON_INVALID)[number];
  /** Called with every faulty record while its row is still in memory. */
  onFaulty?: (faulty: FaultyRecord) => void;
}

export interface Transferred {
  /** The first of this call … */
  received: number;
  /** … the others of the run so far. */
  staffTransferred: number;
  setAside: number;
  warnings: Warning[];
}

/** A call under way: its records are copied aside, where nobody sees them until it is published. */
interface OpenCall {
  id: string;
  runId: string;
  newId: () => string;
}

/**
 * Stages a call's staff, whole or not at all, or sets aside those that can't be staged (SYNC-2). Never more than
 * one batch of the records is in memory.
 * @throws Invalid with every error of every record; Conflict when the run takes no transfer now
 */
export async function transferStaff(ctx: Context, input: Transfer): Promise<Transferred> {
  const run = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    assertAllowed(run, 'transfer');
    return run;
  });
  const call: OpenCall = { id: ctx.newId(), runId: run.id, newId: ctx.newId };
  const setsAside = input.onInvalid === 'setAside';
  const errors = new CallErrors();
  let aside = 0;
  let unreadable = false;
  const setAside = async (faulty: readonly FaultyRecord[]) => {
    aside += faulty.length;
    await ctx.db.inDistrict(ctx.district.id, (tx) => keepSetAside(tx, call, faulty));
  };
  const intake = new Intake(ctx, input.pointer, async (faulty) => {
    for (const one of faulty) input.onFaulty?.(one);
    unreadable ||= faulty.some(({ sent }) => sent.unreadable);
    // A line that is not JSON has no staff number to set it aside under.
    if (setsAside && !unreadable) return setAside(faulty);
    errors.add(faulty.flatMap((one) => one.errors));
  });

  let begun = false;
  return ctx.db.copyingInDistrict(ctx.district.id, async (tx) => {
    // What was sent is read once: there is nothing to try again with.
    if (begun) throw new Unavailable(disturbed);
    begun = true;
    await copyStaged(tx, call, intake.validRecords(input.records));
    const late = intake.received > NUMBERS_KEPT ? await duplicatesInCall(tx, call.id, input.pointer) : [];
    if (late.length > 0) await refuse(late);
    if (errors.all.length > 0) throw refused(errors.all, unreadable);

    const locked = await lockLatestRun(tx);
    assertAllowed(locked, 'transfer');
    if (locked.id !== call.runId) throw new Conflict(restartedMeanwhile);
    const staged = await duplicatesStaged(tx, call, input.pointer);
    if (staged.length > 0) await refuse(staged);
    if (errors.all.length > 0) throw refused(errors.all, unreadable);
    const total = await publish(tx, call, { ...locked, at: ctx.now, received: intake.received, aside });
    // A vendor's calls are in the request log; what an admin staged is in the district's.
    if (ctx.actor.kind === 'user')
      await recordAudit(ctx, tx, {
        action: 'sync.transfer',
        target: call.runId,
        detail: { received: intake.received, setAside: aside },
      });
    return { received: intake.received, ...total, warnings: [...intake.warnings, ...asideWarning(aside)] };

    /** Refuses or sets aside records that are copied already. */
    async function refuse(twins: FieldError[]): Promise<void> {
      if (!setsAside) return errors.add(twins);
      await unstage(
        tx,
        call.id,
        twins.map(({ index }) => index as number),
      );
      await setAside(
        twins.map((error) => ({
          index: error.index as number,
          sent: { value: { staffNumber: error.staffNumber } },
          staffNumber: error.staffNumber,
          errors: [error],
        })),
      );
    }
  });
}

const insertCall = defineCommand(
  'publish a transfer call',
  (
    orm,
    p: Params<{ id: string; runId: string; firstSeq: number; records: number; setAside: number; at: Date }>,
  ) =>
    orm.insert(stagedCall).values({
      districtId: DISTRICT_ID,
      id: p.id,
      runId: p.runId,
      firstSeq: p.firstSeq,
      records: p.records,
      setAside: p.setAside,
      receivedAt: p.at,
    }),
);
const countTransferred = defineCommand(
  'count the staff of a run',
  (orm, p: Params<{ runId: string; staffTransferred: number; setAside: number }>) =>
    orm
      .update(syncRun)
      .set({
        staffTransferred: asStored(p.staffTransferred, syncRun.staffTransferred),
        setAside: asStored(p.setAside, syncRun.setAside),
      })
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId))),
);

/** Under the run's lock: gives the call its place in the order. */
async function publish(
  tx: Transaction,
  { id, runId }: OpenCall,
  run: { staffTransferred: number; setAside: number; at: Date; received: number; aside: number },
): Promise<Pick<Transferred, 'staffTransferred' | 'setAside'>> {
  const { received, aside, at } = run;
  const firstSeq = run.staffTransferred + run.setAside;
  await insertCall(tx, { id, runId, firstSeq, records: received, setAside: aside, at });
  const counts = {
    staffTransferred: run.staffTransferred + received - aside,
    setAside: run.setAside + aside,
  };
  await countTransferred(tx, { runId, ...counts });
  return counts;
}

const asideWarning = (aside: number): Warning[] =>
  aside === 0 ? [] : [{ code: 'setAside', message: wereSetAside(aside) }];

function refused(errors: FieldError[], unreadable: boolean): Invalid | Unreadable {
  const sorted = errors.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const detail = recordsRefused(new Set(errors.map((error) => error.index)).size);
  return unreadable ? new Unreadable(detail, sorted) : new Invalid(detail, sorted);
}
