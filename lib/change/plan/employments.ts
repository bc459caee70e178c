import type { EmploymentRecord } from '../../record/record.ts';
import type { CampusPerson, Stored } from '../campus-state.ts';
import type { ChangeOf, Why } from '../change.ts';
import { WHY } from './texts.ts';

type StoredEmployment = Stored<'employment'>;
type Match = (sent: EmploymentRecord, stored: StoredEmployment) => boolean;

const sameHire: Match = (sent, stored) => stored.hireDate === sent.hireDate;
/** Two open ends match (EMP-3). */
const sameTermination: Match = (sent, stored) => stored.terminationDate === sent.terminationDate;
const equal: Match = (sent, stored) => sameHire(sent, stored) && sameTermination(sent, stored);

/**
 * EMP-3: equal ones are matched first, one to one. Then each record, in the order sent, is matched with a free one by hire
 * date, else by termination date, else it is created. What HR leaves out is kept.
 */
export function planEmployments(
  sent: readonly EmploymentRecord[],
  person: Pick<CampusPerson, 'id' | 'employments'>,
  newId: () => string,
): ChangeOf<'employment'>[] {
  const free = [...person.employments];
  const take = (record: EmploymentRecord, match: Match): StoredEmployment | undefined => {
    const place = free.findIndex((stored) => match(record, stored));
    return place < 0 ? undefined : free.splice(place, 1)[0];
  };
  const remaining = sent.filter((record) => !take(record, equal));
  return remaining.map((record) => {
    const byHire = take(record, sameHire);
    if (byHire) return updated(byHire, record, WHY.terminationMoved(record.hireDate, record.terminationDate));
    const byTermination = take(record, sameTermination);
    if (byTermination) {
      const why = WHY.hireMoved(record.terminationDate, byTermination.hireDate, record.hireDate);
      return updated(byTermination, record, why);
    }
    return newEmployment(record, person.id, newId());
  });
}

export const newEmployment = (
  { hireDate, terminationDate }: EmploymentRecord,
  personId: string,
  id: string,
): ChangeOf<'employment'> => ({
  table: 'employment',
  op: 'insert',
  id,
  before: null,
  after: { personId, hireDate, terminationDate },
  ...WHY.employmentCreated(hireDate, terminationDate),
});

function updated(stored: StoredEmployment, sent: EmploymentRecord, why: Why): ChangeOf<'employment'> {
  const { id, ...before } = stored;
  const after = { ...before, hireDate: sent.hireDate, terminationDate: sent.terminationDate };
  return { table: 'employment', op: 'update', id, before, after, ...why };
}
