import type { FieldDrift, RowDrift } from '../../../db/schema/notice.ts';
import type { Warning } from '../../failure.ts';
import type { DemographicField, EmploymentRecord, StaffRecord } from '../../record/record.ts';
import type { CampusPerson, Stored } from '../campus-state.ts';
import type { Change } from '../change.ts';
import { PLAN_TEXTS } from './messages.ts';

const NOTHING_MERGED = { warnings: [], settles: [] };

/** RO-4: HR's next call or commit says which addresses were merged, once. */
export function mergedNotices({ notices = [] }: CampusPerson): { warnings: Warning[]; settles: string[] } {
  if (notices.length === 0) return NOTHING_MERGED;
  const merged = notices.filter((notice) => notice.kind === 'addressMerged');
  return {
    warnings: merged.map(({ detail: { dropped, kept } }) => ({
      code: 'addressMerged',
      message: PLAN_TEXTS.addressMerged(dropped, kept),
    })),
    settles: merged.map(({ id }) => id),
  };
}

/**
 * What was changed during an emergency unlock and this record says again (RO-5): from here on Campus holds what HR sent. A
 * value that HR left out is still drift. Pure.
 *
 * @param record undefined for a call that sends a single position
 * @param matched ids of positions that HR sent as they are
 */
export function settledDrift(
  person: CampusPerson,
  record: StaffRecord | undefined,
  changes: readonly Change[],
  matched: readonly string[] = [],
): string[] {
  if (!person.notices) return [];
  const written = new Set([...matched, ...changes.map(({ id }) => id)]);
  return person.notices.flatMap((notice) => {
    if (notice.kind === 'addressMerged') return [];
    const settled =
      notice.kind === 'fieldDrift'
        ? record !== undefined && isSent(notice.detail, record)
        : written.has(notice.detail.rowId) ||
          (record !== undefined && isListed(notice.detail, person, record));
    return settled ? [notice.id] : [];
  });
}

function isSent({ field }: FieldDrift, record: StaffRecord): boolean {
  if (field === 'staffNumber') return !record.staffNumberLeftOut;
  if (field === 'ssn') return record.ssn !== undefined;
  return record.demographics[field as DemographicField] !== undefined;
}

/** HR's positions are all of them (POS-10). Employments that HR leaves out are kept (EMP-3), so those still differ. */
function isListed(
  { table, rowId }: RowDrift,
  { employments }: CampusPerson,
  { positions, employments: sent }: StaffRecord,
): boolean {
  if (table === 'districtAssignment') return positions !== undefined;
  if (!sent) return false;
  const row = employments.find(({ id }) => id === rowId);
  return !row || sent.some((one) => sameDates(one, row));
}

const sameDates = (sent: EmploymentRecord, row: Stored<'employment'>): boolean =>
  sent.hireDate === row.hireDate && sent.terminationDate === row.terminationDate;
