import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { copyRows } from '../../../db/copy.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import type { ReferenceValues } from '../../change/campus-state.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { ValidRecord } from './intake.ts';

const COLUMNS = [
  ...(['districtId', 'callId', 'line', 'runId', 'staffNumberKey', 'record'] as const),
  ...(['ssnCipher', 'ssnIndex', 'ssnLast4', 'newTitles'] as const),
] as const;

/** Copies a call's records into the staging as they come; nobody sees them before the call is published. */
export async function copyStaged(
  tx: Transaction,
  call: { id: string; runId: string },
  records: AsyncIterable<ValidRecord>,
): Promise<void> {
  await copyRows(tx, stagedStaff, COLUMNS, rows(tx.districtId, call, records));
}

async function* rows(
  districtId: string,
  call: { id: string; runId: string },
  records: AsyncIterable<ValidRecord>,
) {
  for await (const { index, record, titles } of records) {
    const { ssn, ...rest } = record;
    yield [
      districtId,
      call.id,
      index,
      call.runId,
      staffNumberKey(record.staffNumber),
      JSON.stringify(ssn === null ? { ...rest, ssn } : rest),
      ssn?.cipher ?? null,
      ssn?.index ?? null,
      ssn?.last4 ?? null,
      newTitles(record, titles),
    ] as const;
  }
}

const removeLines = defineCommand(
  'remove lines of an unpublished call',
  (orm, p: Params<{ callId: string; lines: readonly number[] }>) =>
    orm
      .delete(stagedStaff)
      .where(
        and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId), isOneOf(stagedStaff.line, p.lines)),
      ),
);

/** Removes records of an unpublished call again. */
export async function unstage(tx: Transaction, callId: string, lines: readonly number[]): Promise<void> {
  await removeLines(tx, { callId, lines });
}

/** The codes that the district does not have yet, with this record's description of them; null for none. */
function newTitles({ positions }: StaffRecord, titles: ReferenceValues['titles']): string | null {
  const brought: Record<string, string | null> = {};
  for (const { titleCode, titleDescription } of positions ?? [])
    if (titleCode && !titles.has(titleCode) && !(titleCode in brought)) brought[titleCode] = titleDescription;
  return Object.keys(brought).length > 0 ? JSON.stringify(brought) : null;
}
