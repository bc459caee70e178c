import { and, count, eq, exists, gt, inArray, isNotNull, notExists, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ONE, ZERO } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { districtAssignment, employment, identity, person } from '../../db/schema/person.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../db/schema/staging.ts';
import { syncRun } from '../../db/schema/sync.ts';
import type { NewEntry } from './difference-writer.ts';
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

/** Each person is looked up in the staging by itself (`ZERO`): the planner knows nothing of a staging just filled. */
const staffNotInStaging = defineQuery(
  'Campus staff who are not staged, after a person',
  (orm, p: Params<{ runId: string; after: string; limit: number }>) => {
    const employed = orm
      .select(ONE)
      .from(employment)
      .where(and(inDistrict(employment), eq(employment.personId, person.id)));
    const assigned = orm
      .select(ONE)
      .from(districtAssignment)
      .where(and(inDistrict(districtAssignment), eq(districtAssignment.personId, person.id)));
    const staged = orm
      .select(ONE)
      .from(stagedStaff)
      .innerJoin(
        stagedCall,
        and(inDistrict(stagedCall), eq(stagedCall.id, stagedStaff.callId), isNotNull(stagedCall.firstSeq)),
      )
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.runId, p.runId),
          eq(stagedStaff.staffNumberKey, person.staffNumberKey),
        ),
      )
      .offset(ZERO);
    const nobodySetAside = orm
      .select({ none: sql<boolean>`${syncRun.setAside} = 0` })
      .from(syncRun)
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId)));
    const setAside = orm
      .select(ONE)
      .from(setAsideStaff)
      .innerJoin(
        stagedCall,
        and(inDistrict(stagedCall), eq(stagedCall.id, setAsideStaff.callId), isNotNull(stagedCall.firstSeq)),
      )
      .where(
        and(
          inDistrict(setAsideStaff),
          eq(setAsideStaff.runId, p.runId),
          eq(setAsideStaff.staffNumberKey, person.staffNumberKey),
        ),
      )
      .offset(ZERO);
    return peopleShown(orm)
      .where(
        and(
          inDistrict(person),
          gt(person.id, p.after),
          or(isNotNull(person.staffNumberKey), exists(employed), exists(assigned)),
          notExists(staged),
          or(sql`${nobodySetAside}`, notExists(setAside)),
        ),
      )
      .orderBy(person.id)
      .limit(p.limit);
  },
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

/** Everyone who is staff and is not in the feed, with or without a number (VAL-1): at most `limit` people after the id `after`. */
export async function campusStaffNotInHr(
  tx: Transaction,
  input: { runId: string; after: string; limit: number },
): Promise<NewEntry[]> {
  const people = await staffNotInStaging(tx, input);
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
