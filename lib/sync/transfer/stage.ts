import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { copyRows } from '../../../db/copy.ts';
import type { ReferenceValues } from '../../change/campus-state.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { SoundRecord } from './intake.ts';

/** Copies a call's records into the staging as they come; nobody sees them before the call is published. */
export async function copyStaged(
  tx: Transaction,
  call: { id: string; runId: string },
  records: AsyncIterable<SoundRecord>,
): Promise<void> {
  await copyRows(
    tx.client,
    'staged_staff',
    [
      'district_id',
      'call_id',
      'line',
      'run_id',
      'staff_number_key',
      'record',
      'ssn_cipher',
      'ssn_index',
      'ssn_last4',
      'new_titles',
    ],
    rows(tx.districtId, call, records),
  );
}

async function* rows(
  districtId: string,
  call: { id: string; runId: string },
  records: AsyncIterable<SoundRecord>,
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
    ];
  }
}

/** Takes records of an unpublished call out again. */
export async function unstage(tx: Transaction, callId: string, lines: readonly number[]): Promise<void> {
  await tx.run('delete from staged_staff where district_id = $1 and call_id = $2 and line = any($3::int[])', [
    tx.districtId,
    callId,
    arrayLiteral(lines),
  ]);
}

/** The codes that the district does not have yet, with this record's description of them; null for none. */
function newTitles({ positions }: StaffRecord, titles: ReferenceValues['titles']): string | null {
  const brought: Record<string, string | null> = {};
  for (const { titleCode, titleDescription } of positions ?? [])
    if (titleCode && !titles.has(titleCode) && !(titleCode in brought)) brought[titleCode] = titleDescription;
  return Object.keys(brought).length > 0 ? JSON.stringify(brought) : null;
}
