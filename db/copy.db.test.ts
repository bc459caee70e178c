import { boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { copyRows } from './copy.ts';
import { household } from './schema/household.ts';
import { bytes } from './schema/person.ts';
import { stagedStaff } from './schema/staging.ts';
import { textRow } from './sql-text.ts';
import { testDistrict } from './testing/district.ts';

/** Everything Postgres takes as text: no NUL, no lone surrogates. */
const anyText = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));
const row = fc.tuple(
  fc.option(fc.oneof(anyText, fc.constantFrom('\\N', '\\.', '', '\t', 'a\\b\r\nc', '\\x00'))),
  fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  fc.option(fc.boolean()),
  fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.option(fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })),
);

const copied = pgTable('t', {
  a: text(),
  b: bytes(),
  c: boolean(),
  d: integer(),
  e: timestamp({ withTimezone: true, mode: 'date' }),
});

test('whatever is copied is read back as it was', async () => {
  const client = new pg.Client({ connectionString: inject('appUrl') });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      'create temporary table t (n serial, a text, b bytea, c boolean, d int, e timestamptz)',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        await client.query('truncate t');
        expect(await copyRows({ client }, copied, ['a', 'b', 'c', 'd', 'e'], rows)).toBe(rows.length);
        const read = await client.query({ text: 'select a, b, c, d, e from t order by n', rowMode: 'array' });
        expect(read.rows).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  } finally {
    await client.query('rollback');
    await client.end();
  }
});

async function* many(
  count: number,
  failAt = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly [line: number, text: string]> {
  for (let i = 0; i < count; i += 1) {
    if (i === failAt) throw new Error('the vendor hung up');
    yield [i, 'x'.repeat(1000)];
  }
}

test('a source that fails leaves nothing, and the connection is of use again', async () => {
  const ctx = await testDistrict();
  const stage = (failAt: number) =>
    ctx.db.copyingInDistrict(ctx.district.id, async (tx) => {
      const callId = ctx.newId();
      const rows = (async function* () {
        for await (const [line] of many(5_000, failAt))
          yield [tx.districtId, callId, line, callId, `n${line}`, '{}', '{}'] as const;
      })();
      const columns = ['districtId', 'callId', 'line', 'runId', 'staffNumberKey', 'record', 'sent'] as const;
      return copyRows(tx, stagedStaff, columns, rows);
    });
  await expect(stage(3_000)).rejects.toThrow('the vendor hung up');
  const count = () =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRow<{ n: number }>(tx, 'select count(*) as n from staged_staff where district_id = $1', [
        tx.districtId,
      ]),
    );
  expect(await count()).toEqual({ n: 0 });
  expect(await stage(Number.POSITIVE_INFINITY)).toBe(5_000);
  expect(await count()).toEqual({ n: 5_000 });
});

test('what the database refuses rejects with its code', async () => {
  const ctx = await testDistrict();
  const copy = ctx.db.copyingInDistrict(ctx.district.id, (tx) =>
    copyRows(tx, household, ['districtId', 'id'], [[tx.districtId, ctx.newId()]]),
  );
  await expect(copy).rejects.toMatchObject({ code: '0A000' });
});
