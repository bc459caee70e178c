import { setImmediate } from 'node:timers/promises';
import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { sealSsn } from '../crypto/seal-ssn.ts';
import { Conflict, type FieldError, Invalid, type Warning } from '../failure.ts';
import { loadReferenceValues } from '../staff/change/load-reference-values.ts';
import { referenceErrors } from '../staff/change/references.ts';
import { type CodesSent, codesSent } from '../staff/codes-sent.ts';
import { parseNewStaffMember } from '../staff/parse.ts';
import type { StaffRecord } from '../staff/record.ts';
import { ssnInTransit } from '../staff/ssn-place.ts';
import { duplicatesStaged, duplicatesWithin } from './duplicates.ts';
import { assertAllowed, latestRun, lockLatestRun } from './run.ts';
import { copyStaged } from './stage.ts';

export interface Transfer {
  /** StaffMembers as sent. */
  records: readonly unknown[];
  /** The pointer to the list in the body as sent: `/staffMembers`, or `''` for a bare array. */
  pointer: string;
}

export interface Transferred {
  /** The first two of this call … */
  received: number;
  /** … the others of the run so far. */
  staffTransferred: number;
  setAside: number;
  warnings: Warning[];
}

/** Records parsed between two looks at other work: about 20 ms. */
const SLICE = 500;

/**
 * Stages a call's staff, whole or not at all (SYNC-2). Everything wrong with any of them is reported at once.
 * @throws Invalid with every error of every record; Conflict when the run takes no transfer now
 */
export async function transferStaff(ctx: Context, input: Transfer): Promise<Transferred> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => assertAllowed(await latestRun(tx), 'transfer'));
  const { records, invalid, numbers, errors, warnings } = await parseAll(ctx, input);
  return ctx.db.copyingInDistrict(ctx.district.id, async (tx) => {
    const reference = await loadReferenceValues(tx, [...records.values(), ...invalid.values()]);
    for (const [index, record] of records) {
      const found = referenceErrors(record, reference);
      errors.push(...found.errors.map((error) => placed(error, input.pointer, index, record.staffNumber)));
      warnings.push(...found.warnings.map((warning) => pointed(warning, input.pointer, index)));
    }
    for (const [index, codes] of invalid) {
      const number = numbers.get(index)?.staffNumber;
      const found = referenceErrors(codes, reference);
      errors.push(...found.errors.map((error) => placed(error, input.pointer, index, number)));
    }
    errors.push(...duplicatesWithin(numbers, input.pointer));
    if (errors.length > 0) throw refused(errors);

    const run = await latestRun(tx);
    assertAllowed(run, 'transfer');
    const call = { id: ctx.newId(), runId: run.id, receivedAt: ctx.now };
    await copyStaged(tx, call, [...records.values()], reference.titles);
    const total = await publish(tx, call, [...records.keys()], input.pointer);
    return { received: records.size, ...total, warnings };
  });
}

/**
 * Under the run's lock: looks for numbers that other calls have staged, then gives the call its place in the order.
 * @param indexes where in the call's list the record of each line stood
 */
async function publish(
  tx: Transaction,
  call: { id: string; runId: string; receivedAt: Date },
  indexes: readonly number[],
  pointer: string,
): Promise<Pick<Transferred, 'staffTransferred' | 'setAside'>> {
  const run = await lockLatestRun(tx);
  assertAllowed(run, 'transfer');
  if (run.id !== call.runId)
    throw new Conflict(
      'The transfer was restarted while this call was under way. Nothing of it was staged: send it again.',
    );
  const errors = await duplicatesStaged(tx, run.id, call.id, indexes, pointer);
  if (errors.length > 0) throw refused(errors);
  await tx.run(
    `insert into staged_call (district_id, id, run_id, first_seq, records, received_at) values ($1, $2, $3, $4, $5, $6)`,
    [tx.districtId, call.id, run.id, run.staffTransferred + run.setAside, indexes.length, call.receivedAt],
  );
  const staffTransferred = run.staffTransferred + indexes.length;
  await tx.run('update sync_run set staff_transferred = $3 where district_id = $1 and id = $2', [
    tx.districtId,
    run.id,
    staffTransferred,
  ]);
  return { staffTransferred, setAside: run.setAside };
}

async function parseAll(ctx: Context, { records: sent, pointer }: Transfer) {
  const seal = (digits: string, staffNumber: string) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, staffNumber), digits);
  const records = new Map<number, StaffRecord>();
  /** What can be read of records that have errors, so that all that is wrong with them is told at once (STAFF-8). */
  const invalid = new Map<number, CodesSent>();
  const numbers = new Map<number, { staffNumber: string }>();
  const errors: FieldError[] = [];
  const warnings: Warning[] = [];
  for (const [index, json] of sent.entries()) {
    if (index > 0 && index % SLICE === 0) await setImmediate();
    const number = numberOf(json);
    if (number) numbers.set(index, { staffNumber: number });
    const parsed = parseNewStaffMember(json, seal);
    if ('errors' in parsed) {
      invalid.set(index, codesSent(json));
      errors.push(...parsed.errors.map((error) => placed(error, pointer, index, number)));
    } else {
      records.set(index, parsed.record);
      warnings.push(...parsed.warnings.map((warning) => pointed(warning, pointer, index)));
    }
  }
  return { records, invalid, numbers, errors, warnings };
}

const numberOf = (json: unknown): string | undefined => {
  const number =
    typeof json === 'object' && json !== null && 'staffNumber' in json ? json.staffNumber : undefined;
  return typeof number === 'string' ? number.trim() : undefined;
};

const placed = (error: FieldError, pointer: string, index: number, staffNumber?: string): FieldError => ({
  ...error,
  pointer: `${pointer}/${index}${error.pointer}`,
  index,
  ...(staffNumber === undefined ? {} : { staffNumber }),
});

const pointed = (warning: Warning, pointer: string, index: number): Warning => ({
  ...warning,
  pointer: `${pointer}/${index}${warning.pointer ?? ''}`,
});

function refused(errors: FieldError[]): Invalid {
  const sorted = errors.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const people = new Set(errors.map((error) => error.index)).size;
  return new Invalid(
    `Nothing of this call was staged: ${people} of its records can't be accepted. Mend them and send the call again.`,
    sorted,
  );
}
