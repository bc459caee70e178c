import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { TOOL_RIGHTS } from '../../lib/access/rights.ts';
import { verifyPassword } from '../../lib/auth/passwords.ts';
import { hr } from '../../lib/change/testing/hr.ts';
import type { Context } from '../../lib/context.ts';
import { DistrictExists } from '../../lib/district/open-district.ts';
import { findLikely } from '../../lib/likeness/find-likely.ts';
import { fingerprintOf } from '../../lib/likeness/fingerprint-of.ts';
import { newId } from '../../lib/new-id.ts';
import { openSecret } from '../../lib/oauth/credentials.ts';
import { staffNumberKey } from '../../lib/record/record.ts';
import { openTable } from '../../lib/staff-file/open-table.ts';
import { workbookOf } from '../../lib/staff-file/testing/workbook.ts';
import { startSync } from '../../lib/sync/run/start.ts';
import { CSV_TYPE, XLSX_TYPE } from '../../lib/sync/upload/file-types.ts';
import { checkDraft } from '../../lib/sync/wizard/check.ts';
import { chooseForDraft } from '../../lib/sync/wizard/choose.ts';
import { createDraft, myDraft } from '../../lib/sync/wizard/draft.ts';
import { lookAtDraft } from '../../lib/sync/wizard/look.ts';
import { fileMappingSchema } from '../../lib/sync/wizard/schema.ts';
import { transferDraft } from '../../lib/sync/wizard/transfer-draft.ts';
import { valuesOfDraft } from '../../lib/sync/wizard/values.ts';
import { type Database, openDatabase } from '../client.ts';
import type { DistrictId } from '../district-id.ts';
import { textRows } from '../sql-text.ts';
import { asOwner } from '../testing/database.ts';
import { testKeys } from '../testing/keys.ts';
import type { Access } from './access.ts';
import { readSample } from './grand-bend/sample.ts';
import { seedGrandBend } from './grand-bend.ts';

const sample = readSample();
let db: Database;
let access: Access;
let districtId: DistrictId;

beforeAll(async () => {
  db = openDatabase(inject('appUrl'), { max: 2 });
  access = await seedGrandBend(inject('ownerUrl'), testKeys);
  const [district] = await textRows<{ id: DistrictId; shortId: string }>(
    db,
    'select id, short_id as "shortId" from district where app_name = $1',
    [access.appName],
  );
  districtId = district?.id as DistrictId;
  expect(access.clientId.startsWith(`${district?.shortId}.`)).toBe(true);
});

afterAll(async () => {
  await db.close();
  await forgetDistrict();
});

/** The sample has one name; the next run on the same server needs it free. */
const forgetDistrict = () =>
  asOwner(`update district set app_name = app_name || ' ' || short_id where app_name = $1`, [access.appName]);

const rows = <R>(text: string, values: unknown[] = []) =>
  db.inDistrict(districtId, (tx) => textRows<R>(tx, text, [districtId, ...values]));
const count = async (table: string) =>
  (await rows<{ n: number }>(`select count(*) as n from ${table} where district_id = $1`))[0]?.n;

test('everybody of the sample is there, once', async () => {
  const counts = await Promise.all(
    ['person', 'identity', 'household', 'address', 'enrollment', 'employment', 'district_assignment'].map(
      async (table) => [table, await count(table)],
    ),
  );
  expect(Object.fromEntries(counts)).toEqual({
    person: 65 + 960 + 1873,
    identity: 65 + 960 + 1873,
    household: 1182,
    // 1,147 spellings, of which twelve are another's ("39 Fabien Blvd.", "39 Fabien Boulevard").
    address: 1147 - 12,
    enrollment: 960,
    employment: 59,
    district_assignment: 66,
  });
});

test('staff numbers are those of the sample: PENDING, pending, and one without', async () => {
  const found = await rows<{ staffNumber: string | null; lastName: string }>(
    `select p.staff_number as "staffNumber", i.last_name as "lastName"
       from person p join identity i on i.district_id = $1 and i.person_id = p.id and i.current
      where p.district_id = $1 and (p.staff_number is null or p.staff_number_key = 'pending')
        and exists (select from district_assignment a where a.district_id = $1 and a.person_id = p.id)
      order by 1`,
  );
  expect(found).toEqual([
    { staffNumber: 'PENDING', lastName: 'Dickson' },
    { staffNumber: 'pending', lastName: 'Knapp' },
    { staffNumber: null, lastName: 'Gallegos' },
  ]);
});

test('CMB-2 of the feed’s new people, the four hired parents and the three staff without a sound number are named, nobody else', async () => {
  const feed: { staffMembers: { staffNumber: string }[] } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'grand-bend', 'hr-feed.json'), 'utf8'),
  );
  const numbers = await rows<{ key: string }>(
    'select staff_number_key as key from person where district_id = $1 and staff_number_key is not null',
  );
  const known = new Set(numbers.map(({ key }) => key));
  const created = feed.staffMembers.filter(({ staffNumber }) => !known.has(staffNumberKey(staffNumber)));
  const records = created.map((sent) => hr(sent));
  const likely = await db.inDistrict(districtId, (tx) =>
    findLikely(testKeys, tx, records.map(fingerprintOf)),
  );
  const found = likely.flatMap((people, i) =>
    people.map(({ staffNumber, reasons }) => [records[i]?.staffNumber, staffNumber, reasons.join(', ')]),
  );
  const asHired = 'same name, same phone number, same address';
  expect(created).toHaveLength(10);
  expect(found).toEqual([
    ['207284', 'PENDING', 'same name, same birth date, same e-mail address, same address'],
    ['207240', 'pending', 'same name, same address'],
    ['207276', null, 'same name, same birth date'],
    ['209001', null, asHired],
    ['209002', null, asHired],
    ['209003', null, asHired],
    ['209004', null, asHired],
  ]);
});

test('every household has its members and an address', async () => {
  const members = sample.households.reduce((sum, { members }) => sum + members.length, 0);
  expect(await count('household_member')).toBe(members);
  const homeless = await rows(
    `select h.name from household h where h.district_id = $1 and not exists
       (select from household_location l where l.district_id = $1 and l.household_id = h.id)`,
  );
  expect(homeless).toEqual([]);
  const staffOnly = await rows<{ n: number }>(
    'select count(*) as n from household where district_id = $1 and staff_household',
  );
  expect(staffOnly).toEqual([{ n: 44 }]);
});

test('POS-11 every section is linked to its teacher’s position at its school', async () => {
  expect(await count('section')).toBe(500);
  const links = await rows<{ n: number }>(
    `select count(*) as n from section_staff l
       join section s on s.district_id = $1 and s.id = l.section_id
       join district_assignment a on a.district_id = $1 and a.id = l.assignment_id
      where l.district_id = $1 and s.school_number = a.school_number`,
  );
  expect(links).toEqual([{ n: 514 }]);
});

test('guardians are their household’s students’, each pair once', async () => {
  const pairs = await rows<{ pairs: number; distinct: number; students: number }>(
    `select count(*) as pairs, count(distinct (guardian_id, student_id)) as distinct,
            count(distinct student_id) as students from guardianship where district_id = $1`,
  );
  expect(pairs[0]?.pairs).toBe(pairs[0]?.distinct);
  expect(pairs[0]?.students).toBe(960);
});

test('the admin has every tool right, and the password opens the account', async () => {
  const [user] = await rows<{ hash: string; rights: string[] }>(
    `select u.password_hash as hash, array(select r."right" from tool_right r where r.district_id = $1
        and r.user_id = u.id) as rights from app_user u where u.district_id = $1 and u.username = $2`,
    [access.adminUsername],
  );
  expect(new Set(user?.rights)).toEqual(new Set(TOOL_RIGHTS));
  expect(access.adminPassword.length).toBeGreaterThanOrEqual(15);
  expect(await verifyPassword(user?.hash, access.adminPassword)).toBe(true);
});

test('the vendor’s secret is stored sealed and opens to what was handed out', async () => {
  const [secret] = await rows<{ id: string; cipher: Buffer; scopes: string[] }>(
    `select s.id, s.cipher, c.scopes from api_client c
       join api_client_secret s on s.district_id = $1 and s.client_id = c.id
      where c.district_id = $1 and c.client_id = $2`,
    [access.clientId],
  );
  expect(secret?.scopes).toEqual(['staff.read', 'staff.write', 'staff.sync']);
  expect(openSecret(testKeys, districtId, secret?.id as string, secret?.cipher as Buffer)).toBe(
    access.clientSecret,
  );
});

test('a second seed is refused and leaves everything as it was', async () => {
  await expect(seedGrandBend(inject('ownerUrl'), testKeys)).rejects.toThrow(DistrictExists);
  expect(await count('person')).toBe(2898);
});

const ROSTER = readFileSync(join(import.meta.dirname, '../../lib/staff-file/testing/roster.csv'));
const TITLES = Buffer.from('Grand Bend ISD,,\r\n"Active staff, all positions",,\r\n');

/** Read off the file: line, what is wrong there. */
const BAD_ROWS = [
  [13, 'DOB rowsDiffer'],
  [14, 'invalid'],
  [42, 'Last required'],
  [57, 'Bldg unknownSchool'],
  [72, 'SSN notAnSsn'],
  [92, 'Sex rowsDiffer, Sex rowsDiffer, Sex unknownGender'],
  [93, 'invalid'],
  [94, 'invalid'],
  [103, 'Hire Date notADate'],
  [104, 'invalid'],
  [122, 'Emp # notAStaffNumber'],
  [135, 'Work Email rowsDiffer, Work Email notAnEmail'],
  [136, 'invalid'],
  [152, 'Street rowsDiffer, Zip zipFormat'],
  [153, 'invalid'],
];

async function contextOfSample(): Promise<Context> {
  const [district] = await rows<{ shortId: string; name: string; timeZone: string }>(
    'select short_id as "shortId", name, time_zone as "timeZone" from district where id = $1',
  );
  return {
    actor: { kind: 'system', name: 'Test' },
    district: { id: districtId, appName: access.appName, shortId: '', name: '', timeZone: '', ...district },
    db,
    keys: testKeys,
    now: new Date('2026-11-24T18:00:00Z'),
    newId,
  };
}

async function stagedPositions(): Promise<number | undefined> {
  const [staged] = await rows<{ positions: number }>(
    `select sum(jsonb_array_length(record::jsonb -> 'positions'))::int as positions from staged_staff
      where district_id = $1`,
  );
  return staged?.positions;
}

async function* bytesOf(bytes: Uint8Array) {
  yield bytes;
}

/** Causes of the bad rows as *Check* groups them: each has one row, and of one that a user can repair at once the repair. */
const CAUSES = [
  ['DOB rowsDiffer', null],
  ['Last required', null],
  ['Bldg unknownSchool', { kind: 'value', of: 'schools', value: '9999' }],
  ['SSN notAnSsn', null],
  ['Sex rowsDiffer', null],
  ['Sex unknownGender', { kind: 'value', of: 'genders', value: 'Unknown' }],
  ['Hire Date notADate', { kind: 'placeholder', text: 'unknown', rows: 1 }],
  ['Emp # notAStaffNumber', null],
  ['Work Email rowsDiffer', null],
  ['Work Email notAnEmail', null],
  ['Street rowsDiffer', null],
  ['Zip zipFormat', null],
];

async function rosterAsWorkbook(): Promise<Buffer> {
  const { header, rows } = await openTable(bytesOf(ROSTER));
  const cells = await Array.fromAsync(rows, (row) => row.cells);
  return workbookOf({ Roster: [header, ...cells] });
}

test('POS-4 POS-11 two staff with a placeholder for a number have a position without title code, one of them linked', async () => {
  const found = await rows<{ staffNumber: string; linked: boolean }>(
    `select p.staff_number as "staffNumber", exists (select from section_staff s where s.district_id = $1
            and s.assignment_id = a.id) as linked
       from district_assignment a join person p on p.district_id = $1 and p.id = a.person_id
      where a.district_id = $1 and a.title_code is null order by 1`,
  );
  expect(found).toEqual([
    { staffNumber: 'PENDING', linked: false },
    { staffNumber: 'pending', linked: true },
  ]);
});

test('SYNC-12 the payroll file of the sample: every column is known, and two of its seventy people have a fault', async () => {
  const ctx = await contextOfSample();
  await startSync(ctx, { restart: true });
  const file = readFileSync(join(import.meta.dirname, 'grand-bend', 'payroll.csv'));
  const { id } = await createDraft(ctx, { file: bytesOf(file), type: CSV_TYPE, name: 'payroll.csv' });
  const { columns } = await lookAtDraft(ctx, id);
  expect(columns.filter(({ property }) => property === null)).toEqual([]);
  const mapping = fileMappingSchema.parse({
    columns: columns.map(({ header, property, dates }) => ({ header, property, dates })),
  });
  await chooseForDraft(ctx, id, { mapping, step: 'values', name: 'Payroll file' });
  const check = await checkDraft(ctx, id);
  expect(check).toMatchObject({ rows: 71, people: 70, ready: 68, setAside: 2 });
  expect(check.problems.map(({ code, column }) => `${column} ${code}`)).toEqual([
    'Hire Date notADate',
    'Bldg unknownSchool',
  ]);
});

test.each([
  ['as it is', async () => ROSTER, 0],
  ['below two title rows', async () => Buffer.concat([TITLES, ROSTER.subarray(3)]), 2],
  ['as a workbook', rosterAsWorkbook, 0],
])(
  'SYNC-2 SYNC-12 the roster by the file wizard, %s: looked at, values shown, checked, transferred, its mapping kept',
  async (_, bytes, above) => {
    const ctx = await contextOfSample();
    await startSync(ctx, { restart: true });
    const name = `Payroll ${newId()}`;
    const file = await bytes();
    const type = file.subarray(0, 2).toString() === 'PK' ? XLSX_TYPE : CSV_TYPE;
    const { id } = await createDraft(ctx, { file: bytesOf(file), type, name: 'roster.csv' });
    const { columns } = await lookAtDraft(ctx, id);
    const mapping = fileMappingSchema.parse({
      columns: columns.map(({ header, property, dates }) => ({ header, property, dates })),
    });
    expect(await chooseForDraft(ctx, id, { mapping, step: 'values', name })).toMatchObject({ faults: [] });
    const { kinds } = await valuesOfDraft(ctx, id);
    const schools = kinds.find(({ kind }) => kind === 'schools')?.values ?? [];
    expect(schools[0]).toMatchObject({ count: 1, by: null });
    expect(schools.find(({ value }) => value === '1')).toMatchObject({ code: '001', by: 'matched' });
    const check = await checkDraft(ctx, id);
    expect(check).toMatchObject({
      rows: 383,
      people: 300,
      ready: 291,
      setAside: 9,
      ignored: 0,
      unreadable: 0,
    });
    expect(check.faulty.map(({ line }) => line)).toEqual(BAD_ROWS.map(([line]) => Number(line) + above));
    expect(check.problems.map(({ code, column, fix }) => [`${column} ${code}`, fix])).toEqual(CAUSES);
    expect(check.problems.filter(({ rows, people }) => rows !== 1 || people !== 1)).toEqual([]);
    const { result: refused } = await transferDraft(ctx, id, { onInvalid: 'reject', name });
    const bad = refused.outcome === 'refused' ? refused.rows : [];
    expect(
      bad.map(({ line, errors }) => [
        line,
        errors.map(({ column, code }) => [column ?? [], code].flat().join(' ')).join(', '),
      ]),
    ).toEqual(BAD_ROWS.map(([line, errors]) => [Number(line) + above, errors]));
    const done = await transferDraft(ctx, id, { onInvalid: 'setAside', name });
    expect(done).toMatchObject({
      result: { outcome: 'staged', received: 300, setAside: 9, staffTransferred: 291 },
      mapping: { name, version: 1 },
    });
    expect(await myDraft(ctx)).toBeNull();
    // 383 rows, of which 15 are of the nine who are set aside.
    expect(await stagedPositions()).toBe(383 - BAD_ROWS.length);
  },
);
