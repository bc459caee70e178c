import { expect, test } from 'vitest';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { readAddress } from '../../address/read-address.ts';
import type { Context } from '../../context.ts';
import { openSsn, sealSsn } from '../../crypto/seal-ssn.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit, ssnOfPerson } from '../../record/ssn-place.ts';
import { CampusChanged } from '../campus-changed.ts';
import { loadCampusState, loadPeopleWhole } from '../load/load-campus-state.ts';
import { newBatch } from '../plan/new-batch.ts';
import { planPerson } from '../plan/plan-person.ts';
import type { PlannedPerson } from '../planned-person.ts';
import { applyPlans } from './apply-plans.ts';

const home = (fullStreetAddress: string, county: string | null = null): StaffRecord['household'] => {
  const { address, matchKeys } = readAddress({
    fullStreetAddress,
    city: 'Blaine',
    state: 'MN',
    zip: '55123',
    county,
  });
  const flags = { mailing: null, physical: null, private: null, secondary: null };
  return {
    name: null,
    phone: null,
    householdLocations: [{ startDate: null, endDate: null, ...flags, address, matchKeys }],
  };
};
const record = (over: Partial<StaffRecord> = {}): StaffRecord => ({
  staffNumber: '10058',
  demographics: { lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
  ...over,
});

function plan(ctx: Context, ...records: StaffRecord[]): Promise<PlannedPerson[]> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const state = await loadCampusState(ctx, tx, records);
    const batch = newBatch(ctx, state, 'sync');
    return records.flatMap((sent) => {
      const made = planPerson(sent, state.people.get(sent.staffNumber.toLowerCase()) ?? [], batch);
      return made.outcome === 'failed' ? [] : [made];
    });
  });
}

const write = (ctx: Context, plans: readonly PlannedPerson[]) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    applyPlans(
      tx,
      {
        keys: ctx.keys,
        origin: 'hr',
        actor: 'Test',
        now: ctx.now,
        newId: ctx.newId,
        runId: null,
        requestId: null,
      },
      plans,
    ),
  );

const rows = <R>(ctx: Context, text: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<R>(tx, text, [tx.districtId]));

test('what was planned is what Campus holds: loaded again, the same record plans nothing', async () => {
  const ctx = await testDistrict();
  const sent = record({
    employments: [{ hireDate: '2020-07-25', terminationDate: null }],
    positions: [
      {
        schoolNumber: '010',
        assignmentCode: '20',
        titleCode: 'NEW',
        titleDescription: 'New',
        startDate: '2020-08-01',
        endDate: null,
      },
    ],
    household: home('4321 S Lexington Ave', 'Anoka'),
  });
  await write(ctx, await plan(ctx, sent));
  expect((await plan(ctx, sent))[0]?.changes).toEqual([]);
});

test('two writers who bring one address at the same time leave one, and both people live there', async () => {
  const ctx = await testDistrict();
  const streets = ['1 Oak St', '2 Elm St', '3 Fir St', '4 Ash St'];
  const plans = await Promise.all(
    [streets, [...streets].reverse()].map((order, side) =>
      plan(
        ctx,
        ...order.map((street, i) => record({ staffNumber: `${side}-${i}`, household: home(street) })),
      ),
    ),
  );
  await Promise.all(plans.map((planned) => write(ctx, planned)));
  expect(await rows(ctx, 'select 1 from address where district_id = $1')).toHaveLength(4);
  const lived = await rows<{ n: number }>(
    ctx,
    'select count(*)::int as n from household_location where district_id = $1 group by address_id',
  );
  expect(lived.map(({ n }) => n)).toEqual([2, 2, 2, 2]);
});

test('ADR-3 where another writer brought the address first, the journal tells of that address, and of no creation', async () => {
  const ctx = await testDistrict();
  const [early, late] = await Promise.all(
    ['1', '2'].map((staffNumber) => plan(ctx, record({ staffNumber, household: home('1 Oak St') }))),
  );
  // Another of the batch, whose address nobody else brings.
  const other = await plan(ctx, record({ staffNumber: '3', household: home('2 Elm St') }));
  await write(ctx, early ?? []);
  await write(ctx, [...(late ?? []), ...other]);
  const journaled = await rows<{ number: string; created: string[]; journaled: string; stored: string }>(
    ctx,
    `select p.staff_number as number, l.address_id as stored,
            array(select c ->> 'id' from jsonb_array_elements(j.changes) c where c ->> 'table' = 'address') as created,
            (select c -> 'after' ->> 'addressId' from jsonb_array_elements(j.changes) c
              where c ->> 'table' = 'householdLocation') as journaled
       from change_journal j
       join person p on p.district_id = j.district_id and p.id = j.person_id
       join household_member m on m.district_id = p.district_id and m.person_id = p.id
       join household_location l on l.district_id = m.district_id and l.household_id = m.household_id
      where j.district_id = $1 order by p.staff_number`,
  );
  expect(journaled.map((entry) => entry.journaled)).toEqual(journaled.map(({ stored }) => stored));
  const [first, second, third] = journaled;
  expect(second?.stored).toBe(first?.stored);
  expect([first, second, third].map((entry) => entry?.created)).toEqual([
    [first?.stored],
    [],
    [third?.stored],
  ]);
});

test('two writers who create one staff number at the same time leave one person; the other plans again', async () => {
  const ctx = await testDistrict();
  const plans = await Promise.all([plan(ctx, record()), plan(ctx, record({ staffNumber: '10058' }))]);
  const ends = await Promise.allSettled(plans.map((planned) => write(ctx, planned)));
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  expect(ends.find((end) => end.status === 'rejected')?.reason).toBeInstanceOf(CampusChanged);
  expect(await rows(ctx, 'select 1 from person where district_id = $1')).toHaveLength(1);
});

test('a person changed since the plan was made is not overwritten: nothing of the batch is written', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '10058', gender: 'M' });
  const planned = await plan(ctx, record({ staffNumber: 'new' }), record());
  await rows(
    ctx,
    "update person set cell_phone = '555-0100', rev = rev + 1 where district_id = $1 returning 1",
  );
  await expect(write(ctx, planned)).rejects.toBeInstanceOf(CampusChanged);
  expect(await rows(ctx, 'select gender from person where district_id = $1')).toEqual([{ gender: 'M' }]);
});

test('POS-11 a position that was linked since the plan was made is not removed', async () => {
  const ctx = await testDistrict();
  const { positionIds } = await insertPerson(ctx, {
    staffNumber: '10058',
    positions: [{ startDate: '2019-01-01' }],
  });
  const planned = await plan(ctx, record({ positions: [] }));
  expect(planned[0]?.changes.some((change) => change.op === 'delete')).toBe(true);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const section = ctx.newId();
    await textRun(
      tx,
      "insert into section (district_id, id, school_number, name) values ($1, $2, '010', 'Algebra')",
      [tx.districtId, section],
    );
    await textRun(
      tx,
      'insert into section_staff (district_id, id, section_id, assignment_id) values ($1, $2, $3, $4)',
      [tx.districtId, ctx.newId(), section, positionIds[0]],
    );
  });
  await expect(write(ctx, planned)).rejects.toBeInstanceOf(CampusChanged);
  const [again] = await plan(ctx, record({ positions: [] }));
  expect(again?.changes.some((change) => change.op === 'delete')).toBe(false);
});

test('the SSN of a new person opens at their own row only, and the journal holds no digit more than four', async () => {
  const ctx = await testDistrict();
  const ssn = sealSsn(ctx.keys, ssnInTransit(ctx.district.id, '10058'), '123456789');
  await write(ctx, await plan(ctx, record({ ssn })));
  const [person] = await rows<{ id: string; ssn_cipher: Buffer }>(
    ctx,
    'select id, ssn_cipher from person where district_id = $1',
  );
  expect(
    openSsn(ctx.keys, ssnOfPerson(ctx.district.id, person?.id ?? ''), person?.ssn_cipher as Buffer),
  ).toBe('123456789');
  const journal = await rows<{ changes: unknown }>(
    ctx,
    'select changes from change_journal where district_id = $1',
  );
  expect(JSON.stringify(journal)).toContain('"ssnLast4":"6789"');
  expect(JSON.stringify(journal)).not.toContain('12345');
});

test('the journal keeps of an update only what differs, with its value before and why', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { staffNumber: '10058', gender: 'M', hrManagedAt: new Date(0) });
  await write(ctx, await plan(ctx, record()));
  const [entry] = await rows(
    ctx,
    'select person_id, created, rev, changes from change_journal where district_id = $1',
  );
  expect(entry).toMatchObject({
    person_id: id,
    created: false,
    rev: 2,
    changes: [
      {
        table: 'person',
        op: 'update',
        id,
        before: { gender: 'M' },
        after: { gender: 'F' },
        rule: expect.any(String),
        reason: expect.any(String),
      },
    ],
  });
});

test('HH-4 a person is loaded with the households they share, and how many live there', async () => {
  const ctx = await testDistrict();
  const [pat, kim] = [await insertPerson(ctx, { staffNumber: '1' }), await insertPerson(ctx)];
  await insertHousehold(ctx, {
    members: [pat.id, kim.id],
    locations: [
      {
        address: { fullStreetAddress: '1 Oak St', city: 'Blaine', state: 'MN', zip: '55123' },
        endDate: '2020-01-01',
      },
    ],
  });
  const people = await ctx.db.inDistrict(ctx.district.id, (tx) => loadPeopleWhole(ctx, tx, [pat.id]));
  expect(people.get(pat.id)?.households).toMatchObject([
    { memberCount: 2, locations: [{ endDate: '2020-01-01', address: { street: 'Oak', tag: 'St' } }] },
  ]);
});
