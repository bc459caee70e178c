import type { Transaction } from '../../db/client.ts';
import type { CampusPerson } from '../change/campus-state.ts';
import { loadPeopleWhole } from '../change/load/load-campus-state.ts';
import { todayOf } from '../change/plan/new-batch.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { staffNumberKey } from '../record/record.ts';
import { staffMembers } from '../staff/read-staff.ts';
import { personHistory } from './history.ts';
import type { Person } from './person.ts';
import { fieldsWritten, rowWritten, takenOver } from './provenance.ts';

/** More than anybody's page needs; older entries are only told of. */
const HISTORY = 200;

/**
 * A staff member by id, complete or not, with who wrote what (RO-2).
 * @param edited just edited: then shown even if the edit left nothing that makes them staff
 * @throws NotFound, also for who is no staff
 */
export const readPerson = (ctx: Context, { id, edited }: { id: string; edited?: boolean }): Promise<Person> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const person = (await loadPeopleWhole(tx, [id], todayOf(ctx))).get(id);
    if (!person || !(edited || isStaff(person)))
      throw new NotFound('There is no such staff member in this district.');
    const [[member], history, sameNumber] = await Promise.all([
      staffMembers(ctx, tx, [id]),
      personHistory(tx, id, HISTORY + 1),
      othersWithNumber(tx, person),
    ]);
    if (!member) throw new NotFound('There is no such staff member in this district.');
    const shown = history.slice(0, HISTORY);
    const at = person.hrManagedAt;
    return {
      ...member,
      rev: person.rev,
      hrManaged: at === null ? null : { at, by: takenOver(history) },
      employments: person.employments
        .map(({ id, hireDate, terminationDate }) => ({
          id,
          hireDate,
          terminationDate,
          written: rowWritten(history, id),
        }))
        .sort((a, b) => (a.hireDate < b.hireDate ? 1 : -1)),
      positions: member.positions.map((position) => ({
        ...position,
        links: person.positions.find((stored) => stored.id === position.id)?.links ?? [],
        written: rowWritten(history, position.id),
      })),
      written: fieldsWritten(history, person),
      sameNumber,
      history: shown.map(({ origin: _, ...entry }) => entry),
      moreHistory: history.length > HISTORY,
    };
  });

/** "Staff by a Local Staff Number, a District Employment or a District Assignment." */
const isStaff = ({ staffNumber, employments, positions }: CampusPerson): boolean =>
  Boolean(staffNumber?.trim()) || employments.length > 0 || positions.length > 0;

async function othersWithNumber(tx: Transaction, { id, staffNumber }: CampusPerson) {
  const key = staffNumberKey(staffNumber ?? '');
  if (key === '') return [];
  return tx.rows<{ id: string; name: string }>(
    `select p.id, i.last_name || ', ' || i.first_name as name
       from person p join identity i on i.district_id = $1 and i.person_id = p.id and i.current
      where p.district_id = $1 and p.staff_number_key = $2 and p.id <> $3
      order by name, p.id limit 20`,
    [tx.districtId, key, id],
  );
}
