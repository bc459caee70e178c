import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import type { FieldError } from '../../../lib/failure.ts';
import { type Answer, send, testServer } from '../../../lib/http/testing/vendor.ts';
import { workbookOf } from '../../../lib/staff-file/testing/workbook.ts';
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { adminApi } from './api.ts';

const server = testServer();
let ctx: Context;
type Call = (
  path: string,
  type: string,
  body?: string | Buffer<ArrayBuffer>,
  method?: string,
) => Promise<Answer>;
let call: Call;

async function admin(of: Context): Promise<Call> {
  const cookie = await signedIn(of, { username: 'admin', name: 'Alex Morgan', rights: ['Synchronization'] });
  return (path, type, body, method = 'POST') =>
    send(server, adminApi, `/api/admin/sync${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: `__Secure-campus-session=${cookie}`,
        ...(type && { 'content-type': type }),
      },
      ...(method !== 'GET' && { body: body ?? '' }),
    });
}

beforeEach(async () => {
  ctx = await testDistrict();
  call = await admin(ctx);
});

const FILE = 'ID Number,Last,First,Sex\n1,Brown,Ann,F\n2,Reyes,Ana,F\n';
const columns = ['staffNumber', 'lastName', 'firstName', 'gender'].map((property, index) => ({
  header: FILE.split(/[,\n]/)[index],
  property,
  dates: 'iso',
}));

const DRAFTS = '/upload/drafts';
const draft = (file: string | Buffer<ArrayBuffer>, type: string = CSV_TYPE) =>
  call(`${DRAFTS}?name=staff.csv`, type, file);
const json = (path: string, body: object, method = 'POST') =>
  call(path, JSON_TYPE, JSON.stringify(body), method);

/** A file by the wizard's calls: held, its columns chosen, transferred. Answers as the first call that fails, or the last. */
async function upload(
  file: string | Buffer<ArrayBuffer>,
  {
    type = CSV_TYPE as string,
    mapping,
    onInvalid = 'reject',
  }: { type?: string; mapping?: object; onInvalid?: string } = {},
): Promise<Answer> {
  const held = await draft(file, type);
  if (held.status !== 201) return held;
  const at = `${DRAFTS}/${held.body.id}`;
  if (mapping) {
    const choices = {
      mapping: { reading: {}, fixed: [], values: [], ...mapping },
      step: 'check',
      name: null,
    };
    const chosen = await json(`${at}/choices`, choices, 'PUT');
    if (chosen.status !== 200) return chosen;
  }
  const done = await json(`${at}/transfer`, { onInvalid, name: null });
  return done.status === 200 ? { ...done, body: done.body.result } : done;
}

test('SYNC-12 SYNC-1 a file is taken while a transfer is started, and 409 says so before', async () => {
  expect(await draft(FILE)).toMatchObject({ status: 409, body: { allowed: ['start'] } });
  expect((await call('/start', '')).status).toBe(201);
  const taken = await upload(FILE, { mapping: { columns } });
  expect(taken).toMatchObject({ status: 200, body: { outcome: 'staged', received: 2, staffTransferred: 2 } });
});

test('what an admin transferred is in the audit log', async () => {
  await call('/start', '');
  await upload(`${FILE}3,,Ann,F\n`, { mapping: { columns }, onInvalid: 'setAside' });
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
  ['another type', () => draft('%PDF', 'application/pdf'), 415],
  ['no type', () => draft(FILE, ''), 415],
  ['no CSV', () => draft(''), 400],
  ['another choice', () => upload(FILE, { mapping: { columns }, onInvalid: 'guess' }), 422],
  ['columns without a required one', () => upload(FILE, { mapping: { columns: columns.slice(1) } }), 422],
  [
    'another’s draft',
    () => json(`${DRAFTS}/${ctx.newId()}/transfer`, { onInvalid: 'reject', name: null }),
    404,
  ],
])('%s is refused', async (_, refused, status) => {
  await call('/start', '');
  expect((await refused()).status).toBe(status);
});

test('ERR-3 an SSN in a bad row is in no answer and is not stored', async () => {
  await call('/start', '');
  const file = 'staffNumber,lastName,firstName,gender,ssn\n1,Brown,Ann,Q,123-45-6789\n';
  const refused = await upload(file);
  expect(refused.body).toMatchObject({ outcome: 'refused', rows: [{ line: 2 }] });
  expect(JSON.stringify(refused.body)).not.toContain('6789');
  await upload(file, { onInvalid: 'setAside' });
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
  await call('/start', '');
  const file = `${HEADER}1,Brown,Ann,Q,123-45-6789\n2,Reyes,Ana,F,\n3,,Bo,M,987654321\n`;
  await upload(file);
  await upload(file, { onInvalid: 'setAside' });
  const rows = [
    { staffNumber: '1', lastName: 'Brown', firstName: 'Ann', gender: 'Q', ssn: '***-**-****' },
    { staffNumber: '3', firstName: 'Bo', gender: 'M', ssn: '*********' },
  ];
  const [refused, aside, ...others] = await logged();
  expect(others).toEqual([]);
  expect(refused).toMatchObject({ ...AS_UPLOAD, status: 422 });
  expect(refused?.message).toMatch(/^Nothing of the file was staged: 2 rows of the file can’t be accepted\./);
  expect(refused?.message).toContain('3 /1/lastName: ');
  expect(aside?.message).toMatch(/^2 rows of the file were set aside\. The rest was staged\./);
  for (const one of [refused, aside]) expect(JSON.parse(one?.payload ?? '')).toMatchObject(rows);
  // Into the payload: the third record of the file is its second.
  const errors = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ errors: string }>(tx, 'select errors::text from error_log where district_id = $1', [
      tx.districtId,
    ]),
  );
  for (const one of errors)
    expect((JSON.parse(one.errors) as FieldError[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/0/gender',
      '/1/lastName',
    ]);
});

test('ERR-1 a file that comes when no transfer takes it is in the error log', async () => {
  await draft(`${HEADER}1,Brown,Ann,F,123-45-6789\n`);
  await draft('%PDF', 'application/pdf');
  await call('/commit', '');
  expect(await logged()).toEqual([
    { ...AS_UPLOAD, status: 409, message: expect.stringContaining('start'), payload: null },
    { ...AS_UPLOAD, status: 415, message: expect.stringContaining('Content-Type'), payload: null },
  ]);
});

test.each([
  ['a quote that fits nowhere', CSV_TYPE, `${HEADER}1,"Brown,Ann,F,123-45-6789,7,8\n`],
  ['rows with too many cells', CSV_TYPE, `${HEADER}1,Brown,Ann,F,123-45-6789,7\n`],
  ['lines that are no JSON', NDJSON_TYPE, '{"staffNumber":"1","ssn":"123-45-6789"\n'],
])('ERR-3 of a file with %s the error log has what was sent, masked', async (_, type, file) => {
  await call('/start', '');
  await upload(file, { type });
  const [entry, ...others] = await logged();
  expect(others).toEqual([]);
  expect(entry).toMatchObject(AS_UPLOAD);
  expect(entry?.payload).toContain('***-**-****');
  expect(entry?.payload).not.toContain('6789');
});

test.each([
  ['columns that nobody knows', CSV_TYPE, 'Number,ssn\n1,123-45-6789\n', 'transfer'],
  ['JSON that ends early', JSON_TYPE, '[{"staffNumber":"1","ssn":"123-45-6789"', 'transfer'],
  [
    'more columns than anybody has',
    CSV_TYPE,
    `${Array.from({ length: 20_000 }, (_, i) => `c${i}`)}\n1`,
    'columns',
  ],
])(
  'ERR-1 ERR-3 a held file with %s that can’t be read is in the error log, with its beginning',
  async (_, type, file, step) => {
    await call('/start', '');
    const { body } = await draft(file, type);
    const at = `${DRAFTS}/${body.id}/${step}`;
    const { status } =
      step === 'columns'
        ? await call(at, '', '', 'GET')
        : await json(at, { onInvalid: 'reject', name: null });
    expect(status).toBeGreaterThanOrEqual(400);
    const [{ payload, ...entry } = { payload: null }, ...others] = await logged();
    expect(others).toEqual([]);
    expect(entry).toEqual({ ...AS_UPLOAD, status, message: expect.any(String) });
    expect(payload?.slice(0, 10)).toBe(file.slice(0, 10));
    expect(payload).not.toContain('6789');
  },
);

test('ERR-1 ERR-3 a file with people who are staged already: the log has their rows, and no row counts that another file set aside', async () => {
  await call('/start', '');
  await upload(`${HEADER}1,Brown,Ann,F,123-45-6789\n2,Reyes,Ana,Q,\n`, { onInvalid: 'setAside' });
  const again = `${HEADER}3,Lee,Kim,M,\n1,Brown,Ann,F,123-45-6789\n`;
  expect(await upload(again)).toMatchObject({ body: { outcome: 'refused' } });
  expect(await upload(again, { onInvalid: 'setAside' })).toMatchObject({
    body: { outcome: 'staged', received: 2, staffTransferred: 2, setAside: 1 },
  });
  const [, refused, ...others] = await logged();
  expect(others).toEqual([]);
  expect(refused?.message).toContain('already staged');
  expect(JSON.parse(refused?.payload ?? '')).toMatchObject([{ staffNumber: '1', ssn: '***-**-****' }]);
});

test('ERR-3 of a large file without line ends the beginning is kept', async () => {
  await call('/start', '');
  await draft(`${HEADER}${'1,Brown,Ann,F,123-45-6789;'.repeat(50_000)}`);
  const [{ payload, message } = { payload: null, message: '' }, ...others] = await logged();
  expect(others).toEqual([]);
  expect(message).toContain('Line 2 is longer than a megabyte');
  expect(payload?.startsWith('staffNumber,lastName')).toBe(true);
  expect(payload?.endsWith('…')).toBe(true);
  expect(payload?.length).toBeLessThan(17_000);
  expect(payload).not.toContain('6789');
});

test('a workbook is taken; one that is damaged is refused, and logged without a NUL', async () => {
  await call('/start', '');
  const rows = FILE.trim()
    .split('\n')
    .map((row) => row.split(','));
  const workbook = workbookOf({ Notes: [['x']], Staff: [['Grand Bend ISD'], ...rows] });
  const held = await draft(workbook, XLSX_TYPE);
  const seen = await call(`${DRAFTS}/${held.body.id}/columns`, '', '', 'GET');
  expect(seen.body.recognized).toMatchObject({ sheet: 'Notes', sheets: ['Notes', 'Staff'] });
  const mapping = { columns, reading: { sheet: 'Staff', headerRow: 2 } };
  const taken = await upload(workbook, { type: XLSX_TYPE, mapping });
  expect(taken).toMatchObject({
    status: 200,
    body: {
      outcome: 'staged',
      received: 2,
      recognized: { sheet: 'Staff', headerRow: 2, above: [1], below: [] },
    },
  });
  const damaged = await draft(workbook.subarray(0, workbook.length / 2), XLSX_TYPE);
  expect(damaged).toMatchObject({ status: 400 });
  expect((await logged())[0]?.message).toContain('damaged');
});

test('UTF-16, Windows-1252 and a chosen header row are looked at and taken', async () => {
  await call('/start', '');
  const text = 'Foo;Bar;Baz;Qux\r\nID Number;Last;First;Sex\r\n1;Muñoz;José;M\r\n';
  for (const [encoding, name, number] of [
    ['utf16le', 'utf-16le', '1'],
    ['latin1', 'windows-1252', '2'],
  ] as const) {
    const file = Buffer.from(text.replace('\n1;', `\n${number};`), encoding);
    const held = await draft(file);
    const look = () => call(`${DRAFTS}/${held.body.id}/columns`, '', '', 'GET');
    const seen = await look();
    expect(seen.body.recognized).toMatchObject({ encoding: name, delimiter: ';', headerRow: 2 });
    expect(seen.body.rows[0]).toEqual([number, 'Muñoz', 'José', 'M']);
    const reading = {
      mapping: { reading: { headerRow: 1 }, columns: [], fixed: [], values: [] },
      step: 'file',
      name: null,
    };
    await json(`${DRAFTS}/${held.body.id}/choices`, reading, 'PUT');
    expect((await look()).body.columns[0]).toMatchObject({ header: 'Foo' });
    const taken = await upload(file, { mapping: { columns, reading: { headerRow: 2 } } });
    expect(taken.body).toMatchObject({ outcome: 'staged', received: 1, recognized: { encoding: name } });
  }
});
