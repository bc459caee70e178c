import { boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { copyRows } from './copy.ts';
import { rowInserter } from './insert-rows.ts';
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

test('rows of the staging go in by insert, however many, and a null stays null', async () => {
  const ctx = await testDistrict();
  const callId = ctx.newId();
  const columns = [
    'callId',
    'line',
    'runId',
    'staffNumberKey',
    'record',
    'sent',
    'ssnCipher',
    'newTitles',
  ] as const;
  const insert = rowInserter(stagedStaff, columns, ['record', 'sent', 'newTitles']);
  const sent = JSON.stringify({ text: 'a "b" \\ {c} \u001e \n' });
  const rows = Array.from({ length: 5_000 }, (_, line) => ({
    ...{ callId, line, runId: callId, staffNumberKey: `n"\\,{}${line}`, record: '{}', sent },
    ...{ ssnCipher: line === 1 ? Buffer.from([0, 92, 34]) : null, newTitles: line === 1 ? '{}' : null },
  }));
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    expect(await insert(tx, rows)).toBe(5_000);
    expect(
      await textRow(
        tx,
        `select count(*)::int as n, count(distinct sent)::int as texts, min(sent) as sent, count(new_titles)::int as titles,
                string_agg(encode(ssn_cipher, 'hex'), '') as cipher, max(staff_number_key) filter (where line = 7) as key
           from staged_staff where district_id = $1 and call_id = $2`,
        [tx.districtId, callId],
      ),
    ).toEqual({ n: 5_000, texts: 1, sent, titles: 1, cipher: '005c22', key: 'n"\\,{}7' });
  });
});

test('what the database refuses rejects with its code', async () => {
  const ctx = await testDistrict();
  const copy = ctx.db.stagingInDistrict(ctx.district.id, (tx) =>
    copyRows(tx, household, ['districtId', 'id'], [[tx.districtId, ctx.newId()]]),
  );
  await expect(copy).rejects.toMatchObject({ code: '0A000' });
});
