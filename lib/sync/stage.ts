import type { Transaction } from '../../db/client.ts';
import { copyRows } from '../../db/copy.ts';
import type { ReferenceValues } from '../staff/change/campus-state.ts';
import { type StaffRecord, staffNumberKey } from '../staff/record.ts';

/** Copies a call's records into the staging; nobody sees them before the call is published. */
export async function copyStaged(
  tx: Transaction,
  call: { id: string; runId: string },
  records: readonly StaffRecord[],
  titles: ReferenceValues['titles'],
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
    rows(tx.districtId, call, records, titles),
  );
}

function* rows(
  districtId: string,
  call: { id: string; runId: string },
  records: readonly StaffRecord[],
  titles: ReferenceValues['titles'],
) {
  for (const [line, record] of records.entries()) {
    const { ssn, ...rest } = record;
    yield [
      districtId,
      call.id,
      line,
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

/** The codes that the district does not have yet, with this record's description of them; null for none. */
function newTitles({ positions }: StaffRecord, titles: ReferenceValues['titles']): string | null {
  const brought: Record<string, string | null> = {};
  for (const { titleCode, titleDescription } of positions ?? [])
    if (titleCode && !titles.has(titleCode) && !(titleCode in brought)) brought[titleCode] = titleDescription;
  return Object.keys(brought).length > 0 ? JSON.stringify(brought) : null;
}
