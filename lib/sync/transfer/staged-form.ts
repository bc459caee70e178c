import type { ReferenceValues } from '../../change/campus-state.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import type { StaffRecord } from '../../record/record.ts';

/** What is staged of a record that was read. Few texts: thousands of records wait for their turn, and each object that waits is copied. */
export interface StagedForm {
  staffNumber: string;
  /** JSON of the `StaffRecord`, without its SSN. */
  record: string;
  /** JSON as HR sent it (ERR-3). Each digit of the SSN is an asterisk, so the form in which it was sent stays visible. */
  sent: string;
  /** Null for none, undefined where it was left out (STAFF-7). */
  ssn: SealedSsn | null | undefined;
  /** Title codes, each with HR's first description of it; undefined for none. */
  titles: ReadonlyMap<string, string | null> | undefined;
}

/** @param sent as HR sent it: an object, because it was read as `record` */
export const stagedForm = (record: StaffRecord, sent: unknown): StagedForm => ({
  staffNumber: record.staffNumber,
  record: textOf(record),
  sent: JSON.stringify(withoutSsn(sent as { ssn?: unknown })),
  ssn: record.ssn,
  titles: titlesOf(record),
});

const textOf = ({ ssn, ...rest }: StaffRecord): string =>
  JSON.stringify(ssn === null ? { ...rest, ssn } : rest);

const withoutSsn = (sent: { ssn?: unknown }) =>
  typeof sent.ssn === 'string' ? { ...sent, ssn: sent.ssn.replace(/\d/g, '*') } : sent;

function titlesOf({ positions }: StaffRecord): StagedForm['titles'] {
  let titles: Map<string, string | null> | undefined;
  for (const { titleCode, titleDescription } of positions ?? []) {
    if (!titleCode || titles?.has(titleCode)) continue;
    titles ??= new Map();
    titles.set(titleCode, titleDescription);
  }
  return titles;
}

/** The codes that the district does not have yet, with this record's description of them, as JSON; null for none. */
export function newTitles({ titles }: StagedForm, known: ReferenceValues['titles']): string | null {
  const brought = [...(titles ?? [])].filter(([code]) => !known.has(code));
  return brought.length > 0 ? JSON.stringify(Object.fromEntries(brought)) : null;
}
