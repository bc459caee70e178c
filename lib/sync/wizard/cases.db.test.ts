import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { api } from '../../../app/api/businessOfficeIntegration/api.ts';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { testVendor } from '../../http/testing/vendor.ts';
import { newId } from '../../new-id.ts';
import { readValidation } from '../../report/read-validation.ts';
import { runJob } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { runResults } from '../commit/results.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { staffOf } from '../transfer/staff-of.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { CSV_TYPE } from '../upload/file-types.ts';
import { validateSync } from '../validate/validate.ts';
import { chooseForDraft } from './choose.ts';
import { createDraft } from './draft.ts';
import { lookAtDraft } from './look.ts';
import { fileMappingSchema } from './schema.ts';
import { transferDraft } from './transfer-draft.ts';

/** Files from public bug reports and of people who do this job, which went wrong once, and others of their kinds. */
const fileOf = (name: string): Buffer =>
  readFileSync(new URL(`../../staff-file/testing/cases/${name}`, import.meta.url));

const district = async (): Promise<Context> => {
  const actor = { kind: 'user', id: newId(), name: 'Alex Morgan', username: 'alex' } as const;
  return { ...(await testDistrict()), actor };
};
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

/** By the wizard as somebody does who takes every guess, and says that placeholders mean nothing. */
async function transfer(ctx: Context, bytes: Buffer): Promise<void> {
  await startSync(ctx, { restart: true });
  async function* file() {
    yield bytes;
  }
  const { id } = await createDraft(ctx, { file: file(), type: CSV_TYPE, name: 'staff.csv' });
  const { columns } = await lookAtDraft(ctx, id);
  const mapping = fileMappingSchema.parse({
    columns: columns.map(({ header, property, dates, asked }) => {
      const placeholders = asked.map(({ text }) => ({ text, means: 'blank' }));
      return { header, property, dates, placeholders };
    }),
  });
  expect((await chooseForDraft(ctx, id, { mapping, step: 'check', name: null })).faults).toEqual([]);
  const { result } = await transferDraft(ctx, id, { onInvalid: 'setAside', name: null });
  expect(result).toMatchObject({ outcome: 'staged' });
}

/** Validates and commits what is transferred. @returns each person's outcome, and what went wrong */
async function commit(ctx: Context): Promise<Record<string, string>> {
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  const { data } = await runResults(ctx, { runId: submitted.runId, limit: 100 });
  return Object.fromEntries(
    data.map(({ staffNumber, outcome, errors }) => [
      staffNumber,
      [outcome, ...new Set(errors.map(({ pointer }) => pointer.replace(/^(\/staffMembers)?\/\d+/, '')))].join(
        ' ',
      ),
    ]),
  );
}

/** A person as Campus has them afterwards: what is null is left out. */
async function stored(ctx: Context): Promise<Record<string, object>> {
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ number: string; facts: object }>(
      tx,
      `select p.staff_number as number, json_strip_nulls(json_build_object(
          'name', concat_ws(', ', i.last_name, i.first_name, i.middle_name),
          'born', p.birth_date, 'email', p.work_email, 'phone', p.cell_phone,
          'hired', (select min(concat_ws(' to ', e.hire_date, e.termination_date)) from employment e
                     where e.district_id = $1 and e.person_id = p.id),
          'schools', (select string_agg(a.school_number, ' ' order by a.school_number) from district_assignment a
                       where a.district_id = $1 and a.person_id = p.id),
          'home', (select min(concat_ws(' ', x.number, x.street, x.tag, x.city)) from household_member m
                     join household_location l on l.district_id = $1 and l.household_id = m.household_id
                     join address x on x.district_id = $1 and x.id = l.address_id
                    where m.district_id = $1 and m.person_id = p.id))) as facts
         from person p join identity i on i.district_id = $1 and i.person_id = p.id and i.current
        where p.district_id = $1`,
      [tx.districtId],
    ),
  );
  return Object.fromEntries(rows.map(({ number, facts }) => [number, facts]));
}

interface Case {
  file: Buffer;
  /** Who is in Campus after the commit, by number. */
  stored: Record<string, object>;
  /** Who is set aside, and for which property; everybody else is created. */
  aside?: Record<string, string>;
}

const HEAD = 'staffNumber,lastName,firstName,gender';
const csv = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`);

const CASES: Record<string, Case> = {
  'F03 a #TYPE line above the header': {
    file: fileOf('F03.csv'),
    stored: { F0301: { name: 'Ebert, Ann' } },
  },
  'F04 a sep= line above the header': {
    file: fileOf('F04.csv'),
    stored: { F0401: { name: 'Fahey, Lou' } },
  },
  'a title and a blank line above a header with pipes': {
    file: csv('Staff of Grand Bend', '', HEAD.replaceAll(',', '|'), '7|Brown|Al|M'),
    stored: { 7: { name: 'Brown, Al' } },
  },
  'a report repeats its header on each page, with blanks around it and at its end': {
    file: csv(
      `Staff of Grand Bend`,
      HEAD,
      '7,Brown,Al,M',
      HEAD,
      '',
      '8,Roe,Jo,F',
      `${HEAD.replaceAll(',', ' , ')},,`,
      'Total,2,,',
      HEAD,
    ),
    stored: { 7: { name: 'Brown, Al' }, 8: { name: 'Roe, Jo' } },
  },
  'F08 quotes within a cell are taken literally': {
    file: fileOf('F08.csv'),
    stored: { F0801: { name: 'Jay, Robert "Bob"' }, F0802: { name: 'Kent, Ola' } },
  },
  'a quote that nobody closes, blanks before a quote, inches': {
    file: csv(`${HEAD},middleName`, `7,Brown,Al,M,5' 11"`, '8,"Roe",Jo,F, "Q"', '9,O"Hara,Cy,F,'),
    stored: {
      7: { name: `Brown, Al, 5' 11"` },
      8: { name: 'Roe, Jo, "Q"' },
      9: { name: 'O"Hara, Cy' },
    },
  },
  'every cell quoted and nothing doubled; numbers as ="0007"': {
    file: csv(
      '"staffNumber","lastName","firstName","gender"',
      '="0007","O"Hara","Robert "Bob"","M"',
      '"8","Roe","Jo","F"',
    ),
    stored: { '0007': { name: 'O"Hara, Robert "Bob"' }, 8: { name: 'Roe, Jo' } },
  },
  'F11b NULL says nothing, in names, e-mail, phone and address': {
    file: fileOf('F11b.csv'),
    stored: {
      F1111: { name: 'Park, Joy', home: '9 Ash Ln Grand Bend' },
      F1112: { name: 'Quist, Per' },
    },
  },
  'F14 midnight after a day is dropped': {
    file: fileOf('F14.csv'),
    stored: {
      F1401: { name: 'Webb, Ann', born: '1988-02-09', hired: '2023-08-14' },
      F1402: { name: 'Xu, Li', born: '1975-11-30', hired: '2019-07-01' },
    },
  },
  'F18 a row for each school is one person with both positions': {
    file: fileOf('F18.csv'),
    stored: {
      F1801: { name: 'Cruz, Ana', email: 'acruz@example.org', schools: '044 107' },
      F1802: { name: 'Diaz, Ben', email: 'bdiaz@example.org', schools: '001' },
    },
  },
  'STAFF-1 rows whose numbers differ in case and blanks are one person, as the first row spells it': {
    file: csv(
      `${HEAD},birthDate,positions.1.schoolNumber,positions.1.titleCode,positions.1.startDate`,
      'F1,Brown,Al,M,1980-01-02,044,T1,2020-01-01',
      'f2,Roe,Jo,F,,010,T1,2020-01-01',
      ' f1 ,Brown,Al,M,,107,T1,2020-01-01',
      'G3,Doe,Cy,F,1975-11-30,010,T1,2020-01-01',
      'g3,Doe,Cy,F,1975-11-13,044,T1,2020-01-01',
    ),
    stored: {
      F1: { name: 'Brown, Al', born: '1980-01-02', schools: '044 107' },
      f2: { name: 'Roe, Jo', schools: '010' },
    },
    aside: { G3: '/birthDate' },
  },
  'F28 a column whose first date is in its fourth row is read as its sister': {
    file: fileOf('F28.csv'),
    stored: {
      F2801: { name: 'Ames, Ann', hired: '2017-08-14' },
      F2802: { name: 'Boyd, Bo', hired: '2018-08-14' },
      F2803: { name: 'Carr, Cy', hired: '2019-08-14' },
      F2804: { name: 'Dorn, Di', hired: '2015-08-14 to 2024-06-30' },
    },
  },
  'a number called #, and names as First Last with three words, suffixes and one with a comma': {
    file: csv(
      '#,Employee,Gender',
      '0701,Ann Brown,F',
      '0702,Ana de la Cruz,F',
      '0705,"Pat Q Simpson, Jr.",M',
      '0709,"Roe, Jo Mae",F',
    ),
    stored: {
      '0701': { name: 'Brown, Ann' },
      '0702': { name: 'de la Cruz, Ana' },
      '0705': { name: 'Simpson Jr., Pat, Q' },
      '0709': { name: 'Roe, Jo, Mae' },
    },
  },
  'a column # that counts the rows is none of the number, and whole names stay unused beside last and first ones':
    {
      file: csv(
        `#,Name,Emp ID,Last,First,Gender`,
        '1,Ann Brown,701,Brown-Lee,Ann,F',
        '2,Jo Roe,702,Roe,Jo,F',
      ),
      stored: { 701: { name: 'Brown-Lee, Ann' }, 702: { name: 'Roe, Jo' } },
    },
  'a value that fits no format is the fault of its row alone': {
    file: csv(`${HEAD},Birth Date`, '7,Brown,Al,M,soon', '8,Roe,Jo,F,2/9/1988', '9,Doe,Cy,F,11/30/1975'),
    stored: { 8: { name: 'Roe, Jo', born: '1988-02-09' }, 9: { name: 'Doe, Cy', born: '1975-11-30' } },
    aside: { 7: '/birthDate' },
  },
  'F33 a NUL in a name is the fault of its row, and validation and commit go on': {
    file: fileOf('F33-nul.csv'),
    stored: { F3302: { name: 'Fine, Fay' } },
    aside: { F3301: '/lastName' },
  },
  'a NUL in other columns, too': {
    file: csv(
      `${HEAD},positions.1.schoolNumber,positions.1.titleCode,positions.1.startDate`,
      '7,Brown,Al,M,0\u000010,T1,2020-01-01',
      '8,Roe,Jo,F,010,T\u00001,2020-01-01',
      '9,Doe,Cy,F,010,T1,2020-01-01',
    ),
    stored: { 9: { name: 'Doe, Cy', schools: '010' } },
    aside: { 7: '/positions/0/schoolNumber', 8: '/positions/0/titleCode' },
  },
  'UTF-16 without a mark at its beginning': {
    file: Buffer.from(`${HEAD}\r\n7,Muñoz,Al,M\r\n`, 'utf16le'),
    stored: { 7: { name: 'Muñoz, Al' } },
  },
};

test.each(Object.entries(CASES))('%s', async (_, { file, stored: expected, aside = {} }) => {
  const ctx = await district();
  await transfer(ctx, file);
  const failed = Object.entries(aside).map(([number, place]) => [number, `failed ${place}`]);
  expect(await commit(ctx)).toEqual({
    ...Object.fromEntries(Object.keys(expected).map((number) => [number, 'created'])),
    ...Object.fromEntries(failed),
  });
  expect(await stored(ctx)).toEqual(expected);
});

test('F30 a file that HR wrote with ISO dates and Excel saved with its own: the cells count, not what was remembered', async () => {
  const ctx = await district();
  const expected = {
    F3001: { name: 'Ames, Ann', born: '1977-08-14' },
    F3002: { name: 'Boyd, Bo', born: '1980-01-02' },
  };
  for (const [name, outcome] of [
    ['F30a.csv', 'created'],
    ['F30b.csv', 'unchanged'],
    ['F30a.csv', 'unchanged'],
  ] as const) {
    await transfer(ctx, fileOf(name));
    expect(await commit(ctx)).toEqual({ F3001: outcome, F3002: outcome });
    expect(await stored(ctx)).toEqual(expected);
  }
});

test('D01 CMB-2 four hired parents are named in the report and in the commit’s results, and refused on request', async () => {
  const vendor = await testVendor(api);
  const { ctx } = vendor;
  const { staffMembers } = JSON.parse(fileOf('D01-four-hired-parents.json').toString());
  const numbers = staffMembers.map(({ staffNumber }: { staffNumber: string }) => staffNumber);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into assignment_code (district_id, id, code, description) values ($1, $2, '90', 'Classroom Aide')`,
      [tx.districtId, newId()],
    ),
  );
  for (const { lastName, firstName, cellPhone } of staffMembers)
    await insertPerson(ctx, { lastName, firstName, cellPhone });
  for (const one of staffMembers) {
    const answer = await vendor.call('POST', '/staffMembers', { ...one, onLikelyDuplicate: 'reject' });
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([409, 'likelyDuplicate']);
  }
  await startSync(ctx);
  await transferStaff(ctx, staffOf(staffMembers));
  await endSync(ctx);
  const validation = await validateSync(ctx);
  await work(ctx, validation);
  const { sections } = await readValidation(ctx, validation);
  const named = sections.hrNotInCampus.entries.filter(({ why }) => (why.candidates ?? []).length > 0);
  expect(named.map(({ staffNumber }) => staffNumber).sort()).toEqual(numbers);
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  const { data } = await runResults(ctx, { runId: submitted.runId, limit: 10 });
  expect(data.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual(
    numbers.map(() => expect.arrayContaining(['likelyDuplicate'])),
  );
});
