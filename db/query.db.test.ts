import { and, asc, count, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asStored, DISTRICT_ID, inDistrict, isOneOf } from './conditions.ts';
import { defineCommand, defineQuery, defineSearch, type Params } from './query.ts';
import { rowWriter } from './rows.ts';
import { identity, person } from './schema/person.ts';
import { auditEvent } from './schema/records.ts';
import { syncRun } from './schema/sync.ts';
import { testDistrict } from './testing/district.ts';
import { unnested } from './unnested.ts';

const people = rowWriter(person, ['id', 'staffNumber', 'hrManagedAt', 'birthDate']);

const named = defineQuery('test: people with numbers', (orm, p: Params<{ numbers: readonly string[] }>) =>
  orm
    .select({
      number: person.staffNumber,
      rev: person.rev,
      birthDate: person.birthDate,
      since: person.hrManagedAt,
      lastName: identity.lastName,
    })
    .from(person)
    .leftJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id)))
    .where(and(inDistrict(person), isOneOf(person.staffNumber, p.numbers)))
    .orderBy(asc(person.staffNumber)),
);

test('rows come typed by the columns they select: dates as text, moments as Date, null where a join has none', async () => {
  const ctx = await testDistrict();
  const rows = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await people.insert(tx, [
      { id: ctx.newId(), staffNumber: 'A1', hrManagedAt: ctx.now, birthDate: '1979-12-26' },
      { id: ctx.newId(), staffNumber: 'a,"\\2', hrManagedAt: null, birthDate: null },
      { id: ctx.newId(), staffNumber: 'A3', hrManagedAt: null, birthDate: null },
    ]);
    return named(tx, { numbers: ['A1', 'a,"\\2'] });
  });
  expect(rows).toEqual([
    { number: 'A1', rev: 1, birthDate: '1979-12-26', since: ctx.now, lastName: null },
    { number: 'a,"\\2', rev: 1, birthDate: null, since: null, lastName: null },
  ]);
});

test('the district is the transaction’s: another district’s rows are not among them', async () => {
  const [own, other] = [await testDistrict(), await testDistrict()];
  const counted = defineQuery('test: how many people', (orm) =>
    orm.select({ n: count() }).from(person).where(inDistrict(person)),
  );
  await other.db.inDistrict(other.district.id, (tx) =>
    people.insert(tx, [{ id: other.newId(), staffNumber: 'B', hrManagedAt: null, birthDate: null }]),
  );
  expect(await own.db.inDistrict(own.district.id, (tx) => counted.first(tx))).toEqual({ n: 0 });
  expect(await other.db.inDistrict(other.district.id, (tx) => counted.first(tx))).toEqual({ n: 1 });
  await expect(counted(own.db)).rejects.toThrow('districtId');
});

const insertEvent = defineCommand(
  'test: insert an event',
  (orm, p: Params<{ id: string; detail: unknown; at: Date }>) =>
    orm.insert(auditEvent).values({
      districtId: DISTRICT_ID,
      id: p.id,
      occurredAt: p.at,
      actor: 'Test',
      action: 'test',
      detail: p.detail,
    }),
);
const eventDetail = defineQuery('test: an event’s detail', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ detail: auditEvent.detail, isNull: sql<boolean>`${auditEvent.detail} is null` })
    .from(auditEvent)
    .where(and(inDistrict(auditEvent), eq(auditEvent.id, p.id))),
);

test('JSON is stored as the column stores it', async () => {
  const ctx = await testDistrict();
  const detail = { given: ['a', 'b'], quoted: '"' };
  const id = ctx.newId();
  const read = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await insertEvent(tx, { id, detail, at: ctx.now });
    return eventDetail.first(tx, { id });
  });
  expect(read).toEqual({ detail, isNull: false });
});

const endRun = defineCommand(
  'test: set the end of a run',
  (orm, p: Params<{ id: string; endedAt: Date | null }>) =>
    orm
      .update(syncRun)
      .set({ endedAt: asStored(p.endedAt, syncRun.endedAt) })
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.id))),
);

test('a command answers how many rows it wrote, and null stays null', async () => {
  const ctx = await testDistrict();
  const run = rowWriter(syncRun, ['id', 'kind', 'status', 'startedAt', 'startedBy', 'endedAt']);
  const ended = defineQuery('test: the end of runs', (orm) =>
    orm.select({ endedAt: syncRun.endedAt }).from(syncRun).where(inDistrict(syncRun)),
  );
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const id = ctx.newId();
    await run.insert(tx, [
      {
        id,
        kind: 'synchronization',
        status: 'committed',
        startedAt: ctx.now,
        startedBy: 'Test',
        endedAt: ctx.now,
      },
    ]);
    expect(await endRun(tx, { id, endedAt: null })).toBe(1);
    expect(await ended(tx)).toEqual([{ endedAt: null }]);
    expect(await endRun(tx, { id, endedAt: ctx.now })).toBe(1);
    expect(await ended(tx)).toEqual([{ endedAt: ctx.now }]);
    expect(await endRun(tx, { id: ctx.newId(), endedAt: ctx.now })).toBe(0);
  });
});

test('arrays are read side by side', async () => {
  const ctx = await testDistrict();
  const pairs = defineQuery(
    'test: pairs',
    (
      orm,
      p: Params<{ ids: readonly string[]; revs: readonly number[]; births: readonly (string | null)[] }>,
    ) => {
      const given = unnested('given', {
        id: [person.id, p.ids],
        rev: [person.rev, p.revs],
        birth: [person.birthDate, p.births],
      });
      return orm.select(given.columns).from(given.table);
    },
  );
  const rows = [
    { id: ctx.newId(), rev: 7, birth: '2000-02-29' },
    { id: ctx.newId(), rev: 8, birth: null },
  ];
  const read = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    pairs(tx, {
      ids: rows.map(({ id }) => id),
      revs: rows.map(({ rev }) => rev),
      births: rows.map(({ birth }) => birth),
    }),
  );
  expect(read).toEqual(rows);
});

test('a search is built from what is asked for', async () => {
  const ctx = await testDistrict();
  const search = defineSearch(
    'test: a search',
    (orm, input: { number?: string }) =>
      orm
        .select({ number: person.staffNumber })
        .from(person)
        .where(and(inDistrict(person), input.number ? eq(person.staffNumber, input.number) : undefined)),
    { number: 'A' },
  );
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await people.insert(
      tx,
      ['A', 'B'].map((staffNumber) => ({ id: ctx.newId(), staffNumber, hrManagedAt: null, birthDate: null })),
    );
    expect(await search(tx, { number: 'B' })).toEqual([{ number: 'B' }]);
    expect(await search(tx, {})).toHaveLength(2);
  });
});

test('an error is the database’s own, with its code and without the values', async () => {
  const ctx = await testDistrict();
  const id = ctx.newId();
  const twice = ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await insertEvent(tx, { id, detail: { ssn: '123456789' }, at: ctx.now });
    await insertEvent(tx, { id, detail: { ssn: '123456789' }, at: ctx.now });
  });
  const error = await twice.catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: '23505' });
  expect(String(error)).not.toContain('123456789');
});

test('a value that is missing is named', async () => {
  const ctx = await testDistrict();
  const given = {} as { numbers: string[] };
  await expect(ctx.db.inDistrict(ctx.district.id, (tx) => named(tx, given))).rejects.toThrow('numbers');
});
