import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { type Answer, calling, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { transferStaff } from '../../../lib/sync/transfer/transfer.ts';
import { api } from './api.ts';
import { working } from './testing/working.ts';

const SYNC = '/staffMembers/sync';
const staff = (staffNumber: string, over: object = {}) => ({
  ...{ staffNumber, lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
  ...over,
});
const ndjson = (...records: unknown[]) =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

async function started(): Promise<Vendor> {
  const vendor = await testVendor(api);
  await vendor.call('POST', `${SYNC}/start`);
  return vendor;
}
const send = (vendor: Vendor, lines: string | Uint8Array, query = '', headers: Record<string, string> = {}) =>
  vendor.call('POST', `${SYNC}/transfer${query}`, lines as string, {
    'content-type': 'application/x-ndjson',
    ...headers,
  });
const staged = async (vendor: Vendor) => (await vendor.call('GET', SYNC)).body.staffTransferred;

test('SYNC-2 a stream of lines is staged: one StaffMember each, blank lines and line ends of either kind', async () => {
  const vendor = await started();
  const answer = await send(
    vendor,
    `\ufeff${ndjson(staff('1'), '', ' \t', staff('2'))}\r\n${JSON.stringify(staff('3'))}`.replace(
      '\ufeff',
      '',
    ),
  );
  expect(answer).toMatchObject({ status: 200, body: { received: 3, staffTransferred: 3, setAside: 0 } });
});

test('SYNC-2 of any number: more than a JSON call takes, over several slices', async () => {
  const vendor = await started();
  const lines = ndjson(...Array.from({ length: 12_000 }, (_, i) => staff(String(i))));
  expect((await send(vendor, lines)).body).toMatchObject({ received: 12_000, staffTransferred: 12_000 });
});

test('gzip is unpacked; what is no gzip, or only a part of one, stages nothing', async () => {
  const vendor = await started();
  const packed = gzipSync(ndjson(staff('1'), staff('2')));
  const gzip = { 'content-encoding': 'gzip' };
  expect(await send(vendor, packed.subarray(0, packed.length - 9), '', gzip)).toMatchObject({
    status: 400,
    body: { errors: [{ code: 'notGzip' }] },
  });
  expect((await send(vendor, ndjson(staff('1')), '', gzip)).status).toBe(400);
  expect((await send(vendor, ndjson(staff('1')), '', { 'content-encoding': 'br' })).status).toBe(415);
  expect(await staged(vendor)).toBe(0);
  expect((await send(vendor, packed, '', gzip)).body.received).toBe(2);
});

test('SYNC-2 one invalid line stages nothing; every error names its line, the error log has the failing records only', async () => {
  const vendor = await started();
  const ssn = '123-45-6789';
  const answer = await send(
    vendor,
    ndjson(staff('1'), staff('2', { gender: 'XX', ssn }), staff('3', { lastNmae: 'x' }), staff('2')),
  );
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([
    { pointer: '/1/gender', index: 1, staffNumber: '2', code: 'unknownGender' },
    { pointer: '/2/lastNmae', index: 2, staffNumber: '3' },
    { pointer: '/3/staffNumber', index: 3, otherIndex: 1 },
  ]);
  expect(await staged(vendor)).toBe(0);
  const [entry] = await vendor.errorLog();
  expect(entry?.errors).toHaveLength(3);
  const payload = JSON.parse(entry?.payload ?? '[]');
  expect(payload.map((record: { staffNumber: string }) => record.staffNumber)).toEqual(['2', '3', '2']);
  expect(entry?.payload).not.toContain(ssn);
});

test('a line that is no JSON is 400, also with onInvalid=setAside; nothing is staged', async () => {
  const vendor = await started();
  for (const query of ['', '?onInvalid=setAside']) {
    const answer = await send(
      vendor,
      ndjson(staff('1'), '{"staffNumber":', staff('2', { gender: 'XX' })),
      query,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ pointer: '/1', index: 1 });
    expect(await staged(vendor)).toBe(0);
  }
});

const SSN = '123-45-6789';
const logged = async (vendor: Vendor) => (await vendor.errorLog()).map(({ payload }) => payload);

test('ERR-3 a line that can’t be read is in the error log as sent, masked, whatever its encoding', async () => {
  const vendor = await started();
  await send(vendor, ndjson(staff('1'), `{"staffNumber":"2","lastName":"Peña","ssn":"${SSN}",`));
  const latin1 = Buffer.from(`${ndjson(staff('1'))}\n{"lastName":"Peña","ssn":"${SSN}"}`, 'latin1');
  await send(vendor, latin1);
  expect(await logged(vendor)).toEqual([
    '[{"staffNumber":"2","lastName":"Peña","ssn":"***-**-****",]',
    '[{"lastName":"Peña","ssn":"***-**-****"}]',
  ]);
});

test('ERR-3 of a stream that can’t be read at all the beginning is in the error log, masked and bounded', async () => {
  const vendor = await started();
  const lines = ndjson(staff('1', { ssn: SSN }));
  const many = Array.from({ length: 2_000 }, (_, i) => staff(String(i + 1), { ssn: SSN }));
  const packed = gzipSync(ndjson(...many));
  const gzip = { 'content-encoding': 'gzip' };
  await send(vendor, packed.subarray(0, packed.length - 9), '', gzip);
  await send(vendor, lines, '', gzip);
  await send(vendor, lines, '', { 'content-encoding': 'br' });
  await send(vendor, `${lines}\n{"ssn":"${SSN}","lastName":"${'x'.repeat(1_100_000)}"}`);
  const [cut, noGzip, other, long] = await logged(vendor);
  const masked = lines.replace(SSN, '***-**-****');
  expect(cut?.startsWith(`${masked}\n`)).toBe(true);
  expect(cut?.endsWith('…')).toBe(true);
  expect([noGzip, other]).toEqual([`${masked}…`, masked]);
  expect(long).toMatch(/^\[\{"ssn":"\*{3}-\*\*-\*{4}","lastName":"x+/);
  for (const payload of [cut, long]) expect(payload?.length).toBeLessThan(17_000);
});

test('ERR-3 a transfer that comes at a wrong moment has no failing record, so no payload', async () => {
  const vendor = await testVendor(api);
  expect((await send(vendor, ndjson(staff('1')))).status).toBe(409);
  expect(await logged(vendor)).toEqual([null]);
});

test('SYNC-2 a number twice beyond the ten thousandth line, and one of an earlier call, name both places', async () => {
  const vendor = await started();
  await send(vendor, ndjson(staff('earlier')));
  const many = Array.from({ length: 10_200 }, (_, i) => staff(String(i)));
  const answer = await send(vendor, ndjson(...many, staff('10100')));
  expect(answer.body.errors).toMatchObject([{ pointer: '/10200/staffNumber', otherIndex: 10_100 }]);
  const again = await send(vendor, ndjson(staff('new'), staff('EARLIER')));
  expect(again.body.errors).toMatchObject([{ index: 1, stagedAt: 'record 1 of the run' }]);
  expect(await staged(vendor)).toBe(1);
});

test('SYNC-2 onInvalid=setAside: the rest is staged; records set aside are errors in the report and failed in the results', async () => {
  const vendor = await started();
  await send(vendor, ndjson(staff('0')));
  const call = await send(
    vendor,
    ndjson(
      staff('1'),
      staff('2', { gender: 'XX', ssn: '123-45-6789' }),
      staff('3', { lastName: '' }),
      staff('0'),
      { lastName: 'Nobody' },
      staff('4'),
    ),
    '?onInvalid=setAside',
  );
  expect(call).toMatchObject({ status: 200, body: { received: 6, staffTransferred: 3, setAside: 3 } });
  expect(call.body.warnings.map(({ code }: { code: string }) => code)).toEqual(['setAside', 'alreadyStaged']);
  expect((await vendor.call('POST', `${SYNC}/end`, { expectedStaff: 7 })).status).toBe(409);
  expect((await vendor.call('POST', `${SYNC}/end`, { expectedStaff: 6 })).body).toMatchObject({
    staffTransferred: 3,
    setAside: 3,
  });

  const report: Answer = await working(vendor, vendor.call('POST', `${SYNC}/validate`));
  expect(report.body.summary.hrNotInCampus).toBe(3);
  expect(
    report.body.sections.errors.entries.map((entry: { staffNumber: string; why: object }) => [
      entry.staffNumber,
      entry.why,
    ]),
  ).toEqual([
    ['2', { rule: 'SYNC-2', reason: expect.stringContaining('XX') }],
    ['3', { rule: 'SYNC-2', reason: expect.any(String) }],
    ['(record 6)', { rule: 'SYNC-2', reason: expect.any(String) }],
  ]);

  const committed: Answer = await working(vendor, vendor.call('POST', `${SYNC}/commit`));
  expect(
    committed.body.succeeded.map(({ staffNumber }: { staffNumber: string }) => staffNumber).sort(),
  ).toEqual(['0', '1', '4']);
  expect(committed.body.failed.map(({ staffNumber }: { staffNumber: string }) => staffNumber)).toEqual([
    '2',
    '3',
    '(record 6)',
  ]);
  expect((await vendor.call('GET', `${SYNC}/commitJobStatus`)).body).toMatchObject({
    ...{ total: 6, processed: 6, created: 3, failed: 3 },
  });
  const logged = (await vendor.errorLog()).filter(({ staff_number }) => staff_number === '2');
  expect(logged).toHaveLength(1);
  expect(logged[0]?.payload).toContain('"gender":"XX"');
  expect(logged[0]?.payload).not.toContain('123-45-6789');
});

test('a JSON call sets aside, too; an unknown choice is 422', async () => {
  const vendor = await started();
  const path = `${SYNC}/transfer?onInvalid=`;
  expect(
    (await vendor.call('POST', `${path}setAside`, [staff('1'), staff('2', { gender: 'XX' })])).body,
  ).toMatchObject({
    ...{ received: 2, staffTransferred: 1, setAside: 1 },
  });
  expect((await vendor.call('POST', `${path}whatever`, [staff('3')])).status).toBe(422);
});

test('SYNC-2 [X, X, Y] by JSON and by lines: X fails once, Y is staged; the corrected X replaces it', async () => {
  for (const by of ['json', 'lines']) {
    const vendor = await started();
    const records = [staff('X'), staff('X', { lastName: 'Other' }), staff('Y')];
    const answer =
      by === 'json'
        ? await vendor.call('POST', `${SYNC}/transfer?onInvalid=setAside`, { staffMembers: records })
        : await send(vendor, ndjson(...records), '?onInvalid=setAside');
    expect(answer).toMatchObject({ status: 200, body: { received: 2, staffTransferred: 1, setAside: 1 } });
    const corrected = await vendor.call('POST', `${SYNC}/transfer`, [staff('X')]);
    expect(corrected.body).toMatchObject({ received: 1, staffTransferred: 2, setAside: 0 });
    expect((await vendor.call('POST', `${SYNC}/end`, { expectedStaff: 2 })).status).toBe(200);
    await working(vendor, vendor.call('POST', `${SYNC}/validate`));
    const committed: Answer = await working(vendor, vendor.call('POST', `${SYNC}/commit`));
    expect(committed.body).toMatchObject({
      succeeded: [{ staffNumber: 'Y' }, { staffNumber: 'X' }],
      failed: [],
    });
  }
});

test('SYNC-2 SYNC-4 runId as a query parameter, and othersStaging, over HTTP', async () => {
  const vendor = await started();
  const { runId } = (await vendor.call('GET', SYNC)).body;
  const other = '01900000-0000-7000-8000-000000000000';
  for (const [path, body] of [
    ['transfer', [staff('1')]],
    ['end', {}],
    ['validate', undefined],
    ['commit', undefined],
    ['submitCommitJob', undefined],
  ] as const) {
    const refused = await vendor.call('POST', `${SYNC}/${path}?runId=${other}`, body);
    expect(refused).toMatchObject({ status: 409, body: { runId, errors: [{ code: 'anotherRun' }] } });
    expect(refused.body.detail).toContain(runId);
    expect((await vendor.call('POST', `${SYNC}/${path}?runId=x`, body)).status).toBe(422);
  }
  expect((await send(vendor, ndjson(staff('1')), `?runId=${other}`)).status).toBe(409);
  expect((await send(vendor, ndjson(staff('1')), `?runId=${runId}`)).status).toBe(200);
  const office = {
    ...vendor.ctx,
    actor: { kind: 'user' as const, id: vendor.ctx.newId(), name: 'Archer, Alice', username: 'alice' },
  };
  await transferStaff(office, { records: [{ value: staff('2') }], pointer: '' });
  const refused = await vendor.call('POST', `${SYNC}/start`);
  expect(refused).toMatchObject({
    status: 409,
    body: {
      errors: [{ code: 'othersStaging' }],
      staged: [{ by: 'office', name: 'Archer, Alice', staff: 1 }],
    },
  });
  expect((await vendor.call('POST', `${SYNC}/end?runId=${runId}`, { expectedStaff: 2 })).status).toBe(200);
});

test('a stream with an Idempotency-Key is staged once; another stream under it is refused', async () => {
  const vendor = await started();
  const key = { 'idempotency-key': 'feed' };
  const first = await send(vendor, ndjson(staff('1')), '', key);
  const again = await send(vendor, ndjson(staff('1')), '', key);
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const written = `\n${JSON.stringify(Object.fromEntries(Object.entries(staff('1')).reverse()), null, 1).replaceAll('\n', ' ')}\r\n`;
  expect(await send(vendor, written, '', key)).toMatchObject({ status: 200, body: first.body });
  expect((await send(vendor, ndjson(staff('2')), '', key)).body.errors).toMatchObject([
    { code: 'idempotencyKeyReused' },
  ]);
  expect(await staged(vendor)).toBe(1);
});

test('a line that never ends is 413', async () => {
  const vendor = await started();
  expect((await send(vendor, 'x'.repeat(3 * 1024 * 1024))).status).toBe(413);
});

test('a gzip bomb and a body of blank lines are 413', async () => {
  const vendor = await started();
  const gzip = { 'content-encoding': 'gzip' };
  const blank = gzipSync(Buffer.alloc(20 * 1024 * 1024, '\n'));
  expect(await send(vendor, blank, '', gzip)).toMatchObject({
    status: 413,
    body: { detail: 'The body has more than 10,000 blank lines.' },
  });
  const bomb = gzipSync(Buffer.from(`${JSON.stringify(staff('1'))}\n`.repeat(100_000)), { level: 9 });
  expect(await send(vendor, bomb, '?onInvalid=setAside', gzip)).toMatchObject({
    status: 413,
    body: { detail: 'The body unpacks to more than 100 times its size.' },
  });
  expect(await staged(vendor)).toBe(0);
});

test('many errors, and many unknown names of one record, are an answer', async () => {
  const vendor = await started();
  const wrong = Array.from({ length: 2_000 }, (_, i) => ({
    ...staff(String(i)),
    gender: 'XX',
    lastNmae: 'x',
  }));
  const named = Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`lastNam${i}`, 'x']));
  const answer = await send(vendor, ndjson(...wrong, { ...staff('named'), ...named }));
  expect(answer).toMatchObject({ status: 422, body: { totalErrors: 4_101 } });
});

test('more errors than a call lists are 413', async () => {
  const vendor = await started();
  const empty = { positions: Array.from({ length: 999 }, () => ({})) };
  const records = Array.from({ length: 120 }, (_, i) => ({ ...staff(String(i)), ...empty }));
  expect((await send(vendor, ndjson(...records))).status).toBe(413);
});

test('a transfer whose process died before it was published is carried out by the next call with its key, once', async () => {
  const vendor = await started();
  const lines = ndjson(...Array.from({ length: 2_500 }, (_, i) => staff(String(i))));
  let end = () => {};
  const endless = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Buffer.from(`${lines}\n`));
      end = () => controller.close();
    },
  });
  const key = { 'idempotency-key': 'night-1' };
  const dead = vendor.call('POST', `${SYNC}/transfer`, endless, {
    'content-type': 'application/x-ndjson',
    ...key,
  });
  const copied = () =>
    vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
      textRows(tx, 'select from staged_staff where district_id = $1', [tx.districtId]),
    );
  await expect.poll(async () => (await copied()).length, { timeout: 20_000 }).toBe(2_000);
  // In one process the second would wait for the first.
  vi.resetModules();
  const elsewhere = { ...vendor, call: calling(vendor, (await import('./api.ts')).api) };
  expect(await send(elsewhere, lines, '', key)).toMatchObject({ status: 409, body: { retry: true } });

  vendor.server.clock.now = new Date(vendor.server.clock.now.getTime() + 61_000);
  expect(await send(elsewhere, lines, '', key)).toMatchObject({ status: 200, body: { received: 2_500 } });
  // The process was only slow: what it has is staged already.
  end();
  expect((await dead).status).toBe(422);
  expect(await staged(vendor)).toBe(2_500);
  expect(await copied()).toHaveLength(2_500);
  expect((await send(elsewhere, lines, '', key)).headers.get('idempotency-replayed')).toBe('true');
});
