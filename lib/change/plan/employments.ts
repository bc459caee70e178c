import type { EmploymentRecord } from '../../record/record.ts';
import type { CampusPerson, Stored } from '../campus-state.ts';
import type { ChangeOf, Why } from '../change.ts';

type StoredEmployment = Stored<'employment'>;
type Match = (sent: EmploymentRecord, stored: StoredEmployment) => boolean;

const sameHire: Match = (sent, stored) => stored.hireDate === sent.hireDate;
/** Two open ends match (EMP-3). */
const sameTermination: Match = (sent, stored) => stored.terminationDate === sent.terminationDate;
const equal: Match = (sent, stored) => sameHire(sent, stored) && sameTermination(sent, stored);

/**
 * EMP-3: equal ones first, one to one; then each record in the order sent meets one that has not been met, by hire date,
 * else by termination date, else it is created. What HR leaves out is kept.
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
    if (byHire) return updated(byHire, record, hireReason(record));
    const byTermination = take(record, sameTermination);
    if (byTermination) return updated(byTermination, record, terminationReason(byTermination, record));
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
  rule: 'EMP-3',
  reason: `No employment in Campus begins on ${hireDate} or ends ${ending(terminationDate)}: it is created.`,
});

function updated(stored: StoredEmployment, sent: EmploymentRecord, why: Why): ChangeOf<'employment'> {
  const { id, ...before } = stored;
  const after = { ...before, hireDate: sent.hireDate, terminationDate: sent.terminationDate };
  return { table: 'employment', op: 'update', id, before, after, ...why };
}

const hireReason = ({ hireDate, terminationDate }: EmploymentRecord): Why => ({
  rule: 'EMP-3',
  reason: `Same hire date ${hireDate}: the termination date becomes ${terminationDate ?? 'none'}.`,
});

const terminationReason = (stored: StoredEmployment, sent: EmploymentRecord): Why => ({
  rule: 'EMP-3',
  reason: `Both end ${ending(sent.terminationDate)}: the hire date ${stored.hireDate} becomes ${sent.hireDate}.`,
});

const ending = (date: string | null): string => (date === null ? 'openly' : `on ${date}`);
