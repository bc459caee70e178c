import { parse } from 'csv-parse/sync';
import { beforeEach, expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { readPdf } from '../export/pdf/testing/read-pdf.ts';
import { NotFound } from '../failure.ts';
import { exportErrorsCsv } from './export-csv.ts';
import { exportErrorsPdf } from './export-pdf.ts';
import { listCauses } from './list-causes.ts';
import { countErrors, listErrors } from './list-errors.ts';
import { readError, readPayload } from './read-error.ts';
import type { Narrowing } from './schema.ts';
import { logError, logErrors } from './testing/log-error.ts';

let ctx: Context;
beforeEach(async () => {
  ctx = await testDistrict();
});

const ALL: Narrowing = { search: '' };
const messages = async (asked: Partial<Narrowing>, page = 1, limit = 50) =>
  (await listErrors(ctx, { ...ALL, ...asked, page, limit })).data.map(({ message }) => message);
const at = (time: string) => new Date(time);

test('ERR-1 entries are sorted newest first, page by page, and say whether there is a payload', async () => {
  for (const [i, time] of ['2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z', '2026-11-24T11:00:00Z'].entries())
    await logError(ctx, { message: `no ${i}`, occurredAt: at(time), payload: i === 0 ? null : '{}' });
  expect(await messages({})).toEqual(['no 1', 'no 2', 'no 0']);
  expect(await messages({}, 2, 2)).toEqual(['no 0']);
  const { data, more } = await listErrors(ctx, { ...ALL, page: 1, limit: 2 });
  expect([data.length, more, data[0]?.hasPayload]).toEqual([2, true, true]);
  expect((await listErrors(ctx, { ...ALL, page: 2, limit: 2 })).data[0]?.hasPayload).toBe(false);
  expect(await countErrors(ctx, ALL)).toBe(3);
});

test('ERR-3 a search looks into message and path in any case, and for a whole staff number or request id', async () => {
  await logError(ctx, { message: 'schoolNumber 999 is no School.', staffNumber: '1', requestId: 'Req-1' });
  await logError(ctx, {
    message: 'other',
    path: '/campus/oauth2/token',
    staffNumber: 'AB2',
    requestId: null,
  });
  expect(await messages({ search: 'NO school' })).toEqual(['schoolNumber 999 is no School.']);
  expect(await messages({ search: 'OAUTH2' })).toEqual(['other']);
  expect(await messages({ search: ' ab2 ' })).toEqual(['other']);
  expect(await messages({ search: 'req-1' })).toEqual(['schoolNumber 999 is no School.']);
  expect(await messages({ search: 'ab' })).toEqual([]);
  expect(await messages({ search: '%' })).toEqual([]);
  // As an older version left them.
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'update error_log set search_text = null where district_id = $1', [tx.districtId]),
  );
  expect(await messages({ search: 'NO school' })).toEqual(['schoolNumber 999 is no School.']);
  expect(await messages({ search: 'OAUTH2' })).toEqual(['other']);
});

test('ERR-3 a staff number or request id that the log has is looked for as such alone; else the text is', async () => {
  await logError(ctx, { message: 'of 10058', staffNumber: 'N10058', requestId: 'req-9' });
  await logError(ctx, { message: 'N10058 is mentioned, as is req-9' });
  expect(await messages({ search: 'n10058' })).toEqual(['of 10058']);
  expect(await messages({ search: 'req-9' })).toEqual(['of 10058']);
  expect(await countErrors(ctx, { search: 'N10058' })).toBe(1);
  expect((await listCauses(ctx, { search: 'N10058' })).map(({ entries }) => entries)).toEqual([1]);
  expect(await messages({ search: 'N10058 is' })).toEqual(['N10058 is mentioned, as is req-9']);
  expect(await messages({ search: '1005' })).toHaveLength(2);
});

test('ERR-3 days are the district’s, from its midnight to its midnight', async () => {
  // In November, Chicago is at UTC-6.
  await logError(ctx, { message: 'before', occurredAt: at('2026-11-24T05:59:59.999Z') });
  await logError(ctx, { message: 'first', occurredAt: at('2026-11-24T06:00:00Z') });
  await logError(ctx, { message: 'last', occurredAt: at('2026-11-25T05:59:59.999Z') });
  await logError(ctx, { message: 'after', occurredAt: at('2026-11-25T06:00:00Z') });
  expect(await messages({ from: '2026-11-24', to: '2026-11-24' })).toEqual(['last', 'first']);
  expect(await messages({ from: '2026-11-25' })).toEqual(['after']);
  expect(await messages({ to: '2026-11-23' })).toEqual(['before']);
});

test('ERR-3 by action, by status and by all statuses of a kind, together with a search', async () => {
  await logError(ctx, { message: 'a', action: 'PUT', status: 404 });
  await logError(ctx, { message: 'b', action: 'POST', status: 422 });
  await logError(ctx, { message: 'c', action: 'POST', status: 500 });
  expect(await messages({ action: 'PUT' })).toEqual(['a']);
  expect(await messages({ status: '422' })).toEqual(['b']);
  expect(await messages({ status: '4xx' })).toEqual(['b', 'a']);
  expect(await messages({ status: '5xx', action: 'POST', search: 'c' })).toEqual(['c']);
  expect(await countErrors(ctx, { ...ALL, status: '4xx' })).toBe(2);
});

test('ERR-3 entries that failed the same way are one cause with its latest message, which leads to them', async () => {
  const errors = (index: number) => [
    { pointer: `/staffMembers/${index}/ssn`, code: 'notAnSsn' as const, message: 'no SSN' },
  ];
  await logError(ctx, { message: 'one', errors: errors(3), occurredAt: at('2026-11-20T10:00:00Z') });
  await logError(ctx, { message: 'two', errors: errors(8), occurredAt: at('2026-11-22T10:00:00Z') });
  await logError(ctx, { message: 'There is no run.', status: 409 });
  const causes = await listCauses(ctx, ALL);
  expect(causes.map(({ entries, message, status }) => [entries, message, status])).toEqual([
    [2, 'two /staffMembers/8/ssn: no SSN', 422],
    [1, 'There is no run.', 409],
  ]);
  expect(await messages({ cause: causes[0]?.cause as string })).toEqual([
    'two /staffMembers/8/ssn: no SSN',
    'one /staffMembers/3/ssn: no SSN',
  ]);
  expect((await listCauses(ctx, { ...ALL, to: '2026-11-21' })).map(({ message }) => message)).toEqual([
    'one /staffMembers/3/ssn: no SSN',
  ]);
});

test('ERR-1 one entry has its payload as stored and what was wrong where; another district has neither', async () => {
  const payload = '{"ssn" : "***-**-****", "a":1,"a":2}';
  const errors = [{ pointer: '/ssn', code: 'notAnSsn' as const, message: 'no SSN', hint: 'Nine digits.' }];
  const id = await logError(ctx, { payload, errors });
  expect(await readError(ctx, { id })).toMatchObject({
    payload,
    payloadLength: payload.length,
    errors,
    totalErrors: 1,
  });
  const other = await testDistrict();
  await expect(readError(other, { id })).rejects.toThrow(NotFound);
  await expect(readPayload(other, { id })).rejects.toThrow(NotFound);
  expect(await countErrors(other, ALL)).toBe(0);
});

test('ERR-1 of a payload of megabytes the viewer gets the beginning, the file has all of it', async () => {
  const payload = `["${'x'.repeat(1_000_000)}"]`;
  const id = await logError(ctx, { payload });
  const entry = await readError(ctx, { id });
  expect([entry.payload?.length, entry.payloadLength]).toEqual([250_000, payload.length]);
  expect(await new Response((await readPayload(ctx, { id })).stream).text()).toBe(payload);
});

test('ERR-2 the PDF has the log as narrowed, what it is narrowed to, and says what of a payload is left out', async () => {
  for (let i = 0; i < 30; i += 1) await logError(ctx, { message: `wanted ${i}`, payload: 'y'.repeat(5_000) });
  await logError(ctx, { message: 'another' });
  const asked = { search: 'wanted ', from: '2026-11-01', status: '422' };
  const { stream } = exportErrorsPdf(ctx, asked);
  const { pages } = readPdf(new Uint8Array(await new Response(stream).arrayBuffer()));
  const lines = pages.flat();
  expect(lines).toEqual(
    expect.arrayContaining([
      'Business Office Error Log',
      'Test ISD',
      'Generated on 11/24/2026 12:00 PM',
      'Dates: 11/1/2026 to today',
      'Search: wanted',
      'Status: 422',
      ...['Error Date', 'Action', 'Path', 'Error Message', 'Payload'],
      '422: wanted 0',
      '422: wanted 29',
    ]),
  );
  expect(lines.join(' ')).toContain('(5,000 characters)');
  expect(lines).not.toContain('422: another');
  expect(pages[0]).toContain(`Page 1 of ${pages.length}`);
});

test('ERR-2 over batches none is left out and none is twice, though all have one time', async () => {
  const all = Array.from({ length: 520 }, (_, i) => `entry ${i}.`);
  await logErrors(
    ctx,
    all.map((message) => ({ message })),
  );
  const csv = parse(await new Response(exportErrorsCsv(ctx, ALL).stream).text(), { bom: true }) as string[][];
  expect(csv[0]).toContain('Payload');
  expect(csv.slice(1).map((row) => row[4])).toEqual(all.toReversed());
});
