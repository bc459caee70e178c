import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { plannedAnew } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json, ONE, TRUE } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person } from '../../../db/schema/person.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import { withCurrentIndex } from '../../crypto/seal-ssn.ts';
import { emailsOf, fingerprintOf, phonesOf } from '../../likeness/fingerprint-of.ts';
import type { Fingerprint } from '../../likeness/likeness.ts';
import { withKeptAddresses } from '../../likeness/with-kept-addresses.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import { nameKey } from '../../text/name-key.ts';

/** A record of HR's whose number nobody in Campus has. */
export interface HrRecord {
  staffNumber: string;
  /** Last, First */
  name: string;
  fingerprint: Fingerprint;
}

/** Names and birth dates of which a record has one. */
export interface Alike {
  lastNameKeys: readonly string[];
  birthDates: readonly string[];
}

/** Of a text of JSON that we wrote: reading it as JSON would take three times as long, for a whole feed. */
const textOf = (record: SQL, name: string) =>
  sql`substring(${record} from ${sql.raw(`'"${name}":"([^"]*)"'`)})`;

/** A page has at most a hundred people. */
const MAX_ALIKE = 5_000;

const isStaged = defineQuery('whether anything is staged', (orm) =>
  orm
    .select(ONE)
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), isNotNull(stagedCall.firstSeq)))
    .limit(1),
);

const stagedAlike = defineQuery('similar staged records, whose number is free', (orm, p: Params<Alike>) => {
  const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
  return orm
    .select({ record: columns.record, index: columns.ssnIndex, cipher: columns.ssnCipher })
    .from(stagedCall)
    .innerJoin(stagedStaff, and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)))
    .leftJoinLateral(known, TRUE)
    .leftJoin(person, and(inDistrict(person), eq(person.staffNumberKey, stagedStaff.staffNumberKey)))
    .where(
      and(
        inDistrict(stagedCall),
        isNotNull(stagedCall.firstSeq),
        isNull(person.id),
        or(
          sql`app.name_key(${textOf(columns.record, 'lastName')}) = any(${p.lastNameKeys}::text[])`,
          sql`${textOf(columns.record, 'birthDate')} = any(${p.birthDates}::text[])`,
        ),
      ),
    )
    .limit(MAX_ALIKE);
});

/** What the report keeps of a record that matched nobody. */
interface Reported {
  lastName: string | null;
  firstName: string | null;
  birthDate: string | null;
  workEmail: string | null;
  workPhone: string | null;
}

const committedAlike = defineQuery('similar records of the last committed feed', (orm, p: Params<Alike>) => {
  const lastCommit = orm
    .select({ validationId: syncRun.validationId })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'synchronization'), eq(syncRun.status, 'committed')))
    .orderBy(desc(syncRun.committedAt), desc(syncRun.id))
    .limit(1);
  return orm
    .select({ staffNumber: sql<string>`${difference.staffNumber}`, hr: json<Reported>(difference.hr) })
    .from(difference)
    .leftJoin(
      person,
      and(inDistrict(person), sql`${person.staffNumberKey} = lower(btrim(${difference.staffNumber}))`),
    )
    .where(
      and(
        inDistrict(difference),
        sql`${difference.validationId} = (${lastCommit})`,
        inArray(difference.section, ['hrNotInCampus', 'errors']),
        isNotNull(difference.staffNumber),
        isNull(person.id),
        or(
          sql`app.name_key(${difference.hr} ->> 'lastName') = any(${p.lastNameKeys}::text[])`,
          sql`${difference.hr} ->> 'birthDate' = any(${p.birthDates}::text[])`,
        ),
      ),
    )
    .limit(MAX_ALIKE);
});

/**
 * The records of HR's newest feed that have one of these names or birth dates, and whose number is free. The staging is
 * emptied when another synchronization begins: until something is staged, the report of the last committed one has them.
 */
export const recordsAlike = async (ctx: Context, tx: Transaction, alike: Alike): Promise<HrRecord[]> =>
  (await isStaged.first(tx)) ? staged(ctx, tx, alike) : (await committedAlike(tx, alike)).map(reported);

async function staged(ctx: Context, tx: Transaction, alike: Alike): Promise<HrRecord[]> {
  const found = await plannedAnew(tx, () => stagedAlike(tx, alike));
  const records = found.map(({ record, index, cipher }) => {
    const read = JSON.parse(record) as StaffRecord;
    if (!index || !cipher) return read;
    const place = ssnInTransit(ctx.district.id, read.staffNumber);
    return { ...read, ssn: withCurrentIndex(ctx.keys, place, { cipher, index, last4: '' }) };
  });
  const fingerprints = await withKeptAddresses(tx, records.map(fingerprintOf));
  return records.map(({ staffNumber, demographics: { lastName, firstName } }, i) => ({
    staffNumber,
    name: `${lastName}, ${firstName}`,
    fingerprint: fingerprints[i] as Fingerprint,
  }));
}

const reported = ({ staffNumber, hr }: { staffNumber: string; hr: Reported }): HrRecord => ({
  staffNumber,
  name: `${hr.lastName ?? ''}, ${hr.firstName ?? ''}`,
  fingerprint: {
    names: [{ last: nameKey(hr.lastName ?? ''), first: nameKey(hr.firstName ?? '') }],
    birthDate: hr.birthDate ?? null,
    ssn: null,
    emails: emailsOf([hr.workEmail]),
    phones: phonesOf([hr.workPhone]),
    addresses: [],
  },
});
