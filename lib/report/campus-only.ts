import { and, count, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { identity, person } from '../../db/schema/person.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../db/schema/staging.ts';
import type { NewEntry } from './difference-writer.ts';
import { staffWithoutNumber } from './staff-without-number.ts';
import { REPORT_WHY } from './texts.ts';

/** What the report shows of a person that only Campus has, or who shares a number: the demographic columns (VAL-2). */
const SHOWN_COLUMNS = {
  id: person.id,
  staffNumber: person.staffNumber,
  lastName: identity.lastName,
  firstName: identity.firstName,
  middleName: identity.middleName,
  gender: person.gender,
  workEmail: person.workEmail,
  workPhone: person.workPhone,
  birthDate: person.birthDate,
};

const peopleShown = (orm: Orm) =>
  orm
    .select(SHOWN_COLUMNS)
    .from(person)
    .leftJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current));

/**
 * One pass over both sides. Looked up person by person, this took 1.4 s of a validation of 100,000; a `not in` reads the
 * whole list for each person where Postgres expects it to be too long for a hash, and it knows nothing of a staging just filled.
 */
const numbersOnlyInCampus = defineQuery(
  'staff numbers that only Campus has',
  (orm, p: Params<{ runId: string }>) => {
    const inCampus = orm
      .select({ key: sql<string>`${person.staffNumberKey}`.as('key') })
      .from(person)
      .where(and(inDistrict(person), isNotNull(person.staffNumberKey)));
    const staged = orm
      .select({ key: sql<string>`${stagedStaff.staffNumberKey}`.as('key') })
      .from(stagedCall)
      .innerJoin(stagedStaff, and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)))
      .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId), isNotNull(stagedCall.firstSeq)));
    const setAside = orm
      .select({ key: sql<string>`${setAsideStaff.staffNumberKey}`.as('key') })
      .from(stagedCall)
      .innerJoin(setAsideStaff, and(inDistrict(setAsideStaff), eq(setAsideStaff.callId, stagedCall.id)))
      .where(
        and(
          inDistrict(stagedCall),
          eq(stagedCall.runId, p.runId),
          isNotNull(stagedCall.firstSeq),
          isNotNull(setAsideStaff.staffNumberKey),
        ),
      );
    return inCampus.except(staged).except(setAside);
  },
);

const idsOfNumbers = defineQuery(
  'people with these staff numbers',
  (orm, p: Params<{ keys: readonly string[] }>) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(and(inDistrict(person), isOneOf(person.staffNumberKey, p.keys))),
);

const idsWithoutNumber = defineQuery('staff without a number', (orm) => staffWithoutNumber(orm));

const shownOf = defineQuery('people as the report shows them', (orm, p: Params<{ ids: readonly string[] }>) =>
  peopleShown(orm)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids)))
    .orderBy(person.id),
);

const peopleSharingNumbers = defineQuery('people who share a staff number', (orm) => {
  const shared = orm
    .select({ key: person.staffNumberKey })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.staffNumberKey)))
    .groupBy(person.staffNumberKey)
    .having(gt(count(), 1));
  return peopleShown(orm)
    .where(and(inDistrict(person), inArray(person.staffNumberKey, shared)))
    .orderBy(person.staffNumberKey, person.id);
});

type Shown = Awaited<ReturnType<typeof peopleSharingNumbers>>[number];

/** The ids, in order, of everyone who is staff and is not in the feed, with or without a number (VAL-1). */
export async function campusStaffNotInHr(tx: Transaction, runId: string): Promise<string[]> {
  const keys = (await numbersOnlyInCampus(tx, { runId })).map(({ key }) => key);
  const numbered = keys.length > 0 ? await idsOfNumbers(tx, { keys }) : [];
  const people = [...numbered, ...(await idsWithoutNumber(tx))];
  return people.map(({ id }) => id).sort();
}

/** What the report says of people whom HR does not send; of those who have been removed meanwhile, nothing. */
export async function campusOnlyEntries(tx: Transaction, ids: readonly string[]): Promise<NewEntry[]> {
  const people = await shownOf(tx, { ids });
  return people.map((row) => entry(row, 'campusNotInHr', REPORT_WHY.onlyInCampus()));
}

/** Everyone in Campus whose staff number somebody else has too, ignoring case and blanks (STAFF-1, CHK-1). */
export async function duplicateNumbers(tx: Transaction): Promise<NewEntry[]> {
  const people = await peopleSharingNumbers(tx);
  return people.map((row) => entry(row, 'duplicateStaffNumbers', REPORT_WHY.sharedNumber()));
}

const entry = ({ id, ...campus }: Shown, section: NewEntry['section'], why: NewEntry['why']): NewEntry => ({
  counted: true,
  section,
  personId: id,
  staffNumber: campus.staffNumber,
  campus,
  hr: null,
  fields: [],
  why,
});
