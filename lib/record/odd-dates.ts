import type { Warning } from '../failure.ts';
import type { EmploymentRecord, PositionRecord, StaffRecord } from './record.ts';
import { RECORD_TEXTS } from './texts.ts';

/** Dates that are accepted as sent but look wrong (EMP-2, POS-3). */
export const oddDates = (record: Pick<StaffRecord, 'employments' | 'positions'>): Warning[] => [
  ...oddEmployments(record.employments ?? []),
  ...(record.positions ?? []).flatMap((position, index) => oddPosition(position, `/positions/${index}`)),
];

export function oddPosition({ startDate, endDate }: PositionRecord, at: string): Warning[] {
  if (endDate === null || endDate >= startDate) return [];
  return [
    {
      code: 'endBeforeStart',
      message: RECORD_TEXTS.endBeforeStart('position', endDate, startDate),
      pointer: `${at}/endDate`,
    },
  ];
}

function oddEmployments(employments: EmploymentRecord[]): Warning[] {
  return employments.flatMap((employment, index) => {
    const at = `/employments/${index}`;
    const other = employments.slice(0, index).find((earlier) => overlap(employment, earlier));
    return [...oddEmployment(employment, at), ...(other ? [overlapWarning(employment, other, at)] : [])];
  });
}

function oddEmployment({ hireDate, terminationDate }: EmploymentRecord, at: string): Warning[] {
  if (terminationDate === null || terminationDate >= hireDate) return [];
  const message = RECORD_TEXTS.terminationBeforeHire(terminationDate, hireDate);
  return [{ code: 'terminationBeforeHire', message, pointer: `${at}/terminationDate` }];
}

const overlap = (one: EmploymentRecord, other: EmploymentRecord): boolean =>
  (one.terminationDate === null || one.terminationDate >= other.hireDate) &&
  (other.terminationDate === null || other.terminationDate >= one.hireDate);

const overlapWarning = (one: EmploymentRecord, other: EmploymentRecord, at: string): Warning => ({
  code: 'employmentsOverlap',
  message: RECORD_TEXTS.employmentsOverlap(other.hireDate, one.hireDate),
  pointer: `${at}/hireDate`,
});
