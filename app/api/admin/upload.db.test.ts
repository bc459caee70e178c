import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { type Answer, send, testServer } from '../../../lib/http/testing/vendor.ts';
import { workbookOf } from '../../../lib/staff-file/testing/workbook.ts';
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { adminApi } from './api.ts';

const server = testServer();
let ctx: Context;
let upload: (path: string, type: string, body?: string | Buffer<ArrayBuffer>) => Promise<Answer>;

async function admin(of: Context): Promise<typeof upload> {
  const cookie = await signedIn(of, { username: 'admin', name: 'Alex Morgan', rights: ['Synchronization'] });
  return (path, type, body = '') =>
    send(server, adminApi, `/api/admin/sync${path}`, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: `__Secure-campus-session=${cookie}`,
        ...(type && { 'content-type': type }),
      },
      body,
    });
}

beforeEach(async () => {
  ctx = await testDistrict();
  upload = await admin(ctx);
});

const FILE = 'ID Number,Last,First,Sex\n1,Brown,Ann,F\n2,Reyes,Ana,F\n';
const columns = ['staffNumber', 'lastName', 'firstName', 'gender'].map((property, index) => ({
  header: FILE.split(/[,\n]/)[index],
  property,
  dates: 'iso',
}));
const keep = (by = upload) => by('/upload/mappings', JSON_TYPE, JSON.stringify({ columns }));

test('SYNC-12 SYNC-1 a file is taken while a transfer is started, and 409 says so before', async () => {
  const { body } = await keep();
  const early = await upload(`/upload?mapping=${body.id}`, CSV_TYPE, FILE);
  expect(early).toMatchObject({ status: 409, body: { allowed: ['start'] } });
  expect((await upload('/start', '')).status).toBe(201);
  const taken = await upload(`/upload?mapping=${body.id}`, CSV_TYPE, FILE);
  expect(taken).toMatchObject({ status: 200, body: { outcome: 'staged', received: 2, staffTransferred: 2 } });
});

test('what an admin transferred is in the audit log', async () => {
  await upload('/start', '');
  const { body } = await keep();
  await upload(`/upload?mapping=${body.id}&onInvalid=setAside`, CSV_TYPE, `${FILE}3,,Ann,F\n`);
  const events = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ detail: unknown }>(
      tx,
      `select detail from audit_event where district_id = $1 and action = 'sync.transfer'`,
      [tx.districtId],
    ),
  );
  expect(events).toEqual([{ detail: { received: 3, setAside: 1 } }]);
});

test.each([
  ['another type', '/upload', 'application/pdf', 415],
  ['no type', '/upload/look', '', 415],
  ['a mapping that is no id', '/upload?mapping=1', CSV_TYPE, 422],
  ['another choice', '/upload?onInvalid=guess', CSV_TYPE, 422],
  ['no CSV', '/upload/look', CSV_TYPE, 400],
  ['a mapping of nothing', '/upload/mappings', JSON_TYPE, 422],
])('%s is refused', async (_, path, type, status) => {
  await upload('/start', '');
  expect((await upload(path, type, type === JSON_TYPE ? '{"columns":[]}' : '')).status).toBe(status);
});

test('a mapping is the district’s own', async () => {
  const { body } = await keep(await admin(await testDistrict()));
  await upload('/start', '');
  expect((await upload(`/upload?mapping=${body.id}`, CSV_TYPE, FILE)).status).toBe(404);
});

test('ERR-3 an SSN in a bad row is in no answer and is not stored', async () => {
  await upload('/start', '');
  const file = 'staffNumber,lastName,firstName,gender,ssn\n1,Brown,Ann,Q,123-45-6789\n';
  const refused = await upload('/upload', CSV_TYPE, file);
  expect(refused.body).toMatchObject({ outcome: 'refused', rows: [{ line: 2 }] });
  expect(JSON.stringify(refused.body)).not.toContain('6789');
  await upload('/upload?onInvalid=setAside', CSV_TYPE, file);
  const kept = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ row: string }>(tx, 'select a::text as row from set_aside_staff a where a.district_id = $1', [
      tx.districtId,
    ]),
  );
  expect(kept).toHaveLength(1);
  expect(kept[0]?.row).not.toMatch(/123-?45/);
});

interface Logged {
  action: string;
  path: string;
  status: number;
  message: string;
  payload: string | null;
}
const logged = () =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<Logged>(
      tx,
      'select action, path, status, message, payload from error_log where district_id = $1 order by id',
      [tx.districtId],
    ),
  );
const AS_UPLOAD = { action: 'UPLOAD', path: 'Staff Synchronization' };
const HEADER = 'staffNumber,lastName,firstName,gender,ssn\n';

test('ERR-1 a file with bad rows is in the error log, with the rows, whether it was refused or they were set aside', async () => {
  await upload('/start', '');
  const file = `${HEADER}1,Brown,Ann,Q,123-45-6789\n2,Reyes,Ana,F,\n3,,Bo,M,987654321\n`;
  await upload('/upload', CSV_TYPE, file);
  await upload('/upload?onInvalid=setAside', CSV_TYPE, file);
  const rows = [
    { staffNumber: '1', lastName: 'Brown', firstName: 'Ann', gender: 'Q', ssn: '***-**-****' },
    { staffNumber: '3', firstName: 'Bo', gender: 'M', ssn: '*********' },
  ];
  const [refused, aside, ...others] = await logged();
  expect(others).toEqual([]);
  expect(refused).toMatchObject({ ...AS_UPLOAD, status: 422 });
  expect(refused?.message).toMatch(/^Nothing of the file was staged: 2 rows of the file can’t be accepted\./);
  expect(refused?.message).toContain('3 /2/lastName: ');
  expect(aside?.message).toMatch(/^2 rows of the file were set aside\. The rest was staged\./);
  for (const one of [refused, aside]) expect(JSON.parse(one?.payload ?? '')).toMatchObject(rows);
});

test('ERR-1 a file that comes when no transfer takes it is in the error log', async () => {
  await upload('/upload', CSV_TYPE, `${HEADER}1,Brown,Ann,F,123-45-6789\n`);
  await upload('/upload', 'application/pdf', '%PDF');
  await upload('/commit', '');
  expect(await logged()).toEqual([
    { ...AS_UPLOAD, status: 409, message: expect.stringContaining('start'), payload: null },
    { ...AS_UPLOAD, status: 415, message: expect.stringContaining('Content-Type'), payload: null },
  ]);
});

test.each([
  ['a quote that fits nowhere', 'CSV', `${HEADER}1,"Brown,Ann,F,123-45-6789,7,8\n`],
  ['columns that nobody knows', 'CSV', 'Number,ssn\n1,123-45-6789\n'],
  ['rows with too many cells', 'CSV', `${HEADER}1,Brown,Ann,F,123-45-6789,7\n`],
  ['JSON that ends early', 'JSON', '[{"staffNumber":"1","ssn":"123-45-6789"'],
  ['lines that are no JSON', 'NDJSON', '{"staffNumber":"1","ssn":"123-45-6789"\n'],
])('ERR-3 of a file with %s the error log has what was sent, masked', async (_, type, file) => {
  await upload('/start', '');
  await upload('/upload', { CSV: CSV_TYPE, JSON: JSON_TYPE, NDJSON: NDJSON_TYPE }[type] ?? '', file);
  const [entry, ...others] = await logged();
  expect(others).toEqual([]);
  expect(entry).toMatchObject(AS_UPLOAD);
  expect(entry?.payload).toContain('***-**-****');
  expect(entry?.payload).not.toContain('6789');
});

test('ERR-3 of a large file without line ends the beginning is kept, also when Campus only looks at it', async () => {
  await upload('/start', '');
  const file = `${HEADER}${'1,Brown,Ann,F,123-45-6789;'.repeat(50_000)}`;
  await upload('/upload', CSV_TYPE, file);
  await upload('/upload/look', CSV_TYPE, file);
  const entries = await logged();
  expect(entries).toHaveLength(2);
  for (const { payload, message } of entries) {
    expect(message).toContain('Line 2 is longer than a megabyte');
    expect(payload?.startsWith('staffNumber,lastName')).toBe(true);
    expect(payload?.endsWith('…')).toBe(true);
    expect(payload?.length).toBeLessThan(17_000);
    expect(payload).not.toContain('6789');
  }
});

test('a workbook is taken; one that is damaged is refused, and logged without a NUL', async () => {
  await upload('/start', '');
  const rows = FILE.trim()
    .split('\n')
    .map((row) => row.split(','));
  const workbook = workbookOf({ Notes: [['x']], Staff: [['Grand Bend ISD'], ...rows] });
  const seen = await upload('/upload/look?sheet=Staff', XLSX_TYPE, workbook);
  expect(seen).toMatchObject({
    status: 200,
    body: { recognized: { sheet: 'Staff', sheets: ['Notes', 'Staff'], headerRow: 2, above: [1], below: [] } },
  });
  const { body } = await keep();
  const taken = await upload(`/upload?mapping=${body.id}&sheet=Staff&headerRow=2`, XLSX_TYPE, workbook);
  expect(taken).toMatchObject({ status: 200, body: { outcome: 'staged', received: 2 } });
  const damaged = await upload('/upload', XLSX_TYPE, workbook.subarray(0, workbook.length / 2));
  expect(damaged).toMatchObject({ status: 400 });
  expect((await logged())[0]?.message).toContain('damaged');
});

test('UTF-16, Windows-1252 and a chosen header row are looked at and taken', async () => {
  await upload('/start', '');
  const text = 'Foo;Bar;Baz;Qux\r\nID Number;Last;First;Sex\r\n1;Muñoz;José;M\r\n';
  const { body } = await keep();
  for (const [encoding, name, number] of [
    ['utf16le', 'utf-16le', '1'],
    ['latin1', 'windows-1252', '2'],
  ] as const) {
    const file = Buffer.from(text.replace('\n1;', `\n${number};`), encoding);
    const first = await upload('/upload/look?headerRow=1', CSV_TYPE, file);
    expect(first.body.columns[0]).toMatchObject({ header: 'Foo' });
    const seen = await upload('/upload/look', CSV_TYPE, file);
    expect(seen.body.recognized).toMatchObject({ encoding: name, delimiter: ';', headerRow: 2 });
    expect(seen.body.rows[0]).toEqual([number, 'Muñoz', 'José', 'M']);
    const taken = await upload(`/upload?mapping=${body.id}&headerRow=2`, CSV_TYPE, file);
    expect(taken.body).toMatchObject({ outcome: 'staged', received: 1, recognized: { encoding: name } });
  }
});
