import fc from 'fast-check';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { type CopyRow, copyRows } from './copy.ts';
import { testDistrict } from './testing/district.ts';

/** Everything Postgres takes as text: no NUL, no lone surrogates. */
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));
const row = fc.tuple(
  fc.option(fc.oneof(text, fc.constantFrom('\\N', '\\.', '', '\t', 'a\\b\r\nc', '\\x00'))),
  fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  fc.option(fc.boolean()),
  fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.option(fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })),
);

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
        expect(await copyRows(client, 't', ['a', 'b', 'c', 'd', 'e'], rows)).toBe(rows.length);
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

async function* many(count: number, failAt = Number.POSITIVE_INFINITY): AsyncGenerator<CopyRow> {
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
      const rows = (async function* (): AsyncGenerator<CopyRow> {
        for await (const [line] of many(5_000, failAt))
          yield [tx.districtId, callId, line, callId, `n${line}`, '{}'];
      })();
      const columns = ['district_id', 'call_id', 'line', 'run_id', 'staff_number_key', 'record'];
      return copyRows(tx.client, 'staged_staff', columns, rows);
    });
  await expect(stage(3_000)).rejects.toThrow('the vendor hung up');
  const count = () =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      tx.row<{ n: number }>('select count(*) as n from staged_staff where district_id = $1', [tx.districtId]),
    );
  expect(await count()).toEqual({ n: 0 });
  expect(await stage(Number.POSITIVE_INFINITY)).toBe(5_000);
  expect(await count()).toEqual({ n: 5_000 });
});

test('what the database refuses rejects with its code', async () => {
  const ctx = await testDistrict();
  const copy = ctx.db.copyingInDistrict(ctx.district.id, (tx) =>
    copyRows(tx.client, 'household', ['district_id', 'id'], [[tx.districtId, ctx.newId()]]),
  );
  await expect(copy).rejects.toMatchObject({ code: '0A000' });
});
