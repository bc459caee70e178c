import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, type FieldError, Invalid, Unavailable, Unreadable, type Warning } from '../../failure.ts';
import { assertAllowed, latestRun, lockLatestRun } from '../run/run.ts';
import { duplicatesInCall, duplicatesStaged } from './duplicates.ts';
import { CallErrors, type FaultyRecord, Intake, NUMBERS_KEPT, type SentRecord } from './intake.ts';
import { keepSetAside } from './set-aside.ts';
import { copyStaged, unstage } from './stage.ts';

export const ON_INVALID = ['reject', 'setAside'] as const;

export interface Transfer {
  /** StaffMembers as sent; of a stream as they come. */
  records: Iterable<SentRecord> | AsyncIterable<SentRecord>;
  /** The pointer to the list in the body as sent: `/staffMembers`, or `''` for a bare array and for lines. */
  pointer: string;
  /** What becomes of a record that can't be staged (SYNC-2). */
  onInvalid?: (typeof ON_INVALID)[number];
  /** Told of every faulty record while it is at hand. */
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
 * Stages a call's staff, whole or not at all, or sets aside those that can't be staged (SYNC-2). In memory there is never
 * more than a slice of the records.
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
    // A line that is no JSON is nobody's record: it can't be set aside by name.
    if (setsAside && !unreadable) return setAside(faulty);
    errors.add(faulty.flatMap((one) => one.errors));
  });

  let begun = false;
  return ctx.db.copyingInDistrict(ctx.district.id, async (tx) => {
    // What was sent is read once: there is nothing to try again with.
    if (begun)
      throw new Unavailable('The transfer was disturbed. Nothing of this call was staged: send it again.');
    begun = true;
    await copyStaged(tx, call, intake.sound(input.records));
    const late = intake.received > NUMBERS_KEPT ? await duplicatesInCall(tx, call.id, input.pointer) : [];
    if (late.length > 0) await refuse(late);
    if (errors.all.length > 0) throw refused(errors.all, unreadable);

    const locked = await lockLatestRun(tx);
    assertAllowed(locked, 'transfer');
    if (locked.id !== call.runId)
      throw new Conflict(
        'The transfer was restarted while this call was under way. Nothing of it was staged: send it again.',
      );
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

    /** Of records that were copied already. */
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

/** Under the run's lock: gives the call its place in the order. */
async function publish(
  tx: Transaction,
  call: OpenCall,
  run: { staffTransferred: number; setAside: number; at: Date; received: number; aside: number },
): Promise<Pick<Transferred, 'staffTransferred' | 'setAside'>> {
  const { received, aside } = run;
  await tx.run(
    `insert into staged_call (district_id, id, run_id, first_seq, records, set_aside, received_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.districtId, call.id, call.runId, run.staffTransferred + run.setAside, received, aside, run.at],
  );
  const staffTransferred = run.staffTransferred + received - aside;
  const setAside = run.setAside + aside;
  await tx.run(
    'update sync_run set staff_transferred = $3, set_aside = $4 where district_id = $1 and id = $2',
    [tx.districtId, call.runId, staffTransferred, setAside],
  );
  return { staffTransferred, setAside };
}

const asideWarning = (aside: number): Warning[] =>
  aside === 0
    ? []
    : [
        {
          code: 'setAside',
          message: `${aside.toLocaleString('en-US')} of these records were set aside as invalid. They stand in the report's errors, and fail by name in the results.`,
        },
      ];

function refused(errors: FieldError[], unreadable: boolean): Invalid | Unreadable {
  const sorted = errors.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const people = new Set(errors.map((error) => error.index)).size;
  const detail = `Nothing of this call was staged: ${people} of its records can't be accepted. Mend them and send the call again.`;
  return unreadable ? new Unreadable(detail, sorted) : new Invalid(detail, sorted);
}
