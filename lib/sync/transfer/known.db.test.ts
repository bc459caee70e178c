import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { sent, written } from '../../change/testing/arbitrary.ts';
import type { Context } from '../../context.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { committed, rowsOf, run, sentStaff, validated, work } from '../testing/in-district.ts';
import { validateSync } from '../validate/validate.ts';
import { KnownRecords } from './known-records.ts';
import { openTransferCall } from './open-call.ts';
import { staffOf } from './staff-of.ts';
import { staffOfLine } from './staff-of-lines.ts';
import { transferStaff } from './transfer.ts';

/** A district whose last commit took these records. */
async function taken(...records: object[]) {
  const ctx = await testDistrict();
  await validated(ctx, ...records);
  await committed(ctx);
  return ctx;
}

async function transferred(ctx: Context, ...records: object[]) {
  await startSync(ctx);
  return transferStaff(ctx, { ...staffOf(records), onInvalid: 'setAside' });
}

async function transferredLines(ctx: Context, ...lines: string[]) {
  await startSync(ctx);
  const records = lines.map((line) => staffOfLine(Buffer.from(line)));
  return transferStaff(ctx, { records, pointer: '', onInvalid: 'setAside' });
}

/** Who was not read: who only points to what is known. */
const known = async (ctx: Context) =>
  (
    await rowsOf(
      ctx,
      "select staff_number_key as key from staged_staff where district_id = $1 and record = '' order by 1",
    )
  ).map(({ key }) => key);

/** As the jobs read it. */
const staged = (ctx: Context) =>
  rowsOf(
    ctx,
    `select s.line, s.staff_number_key, coalesce(k.record, s.record) as record, coalesce(k.sent, s.sent) as sent,
            encode(coalesce(k.ssn_index, s.ssn_index), 'hex') as ssn, coalesce(k.ssn_last4, s.ssn_last4) as ssn_last4, s.new_titles
       from staged_staff s
       left join known_record k on k.district_id = $1 and k.staff_number_key = s.staff_number_key and s.record = ''
      where s.district_id = $1 order by s.line`,
  );

const SSN = '123-45-6789';

test('SYNC-2 a record that a commit took is staged again without being read, with its SSN', async () => {
  const ctx = await taken(sentStaff('1', { ssn: SSN }), sentStaff('2', { ssn: null }), sentStaff('3'));
  const before = await staged(ctx);
  await transferred(ctx, sentStaff('1', { ssn: SSN }), sentStaff('2', { ssn: null }), sentStaff('3'));
  expect(await known(ctx)).toEqual(['1', '2', '3']);
  expect(await staged(ctx)).toEqual(before);
  expect(JSON.stringify(await rowsOf(ctx, 'select * from known_record where district_id = $1'))).not.toMatch(
    /123-?45-?6789/,
  );
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  expect((await committed(ctx)).results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
});

test.each<[string, (ctx: Context) => Promise<Context | unknown>, object?]>([
  ['it differs', async () => {}, { cellPhone: '555-0177' }],
  ['its SSN differs', async () => {}, { ssn: '123-45-6780' }],
  ['a property is left out', async () => {}, { workPhone: undefined }],
  [
    'a code has another name',
    (ctx) => run(ctx, "update school set name = name || '!' where district_id = $1"),
  ],
  ['a code was deactivated', (ctx) => run(ctx, 'update gender set active = false where district_id = $1')],
  [
    'it was read with other rules',
    (ctx) => run(ctx, "update known_record set sent_digest = 'x' where district_id = $1"),
  ],
  ['nothing is known', (ctx) => run(ctx, 'delete from known_record where district_id = $1')],
])('SYNC-2 a record is read if %s', async (_, cause, over = {}) => {
  const ctx = await taken(sentStaff('1', { ssn: SSN }));
  await cause(ctx);
  await transferred(ctx, sentStaff('1', { ssn: SSN, ...over }));
  expect(await known(ctx)).toEqual([]);
});

test('STAFF-7 a warning that the day brings is given, though the record is the same', async () => {
  const ended = sentStaff('1', { employments: [{ hireDate: '2020-08-01', terminationDate: '2026-11-30' }] });
  const before = await taken(ended);
  for (const [now, codes] of [
    ['2026-11-29T18:00:00Z', []],
    ['2026-12-02T18:00:00Z', ['positionStillOpen']],
  ] as const) {
    const { warnings } = await transferred({ ...before, now: new Date(now) }, ended);
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  }
});

test('STAFF-7 a record with a warning is not read again, and warned of each time', async () => {
  const odd = sentStaff('1', { lastName: 'Test' });
  const ctx = await taken(odd);
  const { warnings } = await transferred(ctx, sentStaff('2'), odd);
  expect(warnings).toMatchObject([{ code: 'looksUnfinished', pointer: '/1/lastName' }]);
  expect(await known(ctx)).toEqual(['1']);
});

test('SYNC-2 a record is known as a line and in a list; a line is known as it was written', async () => {
  const ctx = await taken(sentStaff('1'), sentStaff('2'));
  await transferredLines(ctx, JSON.stringify(sentStaff('1')), `${JSON.stringify(sentStaff('2'))} `);
  expect(await known(ctx)).toEqual(['1']);
});

test('SYNC-2 for a day after an update a known record is staged as a copy, which the release before can read', async () => {
  const ctx = await testDistrict();
  const feed = [sentStaff('1', { ssn: SSN }), sentStaff('2')];
  await validated(ctx, ...feed);
  const whole =
    'select line, record, sent, ssn_index, ssn_last4 from staged_staff where district_id = $1 order by 1';
  const read = await rowsOf(ctx, whole);
  await committed(ctx);
  await startSync(ctx);
  const call = await openTransferCall(ctx, undefined);
  const records = await KnownRecords.open(ctx, call, {
    today: todayOf(ctx),
    map: undefined,
    byPointer: false,
  });
  const found = await records.stage(
    feed.map((one) => JSON.stringify(one)),
    0,
  );
  expect(found).toEqual(['1', '2'].map((staffNumberKey) => ({ staffNumberKey, warnings: [] })));
  expect(await rowsOf(ctx, whole)).toEqual(read);
});

test('SYNC-2 known records sent twice are set aside like others', async () => {
  const ctx = await taken(sentStaff('1'), sentStaff('2'));
  const { received, setAside } = await transferred(
    ctx,
    sentStaff('1'),
    sentStaff('2'),
    sentStaff('1', { lastName: 'Other' }),
  );
  expect({ received, setAside }).toEqual({ received: 2, setAside: 1 });
  await expect(
    startSync(ctx).then(() => transferStaff(ctx, staffOf([sentStaff('1'), sentStaff('1')]))),
  ).rejects.toMatchObject({ errors: [{ code: 'duplicateStaffNumber' }] });
});

test('SYNC-2 what HR no longer sends is forgotten, and what a run that was not committed read is not kept', async () => {
  const ctx = await taken(sentStaff('1'), sentStaff('2'));
  await validated(ctx, sentStaff('2'), sentStaff('3'));
  const numbers = 'select staff_number_key as key from known_record where district_id = $1 order by 1';
  expect(await rowsOf(ctx, numbers)).toEqual([{ key: '1' }, { key: '2' }]);
  await committed(ctx);
  expect(await rowsOf(ctx, numbers)).toEqual([{ key: '2' }, { key: '3' }]);
});

/** Codes that no record names: one school and one title. */
async function addCodes(ctx: Context): Promise<void> {
  const id = ctx.newId();
  await run(
    ctx,
    "insert into school (district_id, id, school_number, name) values ($1, $2::uuid, $2::uuid::text, 'Added')",
    id,
  );
  await run(
    ctx,
    "insert into title (district_id, id, code, description) values ($1, $2::uuid, $2::uuid::text, 'Added')",
    id,
  );
}

test('REF-2 codes that are added leave what is known as it is: only the record that brought a title is read again', async () => {
  const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' };
  const feed = [sentStaff('1'), sentStaff('2', { positions: [{ ...position, titleCode: 'T9' }] })];
  const ctx = await taken(...feed);
  await addCodes(ctx);
  await validated(ctx, ...feed);
  expect(await known(ctx)).toEqual(['1']);
  await committed(ctx);
  await addCodes(ctx);
  await transferred(ctx, ...feed);
  expect(await known(ctx)).toEqual(['1', '2']);
  await run(ctx, "delete from title where district_id = $1 and description = 'Added'");
  await transferred(ctx, ...feed);
  expect(await known(ctx)).toEqual([]);
});

const PEOPLE = 8;
const withoutList = <T>(answer: T): T => JSON.parse(JSON.stringify(answer).replaceAll('/staffMembers', ''));
const event = fc.constantFrom('edit', 'school', 'title', 'added', 'day', 'year', 'nothing', 'nothing');
/** Few records a number, so that most nights repeat one; some of them are refused or warned of. */
const record = fc.tuple(
  sent,
  fc.constantFrom({}, {}, { lastName: 'Test' }, { gender: 'Q' }, { workEmail: 'x' }),
);
const nights = fc.record({
  choices: fc.array(fc.tuple(record, record), { minLength: PEOPLE, maxLength: PEOPLE }),
  nights: fc.array(
    fc.record({
      which: fc.array(fc.nat(3), { minLength: PEOPLE, maxLength: PEOPLE }),
      event,
      asLines: fc.boolean(),
    }),
    { minLength: 4, maxLength: 6 },
  ),
});

test('SYNC-2 whatever happened, staging known records stages, warns and refuses as reading all of them does', async () => {
  let spared = 0;
  await fc.assert(
    fc.asyncProperty(nights, async ({ choices, nights: all }) => {
      let ctx = await testDistrict();
      for (const { which, event: happened, asLines } of all) {
        ctx = await happen(ctx, happened);
        const feed = choices.map((two, index) => {
          const [staff, over] = two[which[index] === 0 ? 1 : 0];
          return { ...written(`${index + 1}`, staff), ...over };
        });
        const fast = await (asLines
          ? transferredLines(ctx, ...feed.map((one) => JSON.stringify(one)))
          : transferred(ctx, ...feed));
        spared += (await known(ctx)).length;
        const fastRows = await staged(ctx);
        const kept = await rowsOf(ctx, 'select * from known_record where district_id = $1');
        await run(ctx, "update known_record set sent_digest = 'x' where district_id = $1");
        const slow = await transferred(ctx, ...feed);
        expect(withoutList(fast)).toEqual(withoutList(slow));
        expect(fastRows).toEqual(await staged(ctx));
        for (const { staff_number_key, sent_digest } of kept)
          await run(
            ctx,
            'update known_record set sent_digest = $3 where district_id = $1 and staff_number_key = $2',
            staff_number_key,
            sent_digest,
          );
        await transferred(ctx, ...feed);
        await endSync(ctx);
        await work(ctx, await validateSync(ctx));
        await committed(ctx);
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  expect(spared).toBeGreaterThan(0);
});

async function happen(ctx: Context, happened: string): Promise<Context> {
  const days = { day: 1, year: 365 }[happened];
  if (days) return { ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) };
  if (happened === 'school') await run(ctx, "update school set name = name || '!' where district_id = $1");
  if (happened === 'title') await run(ctx, "update title set description = 'New' where district_id = $1");
  if (happened === 'added') await addCodes(ctx);
  if (happened === 'edit')
    await updateStaffMember(ctx, { staffNumber: '1', json: { workPhone: '555-0001' }, ifMatch: null }).catch(
      () => {},
    );
  return ctx;
}
