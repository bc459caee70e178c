import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../failure.ts';
import { createStaffMember } from '../../staff/create.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { readPerson } from '../read-person.ts';
import { correctStaffNumber } from './correct-number.ts';
import { editDemographics } from './demographics.ts';
import { removeEmployment } from './remove-employment.ts';

const admin = () =>
  testDistrict({
    actor: {
      kind: 'user',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Morgan, Alex',
      username: 'alex',
    },
  });

const SENT = {
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  employments: [{ hireDate: '2024-07-01' }, { hireDate: '1924-07-01', terminationDate: '1925-06-30' }],
};
const hired = async (ctx: Context) => (await createStaffMember(ctx, SENT)).staffMember;
const put = (ctx: Context, staffNumber: string, json: object) =>
  updateStaffMember(ctx, { staffNumber, json, ifMatch: null });
const person = (ctx: Context, id: string) => readPerson(ctx, { id, edited: true });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was not refused'),
    (error) => error,
  );
const events = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select actor, action, target, detail from audit_event
       where district_id = $1 and action like 'person.%' order by occurred_at, id`,
      [tx.districtId],
    ),
  );
const renumber = (
  ctx: Context,
  personId: string,
  staffNumber: string,
  reason = 'HR renumbered',
  rev?: number,
) =>
  person(ctx, personId).then((found) =>
    correctStaffNumber(ctx, { personId, correction: { rev: rev ?? found.rev, staffNumber, reason } }),
  );

test('RO-3 the number of a person HR manages is changed with a reason, and HR finds them by it', async () => {
  const ctx = await admin();
  const { id } = await hired(ctx);
  await renumber(ctx, id, ' 20058 ');
  const after = await person(ctx, id);
  expect(after).toMatchObject({ staffNumber: '20058', rev: 2 });
  expect(after.hrManaged).not.toBeNull();
  expect(after.written.staffNumber).toMatchObject({ how: 'campus', actor: 'Morgan, Alex', before: '10058' });
  expect(after.history[0]?.changes[0]).toMatchObject({
    rule: 'RO-3',
    reason: 'Morgan, Alex changed the staff number: HR renumbered',
  });
  expect(await events(ctx)).toEqual([
    {
      actor: 'Morgan, Alex',
      action: 'person.change-number',
      target: id,
      detail: { staffNumber: '20058', reason: 'HR renumbered' },
    },
  ]);
  expect((await put(ctx, '20058', { workPhone: '7635550100' })).staffMember.id).toBe(id);
  expect(await refusal(put(ctx, '10058', { workPhone: '1' }))).toBeInstanceOf(NotFound);
});

test('RO-3 a number that somebody else has is refused, and the refusal names them', async () => {
  const ctx = await admin();
  const { id } = await hired(ctx);
  await insertPerson(ctx, { staffNumber: 'Abc', lastName: 'Holder', firstName: 'Kim' });
  const refused = await refusal(renumber(ctx, id, 'aBC'));
  expect(refused).toBeInstanceOf(Conflict);
  expect(refused.message).toContain('“Abc”'.slice(1, -1));
  expect(refused.message).toContain('Holder, Kim');
  expect((await person(ctx, id)).staffNumber).toBe('10058');
  expect(await events(ctx)).toEqual([]);
});

test('RO-3 the same number is refused, another spelling of it is taken; an older state is refused', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { staffNumber: 'a1', hrManagedAt: ctx.now });
  expect(await refusal(renumber(ctx, id, 'a1'))).toBeInstanceOf(Invalid);
  await renumber(ctx, id, 'A1');
  expect((await person(ctx, id)).staffNumber).toBe('A1');
  expect(await refusal(renumber(ctx, id, 'B1', 'why', 1))).toBeInstanceOf(Conflict);
});

test('RO-3 two who are given one number at the same time: one gets it', async () => {
  const ctx = await admin();
  const people = await Promise.all(
    ['1', '2', '3'].map((staffNumber) => insertPerson(ctx, { staffNumber, hrManagedAt: ctx.now })),
  );
  const tries = await Promise.allSettled(people.map(({ id }) => renumber(ctx, id, '77')));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('RO-3 no SSN is kept of a reason', async () => {
  const ctx = await admin();
  const { id } = await hired(ctx);
  await renumber(ctx, id, '20058', 'was 123-45-6789, or 987654321');
  const kept = JSON.stringify([await events(ctx), (await person(ctx, id)).history]);
  expect(kept).not.toMatch(/123-45-6789|987654321/);
});

test('RO-3 an employment with both dates wrong is removed, also of a person HR manages', async () => {
  const ctx = await admin();
  const { id } = await hired(ctx);
  const wrong = (await person(ctx, id)).employments.find(({ hireDate }) => hireDate === '1924-07-01');
  const removal = { rev: 1, employmentId: wrong?.id ?? '', reason: 'HR sent 1924 for 2024' };
  await removeEmployment(ctx, { personId: id, removal });
  const after = await person(ctx, id);
  expect(after.employments).toMatchObject([{ hireDate: '2024-07-01', terminationDate: null }]);
  expect(after.history[0]?.changes[0]).toMatchObject({ table: 'employment', op: 'delete', rule: 'RO-3' });
  expect(await events(ctx)).toMatchObject([
    { action: 'person.remove-employment', target: id, detail: { reason: 'HR sent 1924 for 2024' } },
  ]);
  expect(
    await refusal(removeEmployment(ctx, { personId: id, removal: { ...removal, rev: 2 } })),
  ).toBeInstanceOf(Invalid);
  // HR leaves it out from now on, and it does not come back (EMP-3).
  await put(ctx, '10058', { employments: [{ hireDate: '2024-07-01' }] });
  expect((await person(ctx, id)).employments).toHaveLength(1);
});

test('RO-3 no refusal sends an admin to HR for what HR can’t change', async () => {
  const ctx = await admin();
  const { id } = await hired(ctx);
  const { rev, lastName, firstName } = await person(ctx, id);
  const edit = { rev, lastName: lastName ?? '', firstName: firstName ?? '', staffNumber: '2' };
  const refused = await refusal(editDemographics(ctx, { personId: id, edit }));
  const { hint } = refused.errors.find(({ pointer }: { pointer: string }) => pointer === '/staffNumber');
  expect(hint).toContain('Change Staff Number');
  const other = await refusal(put(ctx, '10058', { staffNumber: '2' }));
  expect(other.message).toContain('an administrator changes it in Campus');
});
