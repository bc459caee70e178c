import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { type GivenLocation, insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { findAddresses } from '../address/find.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { readPerson } from '../people/read-person.ts';
import { readValidation } from '../report/read-validation.ts';
import { createStaffMember } from '../staff/create.ts';
import { createPosition } from '../staff/position.ts';
import { updateStaffMember } from '../staff/update.ts';
import { submitCommit } from '../sync/commit/commit.ts';
import { endSync } from '../sync/run/end.ts';
import { startSync } from '../sync/run/start.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { runJob } from '../worker/start-worker.ts';
import { comparePair } from './compare.ts';
import { decideDifferent } from './different.ts';
import { listDecisions } from './list.ts';
import { mergeAddresses } from './merge.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { undoDecision } from './undo.ts';

const OLD = '4321 Lexington Ave';
const KEPT = '4321 N Lexington Ave';
const OTHER = '9 Oak Ct';
const at = (line: string) => ({ fullStreetAddress: line, city: 'Blaine', state: 'MN', zip: '55123' });
const ADMIN = {
  kind: 'user',
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Morgan, Alex',
  username: 'alex',
} as const;
const district = () => testDistrict({ actor: ADMIN });

const rows = <R>(ctx: Context, sql: string, ...values: unknown[]): Promise<R[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<R>(tx, sql, [tx.districtId, ...values]));

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('it was taken');
    },
    (error) => error,
  );

/** A new household for one new staff member. */
async function home(ctx: Context, lastName: string, ...locations: (string | GivenLocation)[]) {
  const { id } = await insertPerson(ctx, { lastName, staffNumber: `${lastName}-${ctx.newId()}` });
  const household = await insertHousehold(ctx, {
    members: [id],
    locations: locations.map((one) => (typeof one === 'string' ? { address: at(one) } : one)),
  });
  return { personId: id, household, addressIds: household.addressIds };
}

/** Simpson lives at the old spelling, Brown at the kept one. */
async function twoHomes(ctx: Context) {
  const simpson = await home(ctx, 'Simpson', OLD);
  const brown = await home(ctx, 'Brown', KEPT);
  return {
    simpson,
    brown,
    droppedId: simpson.addressIds[0] as string,
    keptId: brown.addressIds[0] as string,
  };
}

const locations = (ctx: Context, householdId: string) =>
  rows<{ id: string; addressId: string; startDate: string | null; endDate: string | null; mailing: boolean }>(
    ctx,
    `select id, address_id as "addressId", start_date as "startDate", end_date as "endDate", mailing
       from household_location where district_id = $1 and household_id = $2 order by start_date nulls first, id`,
    householdId,
  );
const revOf = async (ctx: Context, id: string) =>
  (await rows<{ rev: number }>(ctx, 'select rev from person where district_id = $1 and id = $2', id))[0]?.rev;
const near = async (ctx: Context) => (await nearDuplicates(ctx, { limit: 100 })).data;
const addressCount = async (ctx: Context) =>
  (await rows<{ n: number }>(ctx, 'select count(*) as n from address where district_id = $1'))[0]?.n;

const record = (staffNumber: string, line: string, over: object = {}) => ({
  staffNumber,
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
  household: { householdLocations: [{ address: at(line) }] },
  ...over,
});

async function synchronize(ctx: Context, ...records: object[]) {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  const validation = await validateSync(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: validation.jobId });
  const report = await readValidation(ctx, validation);
  const { jobId } = await submitCommit(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  return report;
}

test('ADR-3 Merge: every location moves to the kept address, journaled, audited, with a new rev', async () => {
  const ctx = await district();
  const { simpson, brown, ...pair } = await twoHomes(ctx);
  const past = await home(
    ctx,
    'Past',
    { address: at(OLD), startDate: '2010-01-01', endDate: '2015-01-01' },
    { address: at(OTHER), startDate: '2015-01-02' },
  );
  const [before, brownBefore] = [await revOf(ctx, simpson.personId), await revOf(ctx, brown.personId)];
  expect(await mergeAddresses(ctx, pair)).toMatchObject({ households: 2 });
  expect(await locations(ctx, simpson.household.id)).toMatchObject([{ addressId: pair.keptId }]);
  expect(await locations(ctx, past.household.id)).toMatchObject([
    { addressId: pair.keptId, endDate: '2015-01-01' },
    { addressId: past.addressIds[1], startDate: '2015-01-02' },
  ]);
  expect(await revOf(ctx, simpson.personId)).toBe((before as number) + 1);
  expect(await revOf(ctx, brown.personId)).toBe(brownBefore);
  const person = await readPerson(ctx, { id: simpson.personId });
  expect(person.history[0]).toMatchObject({
    actor: 'Morgan, Alex',
    how: 'campus',
    changes: [
      {
        table: 'householdLocation',
        op: 'update',
        rule: 'ADR-3',
        reason: expect.stringContaining(`merged the address “${OLD}” into “${KEPT}”`),
      },
    ],
  });
  const audit = await rows<{ action: string; target: string; detail: object }>(
    ctx,
    'select action, target, detail from audit_event where district_id = $1',
  );
  expect(audit).toMatchObject([
    { action: 'address.merge', target: pair.keptId, detail: { dropped: pair.droppedId, households: 2 } },
  ]);
});

test('ADR-3 after a merge HR’s old spelling is the kept address: search, create, PUT, transfer and commit', async () => {
  const ctx = await district();
  const { brown: _, simpson: __, ...pair } = await twoHomes(ctx);
  await createStaffMember(ctx, record('7', KEPT));
  await mergeAddresses(ctx, pair);
  const addresses = await addressCount(ctx);

  const { data } = await findAddresses(ctx, { ...at(OLD), limit: 10 });
  expect(data).toMatchObject([{ id: pair.keptId, prefix: 'N' }]);
  expect(data[0]?.score).toBeUndefined();

  const created = await createStaffMember(ctx, record('8', '4321 Lexington Avenue'));
  expect(created.staffMember.household?.householdLocations).toMatchObject([{ address: { id: pair.keptId } }]);

  const put = await updateStaffMember(ctx, {
    staffNumber: '7',
    ifMatch: null,
    json: { household: { householdLocations: [{ address: at(OLD) }] } },
  });
  // They live there already: no second location.
  expect(put.staffMember.household?.householdLocations).toMatchObject([
    { address: { id: pair.keptId }, endDate: null },
  ]);
  expect(put.staffMember.household?.householdLocations).toHaveLength(1);

  const feed = ['7', '8', '9'].map((staffNumber) => record(staffNumber, OLD));
  await synchronize(ctx, ...feed);
  for (const staffNumber of ['7', '8', '9']) {
    const [person] = await rows<{ id: string }>(
      ctx,
      'select id from person where district_id = $1 and staff_number = $2',
      staffNumber,
    );
    const { household } = await readPerson(ctx, { id: (person as { id: string }).id });
    expect(
      household?.householdLocations.map(({ address }) => address.id),
      staffNumber,
    ).toEqual([pair.keptId]);
  }
  expect(await addressCount(ctx)).toBe(addresses);
  // The feed that still spells it the old way says nothing new.
  expect((await synchronize(ctx, ...feed)).summary.addresses).toBe(0);
});

test('ADR-3 two spellings of one merged address in one batch: its details add up in the kept one', async () => {
  const ctx = await district();
  const { brown: _, simpson: __, ...pair } = await twoHomes(ctx);
  await mergeAddresses(ctx, pair);
  const with_ = (line: string, over: object) => ({
    household: { householdLocations: [{ address: { ...at(line), ...over } }] },
  });
  await synchronize(
    ctx,
    record('8', KEPT, with_(KEPT, { county: 'Anoka' })),
    record('9', OLD, with_(OLD, { zip: '55123-1234' })),
  );
  expect((await findAddresses(ctx, { ...at(KEPT), limit: 10 })).data).toMatchObject([
    { id: pair.keptId, county: 'Anoka', zip: '55123-1234' },
  ]);
});

test('ADR-3 the dropped address’s county and ZIP+4 fill what the kept one lacks; the undo empties them again', async () => {
  const ctx = await district();
  const { addressIds } = await home(
    ctx,
    'Simpson',
    { address: { ...at(OLD), zip: '55123-1234', county: 'Anoka' } },
    { address: at(KEPT) },
  );
  const [droppedId, keptId] = addressIds as [string, string];
  const { decisionId } = await mergeAddresses(ctx, { keptId, droppedId });
  const kept = async () => (await findAddresses(ctx, { ...at(KEPT), limit: 1 })).data[0];
  expect(await kept()).toMatchObject({ id: keptId, prefix: 'N', zip: '55123-1234', county: 'Anoka' });
  await undoDecision(ctx, { id: decisionId });
  expect(await kept()).toMatchObject({ id: keptId, zip: '55123', county: null });
});

test('RO-4 addresses with different numbers, streets or zips are two places, and can’t be merged', async () => {
  const ctx = await district();
  const { addressIds } = await home(ctx, 'Simpson', KEPT, '4325 N Lexington Ave', '4321 Oak Ct', {
    address: { ...at(KEPT), zip: '55124-1234' },
  });
  const [keptId, ...others] = addressIds as [string, ...string[]];
  const words: string[] = [];
  for (const droppedId of others) {
    const refused = await refusal(mergeAddresses(ctx, { keptId, droppedId }));
    expect(refused).toBeInstanceOf(Conflict);
    words.push(refused.message);
  }
  expect(words).toEqual([
    expect.stringContaining('different numbers'),
    expect.stringContaining('different streets'),
    expect.stringContaining('different zips'),
  ]);
});

/** Two addresses, the dropped one with a staff member who came from HR. */
async function mergedUnderHr(ctx: Context) {
  const { staffMember } = await createStaffMember(ctx, {
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    workPhone: '7635550100',
    household: { householdLocations: [{ address: at(OLD) }] },
  });
  const brown = await home(ctx, 'Brown', KEPT);
  const keptId = brown.addressIds[0] as string;
  const droppedId = (await findAddresses(ctx, { ...at(OLD), limit: 1 })).data[0]?.id as string;
  return { id: staffMember.id, keptId, droppedId };
}
const put = (ctx: Context, json: object) =>
  updateStaffMember(ctx, { staffNumber: '10058', json, ifMatch: null });
const codesOf = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);

test('RO-4 HR’s next call for a person it manages says which addresses were merged, once', async () => {
  const ctx = await district();
  const { keptId, droppedId } = await mergedUnderHr(ctx);
  const pair = await comparePair(ctx, { firstId: keptId, secondId: droppedId });
  expect([pair.first.hrManaged, pair.second.hrManaged]).toEqual([0, 1]);
  await mergeAddresses(ctx, { keptId, droppedId });
  // Nothing else differs: the warning is answered all the same.
  const answer = await put(ctx, {
    workPhone: '763-555-0100',
    household: { householdLocations: [{ address: at(OLD) }] },
  });
  expect(answer.warnings).toEqual([
    {
      code: 'addressMerged',
      message: expect.stringContaining(`“${OLD}” into “${KEPT}”`),
    },
  ]);
  expect(codesOf(await put(ctx, { workPhone: '763-555-0100' }))).toEqual([]);
});

test('RO-4 a position call is HR’s next call, too', async () => {
  const ctx = await district();
  const { keptId, droppedId } = await mergedUnderHr(ctx);
  await mergeAddresses(ctx, { keptId, droppedId });
  const json = { schoolNumber: '010', titleCode: 'T1', startDate: '2026-07-01' };
  const call = () => createPosition(ctx, { staffNumber: '10058', json, ifMatch: null });
  expect(codesOf(await call())).toEqual(['addressMerged']);
  expect(codesOf(await call())).toEqual([]);
});

test('RO-4 a merge that was undone before HR’s next call is no news to HR', async () => {
  const ctx = await district();
  const { keptId, droppedId } = await mergedUnderHr(ctx);
  const { decisionId } = await mergeAddresses(ctx, { keptId, droppedId });
  await undoDecision(ctx, { id: decisionId });
  expect(codesOf(await put(ctx, { workPhone: '7635550199' }))).toEqual([]);
});

test('RO-4 a validation shows the warning, and the commit answers with it once, also where nothing changes', async () => {
  const ctx = await district();
  const { id, keptId, droppedId } = await mergedUnderHr(ctx);
  await mergeAddresses(ctx, { keptId, droppedId });
  const staff = {
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    workPhone: '7635550100',
  };
  await synchronize(ctx, staff);
  const warnings = () =>
    rows<{ warnings: { code: string }[]; outcome: string }>(
      ctx,
      'select warnings, outcome from sync_result where district_id = $1 and person_id = $2 order by run_id desc',
      id,
    ).then(([latest]) => latest);
  expect(await warnings()).toMatchObject({ outcome: 'unchanged', warnings: [{ code: 'addressMerged' }] });
  await synchronize(ctx, staff);
  expect(await warnings()).toEqual({ outcome: 'unchanged', warnings: [] });
});

test('a household that is at both addresses is there once, for all that either was for; the undo parts them again', async () => {
  const ctx = await district();
  const { household, personId, addressIds } = await home(
    ctx,
    'Both',
    { address: at(OLD), startDate: '2010-01-01', mailing: true },
    { address: at(KEPT), startDate: '2012-01-01', mailing: false },
  );
  const [droppedId, keptId] = addressIds as [string, string];
  const before = await locations(ctx, household.id);
  const { decisionId } = await mergeAddresses(ctx, { keptId, droppedId });
  expect(await locations(ctx, household.id)).toEqual([
    {
      id: household.locationIds[1],
      addressId: keptId,
      startDate: '2010-01-01',
      endDate: null,
      mailing: true,
    },
  ]);
  expect((await readPerson(ctx, { id: personId })).household?.householdLocations).toHaveLength(1);
  expect(await undoDecision(ctx, { id: decisionId })).toEqual({ putBack: 1, stays: [] });
  expect(await locations(ctx, household.id)).toEqual(before);
});

test('a household of several people, or of nobody, moves once; each of them knows', async () => {
  const ctx = await district();
  const [parent, child] = [await insertPerson(ctx), await insertPerson(ctx, { firstName: 'Bart' })];
  const family = await insertHousehold(ctx, {
    members: [parent.id, child.id],
    locations: [{ address: at(OLD) }, { address: at(KEPT) }],
  });
  const empty = await insertHousehold(ctx, { members: [], locations: [{ address: at(OLD) }] });
  const [droppedId, keptId] = family.addressIds as [string, string];
  const { decisionId } = await mergeAddresses(ctx, { keptId, droppedId });
  expect(await locations(ctx, family.id)).toMatchObject([{ addressId: keptId }]);
  expect(await locations(ctx, empty.id)).toMatchObject([{ addressId: keptId }]);
  for (const { id } of [parent, child]) expect(await revOf(ctx, id)).toBe(2);
  await undoDecision(ctx, { id: decisionId });
  expect((await locations(ctx, family.id)).map(({ addressId }) => addressId).sort()).toEqual(
    [droppedId, keptId].sort(),
  );
  expect(await locations(ctx, empty.id)).toMatchObject([{ addressId: droppedId }]);
});

test('undo puts back what nobody edited since, and says whose location stays', async () => {
  const ctx = await district();
  const { simpson, brown, ...pair } = await twoHomes(ctx);
  await createStaffMember(ctx, record('7', OLD, { lastName: 'Mover' }));
  const { decisionId } = await mergeAddresses(ctx, pair);
  await updateStaffMember(ctx, {
    staffNumber: '7',
    ifMatch: null,
    json: { household: { householdLocations: [{ address: at(OTHER), startDate: '2026-11-24' }] } },
  });
  await createStaffMember(ctx, record('8', OLD));
  expect(await undoDecision(ctx, { id: decisionId })).toMatchObject({
    putBack: 1,
    stays: [{ lastName: 'Mover' }],
  });
  expect(await locations(ctx, simpson.household.id)).toMatchObject([{ addressId: pair.droppedId }]);
  expect(await locations(ctx, brown.household.id)).toMatchObject([{ addressId: pair.keptId }]);
  // The old spelling is a separate address again.
  expect((await findAddresses(ctx, { ...at(OLD), limit: 1 })).data).toMatchObject([{ id: pair.droppedId }]);
  expect((await readPerson(ctx, { id: simpson.personId })).history[0]?.changes[0]?.reason).toMatch(
    /undid the merge/,
  );
  expect(await refusal(undoDecision(ctx, { id: decisionId }))).toBeInstanceOf(Conflict);
  // And can be merged once more.
  await mergeAddresses(ctx, pair);
});

test('ADR-3 chains: what was merged into a dropped address leads to the kept one, and back by the undo', async () => {
  const ctx = await district();
  const { simpson, brown: _, ...pair } = await twoHomes(ctx);
  const third = (await home(ctx, 'Third', '4321 N Lexington St')).addressIds[0] as string;
  const first = await mergeAddresses(ctx, pair);
  const second = await mergeAddresses(ctx, { keptId: third, droppedId: pair.keptId });
  const foundFor = async (line: string) => (await findAddresses(ctx, { ...at(line), limit: 1 })).data[0]?.id;
  expect(await foundFor(OLD)).toBe(third);
  expect(await foundFor(KEPT)).toBe(third);
  const refused = await refusal(undoDecision(ctx, { id: first.decisionId }));
  expect([refused.constructor, refused.message]).toEqual([
    Conflict,
    expect.stringMatching(/Undo that merge first/),
  ]);
  await undoDecision(ctx, { id: second.decisionId });
  expect(await foundFor(OLD)).toBe(pair.keptId);
  await undoDecision(ctx, { id: first.decisionId });
  expect(await foundFor(OLD)).toBe(pair.droppedId);
  expect(await locations(ctx, simpson.household.id)).toMatchObject([{ addressId: pair.droppedId }]);
});

test('ADR-7 Not the same: never proposed again, until it is taken back; it forbids a merge', async () => {
  const ctx = await district();
  const { simpson: _, brown: __, ...pair } = await twoHomes(ctx);
  expect(await near(ctx)).toMatchObject([{ score: 0.88, differing: ['prefix'] }]);
  const ids = { firstId: pair.keptId, secondId: pair.droppedId };
  const { decisionId } = await decideDifferent(ctx, ids);
  expect(await near(ctx)).toEqual([]);
  expect(
    await refusal(decideDifferent(ctx, { firstId: ids.secondId, secondId: ids.firstId })),
  ).toBeInstanceOf(Conflict);
  expect(await refusal(mergeAddresses(ctx, pair))).toBeInstanceOf(Conflict);
  expect(await comparePair(ctx, ids)).toMatchObject({ differentId: decisionId });
  expect(await undoDecision(ctx, { id: decisionId })).toEqual({ putBack: 0, stays: [] });
  expect(await near(ctx)).toHaveLength(1);
  expect((await listDecisions(ctx, { limit: 10 })).data).toMatchObject([
    { id: decisionId, kind: 'different', decidedBy: 'Morgan, Alex', undoneBy: 'Morgan, Alex' },
  ]);
});

test('near-duplicates tell who lives there, and a merged address is none', async () => {
  const ctx = await district();
  const { simpson, brown, ...pair } = await twoHomes(ctx);
  const child = await insertPerson(ctx, { lastName: 'Simpson', firstName: 'Bart' });
  await rows(
    ctx,
    `insert into enrollment (district_id, id, person_id, school_number, grade, start_date)
     values ($1, $2, $3, '001', '4', '2020-08-14')`,
    ctx.newId(),
    child.id,
  );
  await insertHousehold(ctx, { members: [child.id], locations: [{ address: at(OLD) }] });
  await home(ctx, 'Gone', { address: at(OLD), startDate: '2000-01-01', endDate: '2001-01-01' });
  const [found] = await near(ctx);
  expect([found?.first, found?.second].find((one) => one?.id === pair.droppedId)).toMatchObject({
    households: { current: 2, ended: 1 },
    people: 2,
    staff: 1,
    students: 1,
    residents: [
      { firstName: 'Bart', current: true, student: true, staff: false },
      { id: simpson.personId, current: true, staff: true },
      { lastName: 'Gone', current: false },
    ],
  });
  await mergeAddresses(ctx, pair);
  expect(await near(ctx)).toEqual([]);
  expect(
    (await findAddresses(ctx, { ...at('4321 Lexington Ct'), limit: 10 })).data.map(({ id }) => id),
  ).toEqual([pair.keptId]);
  expect(brown.addressIds).toEqual([pair.keptId]);
});

test('the list of near-duplicates goes on where a page ended, telling each pair once', async () => {
  const ctx = await district();
  const lines = [1, 2, 3].flatMap((number) => [
    `${number} Lexington Ave`,
    `${number} N Lexington Ave`,
    `${number} Lexington`,
  ]);
  await home(ctx, 'Many', ...lines);
  const all = (await near(ctx)).map(({ first, second }) => `${first.id} ${second.id}`);
  expect(all).toHaveLength(9);
  const listed: string[] = [];
  let cursor: string[] | undefined;
  do {
    const { data, nextCursor } = await nearDuplicates(ctx, { limit: 2, cursor });
    expect(data.length).toBeLessThanOrEqual(2);
    listed.push(...data.map(({ first, second }) => `${first.id} ${second.id}`));
    cursor = nextCursor ? JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) : undefined;
  } while (cursor);
  expect(listed).toEqual(all);
});

test('what can’t be merged: itself, what is gone, another district’s, what was merged already', async () => {
  const ctx = await district();
  const { simpson: _, brown: __, ...pair } = await twoHomes(ctx);
  const foreign = (await home(await district(), 'Far', OTHER)).addressIds[0] as string;
  expect(await refusal(mergeAddresses(ctx, { keptId: pair.keptId, droppedId: pair.keptId }))).toBeInstanceOf(
    Conflict,
  );
  expect(await refusal(mergeAddresses(ctx, { keptId: pair.keptId, droppedId: foreign }))).toBeInstanceOf(
    NotFound,
  );
  expect(await refusal(undoDecision(ctx, { id: pair.keptId }))).toBeInstanceOf(NotFound);
  await mergeAddresses(ctx, pair);
  expect(await refusal(mergeAddresses(ctx, pair))).toBeInstanceOf(Conflict);
  expect(
    await refusal(mergeAddresses(ctx, { keptId: pair.droppedId, droppedId: pair.keptId })),
  ).toBeInstanceOf(Conflict);
});

test('two admins who merge at once, either way round, merge once; HR’s calls meanwhile end at the kept address', async () => {
  const ctx = await district();
  const { simpson: _, brown: __, ...pair } = await twoHomes(ctx);
  const calls = Array.from({ length: 6 }, (_unused, n) => createStaffMember(ctx, record(`c${n}`, OLD)));
  const merges = await Promise.allSettled([
    mergeAddresses(ctx, pair),
    mergeAddresses(ctx, { keptId: pair.droppedId, droppedId: pair.keptId }),
    mergeAddresses(ctx, pair),
  ]);
  await Promise.all(calls);
  expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(
    await rows(
      ctx,
      `select l.id from household_location l join address a on a.district_id = $1 and a.id = l.address_id
        where l.district_id = $1 and a.merged_into is not null`,
    ),
  ).toEqual([]);
});
