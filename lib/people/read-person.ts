import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { personName } from '../../db/person-name.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { identity, person } from '../../db/schema/person.ts';
import type { CampusPerson } from '../change/campus-state.ts';
import { loadPeopleWhole } from '../change/load/load-campus-state.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { staffNumberKey } from '../record/record.ts';
import { staffMembers } from '../staff/read-staff.ts';
import type { Person } from './person.ts';
import { fieldsWritten, rowWritten, takenOver } from './provenance.ts';
import { personHistory } from './read-history.ts';
import { PEOPLE_TEXTS } from './texts.ts';
import { currentUnlock } from './unlock/current-unlock.ts';
import { listDrift } from './unlock/drift.ts';

/** More than a page needs. For older entries the answer only says that they exist. */
const MAX_ENTRIES = 200;

const peopleWithNumber = defineQuery(
  'other people with a staff number',
  (orm, p: Params<{ key: string; id: string }>) =>
    orm
      .select({ id: person.id, name: personName })
      .from(person)
      .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current))
      .where(and(inDistrict(person), eq(person.staffNumberKey, p.key), ne(person.id, p.id)))
      .orderBy(personName, person.id)
      .limit(20),
);

/**
 * A staff member by id, complete or not, with who wrote what (RO-2).
 * @param edited the person was just edited, and is read even if they are no longer staff
 * @throws NotFound, also for a person who is not staff
 */
export const readPerson = (ctx: Context, { id, edited }: { id: string; edited?: boolean }): Promise<Person> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const person = (await loadPeopleWhole(ctx, tx, [id])).get(id);
    if (!person || !(edited || isStaff(person))) throw new NotFound(PEOPLE_TEXTS.noSuchStaffMember());
    const [[member], history, sameNumber, unlock] = await Promise.all([
      staffMembers(ctx, tx, [id]),
      personHistory(tx, id, MAX_ENTRIES + 1),
      othersWithNumber(tx, person),
      currentUnlock(tx, id, ctx.now),
    ]);
    if (!member) throw new NotFound(PEOPLE_TEXTS.noSuchStaffMember());
    const shown = history.slice(0, MAX_ENTRIES);
    const at = person.hrManagedAt;
    return {
      ...member,
      rev: person.rev,
      hrManaged: at === null ? null : { at, by: takenOver(history) },
      unlock: at === null ? null : unlock,
      drift: at === null ? [] : listDrift(person),
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
      moreHistory: history.length > MAX_ENTRIES,
    };
  });

/** "Staff by a Local Staff Number, a District Employment or a District Assignment." */
const isStaff = ({ staffNumber, employments, positions }: CampusPerson): boolean =>
  Boolean(staffNumber?.trim()) || employments.length > 0 || positions.length > 0;

async function othersWithNumber(tx: Transaction, { id, staffNumber }: CampusPerson) {
  const key = staffNumberKey(staffNumber ?? '');
  if (key === '') return [];
  return peopleWithNumber(tx, { key, id });
}
