import type { Transaction } from '../../../db/client.ts';
import { copyRows } from '../../../db/copy.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import type { ReferenceValues } from '../../change/campus-state.ts';
import { maskDigits } from '../../error-log/mask-text.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { ValidRecord } from './intake.ts';

const COLUMNS = [
  ...(['districtId', 'callId', 'line', 'runId', 'staffNumberKey', 'record', 'sent'] as const),
  ...(['ssnCipher', 'ssnIndex', 'ssnLast4', 'newTitles'] as const),
] as const;

/**
 * Copies a call's records into the staging as they come; nobody sees them before the call is published.
 * @returns how many there were
 */
export function copyStaged(
  tx: Transaction,
  call: { id: string; runId: string },
  records: AsyncIterable<ValidRecord>,
): Promise<number> {
  return copyRows(tx, stagedStaff, COLUMNS, rows(tx.districtId, call, records));
}

async function* rows(
  districtId: string,
  call: { id: string; runId: string },
  records: AsyncIterable<ValidRecord>,
) {
  for await (const { index, sent, record, titles } of records) {
    const { ssn, ...rest } = record;
    yield [
      districtId,
      call.id,
      index,
      call.runId,
      staffNumberKey(record.staffNumber),
      JSON.stringify(ssn === null ? { ...rest, ssn } : rest),
      JSON.stringify(withoutSsn(sent as { ssn?: unknown })),
      ssn?.cipher ?? null,
      ssn?.index ?? null,
      ssn?.last4 ?? null,
      newTitles(record, titles),
    ] as const;
  }
}

/** The form in which the SSN was sent stays visible (ERR-3). */
const withoutSsn = (sent: { ssn?: unknown }) =>
  typeof sent.ssn === 'string' ? { ...sent, ssn: maskDigits(sent.ssn) } : sent;

/** The codes that the district does not have yet, with this record's description of them; null for none. */
function newTitles({ positions }: StaffRecord, titles: ReferenceValues['titles']): string | null {
  const brought: Record<string, string | null> = {};
  for (const { titleCode, titleDescription } of positions ?? [])
    if (titleCode && !titles.has(titleCode) && !(titleCode in brought)) brought[titleCode] = titleDescription;
  return Object.keys(brought).length > 0 ? JSON.stringify(brought) : null;
}
