import type { EmploymentRecord } from '../../record/record.ts';
import type { PersonEntry } from './leads.ts';
import { kindOf, periodBefore, periodOf } from './period.ts';
import type { EmploymentItem } from './schema.ts';

/** An employment of a new person. */
export const newEmployment = ({ hireDate, terminationDate }: EmploymentRecord): EmploymentItem => ({
  kind: 'added',
  period: periodOf({ from: hireDate, to: terminationDate }),
  was: null,
});

export function employmentItem({ campus, hr }: PersonEntry): EmploymentItem {
  const is = datesOf(hr);
  if (!campus) return { kind: 'added', period: periodOf(is), was: null };
  const was = datesOf(campus);
  return { kind: kindOf(was, is), period: periodOf(is), was: periodBefore(was, is) };
}

const datesOf = (side: PersonEntry['hr']) => ({
  from: side?.hireDate ?? null,
  to: side?.terminationDate ?? null,
});
