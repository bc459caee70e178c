import type { Transaction } from '../../../db/client.ts';
import { keysOf } from '../../../db/columns-of.ts';
import { rowWriter } from '../../../db/rows.ts';
import { person } from '../../../db/schema/person.ts';
import { resealSsn } from '../../crypto/seal-ssn.ts';
import { ssnInTransit, ssnOfPerson } from '../../record/ssn-place.ts';
import { CampusChanged } from '../campus-changed.ts';
import { type Change, marksOnly } from '../change.ts';
import { COLUMNS } from '../columns.ts';
import { type PersonRow, toColumns } from '../person-row.ts';
import type { PlannedPerson } from '../planned-person.ts';
import type { Writer } from '../writer.ts';
import { dropNotices } from './settle-notices.ts';

const people = rowWriter(person, ['rev', ...keysOf(COLUMNS.person), 'updatedAt']);
/** People that HR only takes over (RO-1): one column instead of the whole row. */
const marks = rowWriter(person, ['id', 'rev', 'hrManagedAt', 'updatedAt']);
const revisions = rowWriter(person, ['id', 'rev', 'updatedAt']);

type Created = Parameters<typeof people.insert>[1][number];
type Marked = Parameters<typeof marks.update>[1][number];
type Revised = Parameters<typeof revisions.update>[1][number];

/**
 * Creates and updates the people of a batch. Every plan raises its person's `rev`, also when only other tables change.
 * @throws CampusChanged when the `rev` is no longer the one the plan was made from.
 */
export async function writePeople(
  tx: Transaction,
  writer: Writer,
  plans: readonly PlannedPerson[],
): Promise<void> {
  const created: Created[] = [];
  const updated: Created[] = [];
  const marked: Marked[] = [];
  const touched: Revised[] = [];
  for (const plan of plans) {
    const change = plan.changes.find((candidate) => candidate.table === 'person');
    const revised = { id: plan.personId, rev: plan.rev ?? 1, updatedAt: writer.now };
    if (!change?.after) touched.push(revised);
    else if (marksOnly(change)) marked.push({ ...revised, hrManagedAt: change.after.hrManagedAt });
    else
      (change.op === 'insert' ? created : updated).push(row(tx, writer, plan, change.after, change.before));
  }
  await people.insert(tx, created);
  const written = [
    ...(await people.update(tx, updated)),
    ...(await marks.update(tx, marked)),
    ...(await revisions.update(tx, touched)),
  ];
  if (written.length !== updated.length + marked.length + touched.length)
    throw new CampusChanged('a person was changed meanwhile');
}

/** @throws CampusChanged when one of them is not there */
export async function removePeople(tx: Transaction, removals: readonly Pick<Change, 'id'>[]): Promise<void> {
  const ids = removals.map(({ id }) => id);
  await dropNotices(tx, ids);
  const removed = await people.remove(tx, ids);
  if (removed !== ids.length) throw new CampusChanged('a person was removed meanwhile');
}

/** The row as stored. An SSN that HR sent was sealed in transit, for nobody's row: here it is sealed for its own. */
function row(
  tx: Transaction,
  writer: Writer,
  { personId, rev, staffNumber }: PlannedPerson,
  after: PersonRow,
  before: PersonRow | null,
): Created {
  const wanted = after.ssn;
  const sent = wanted && wanted !== before?.ssn;
  const ssn = sent
    ? resealSsn(
        writer.keys,
        wanted,
        ssnInTransit(tx.districtId, staffNumber),
        ssnOfPerson(tx.districtId, personId),
      )
    : wanted;
  return {
    ...toColumns({ ...after, ssn }),
    id: personId,
    // A restored person continues with the rev of their last journal entry.
    rev: before ? (rev ?? 1) : (rev ?? 0) + 1,
    updatedAt: writer.now,
  };
}
