import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { textRow, textRows, textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { testEnvironment } from '../../db/testing/environment.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { newRecoveryCodes, takeRecoveryCode } from '../auth/recovery-codes.ts';
import { insertUser } from '../auth/testing/user.ts';
import { openTotpKey, sealTotpKey } from '../auth/totp.ts';
import type { Context } from '../context.ts';
import { cryptoKeys } from '../crypto/keys.ts';
import { openSsn } from '../crypto/seal-ssn.ts';
import { readFeedRow } from '../feeds/feed-row.ts';
import { createFeed } from '../feeds/save-feed.ts';
import { openFeedSecret } from '../feeds/secret.ts';
import { openAnswer, sealAnswer } from '../http/idempotency/kept-answer.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { openMailSecret, sealMailSecret } from '../mail/secret.ts';
import { authenticateClient } from '../oauth/authenticate-client.ts';
import { createClient } from '../oauth/create-client.ts';
import { combinePeople } from '../people/combine/combine.ts';
import { previewCombination } from '../people/combine/preview.ts';
import { undoCombination } from '../people/combine/undo.ts';
import { ssnOfPerson } from '../record/ssn-place.ts';
import { readProvider } from '../single-sign-on/provider-row.ts';
import { openProviderSecret, sealProviderSecret } from '../single-sign-on/secret.ts';
import { createStaffMember } from '../staff/create.ts';
import { searchStaff } from '../staff/search.ts';
import { submitCommit } from '../sync/commit/commit.ts';
import { runResults } from '../sync/commit/results.ts';
import { endSync } from '../sync/run/end.ts';
import { startSync } from '../sync/run/start.ts';
import { syncStatus } from '../sync/run/status.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { submitUndo } from '../sync/undo/submit-undo.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { runJob } from '../worker/start-worker.ts';
import { checkKeys } from './check.ts';
import { type Rotated, rotateKeys } from './rotate.ts';
import type { Checked } from './tally.ts';

const old = {
  campusKey: Buffer.from(testEnvironment.CAMPUS_KEY, 'base64'),
  campusIndexKey: Buffer.from(testEnvironment.CAMPUS_INDEX_KEY, 'base64'),
};
const next = { campusKey: Buffer.alloc(32, 'next key'), campusIndexKey: Buffer.alloc(32, 'next index') };
const oldKeys = cryptoKeys(old);
const newKeys = cryptoKeys(next);
const rotating = cryptoKeys({
  ...next,
  campusKeyOld: [old.campusKey],
  campusIndexKeyOld: [old.campusIndexKey],
});

const record = (staffNumber: string, ssn = `12345678${staffNumber}`) => ({
  staffNumber,
  lastName: `Simpson ${staffNumber}`,
  firstName: 'Pat',
  gender: 'F',
  ssn,
  employments: [{ hireDate: '2020-07-25' }],
  positions: [
    {
      schoolNumber: '010',
      assignmentCode: '20',
      titleCode: '337C8989',
      startDate: '2020-08-01',
    },
  ],
});

const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
async function stage(ctx: Context, ...records: object[]): Promise<void> {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
}
async function commitStaged(ctx: Context): Promise<string> {
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted.runId;
}
async function outcomes(ctx: Context, runId: string) {
  const { data } = await runResults(ctx, { runId, limit: 100 });
  return data.map(({ staffNumber, outcome }) => [staffNumber, outcome]).toSorted();
}

async function rotate(ctx: Context, db: Database = ctx.db): Promise<Rotated[]> {
  const done: Rotated[] = [];
  await rotateKeys(db, ctx.keys, ctx.district.id, { onTable: (one) => done.push(one), batchRows: 2 });
  return done;
}
async function check(ctx: Context): Promise<Checked[]> {
  const tables: Checked[] = [];
  await checkKeys(ctx.db, ctx.keys, ctx.district.id, (one) => tables.push(one));
  return tables;
}
const problemsOf = (tables: Checked[]) => tables.flatMap(({ problems }) => problems);
const idsOf = (tables: Checked[], of: 'sealed' | 'indexed') => [
  ...new Set(tables.filter(({ table }) => table !== 'recovery_code').flatMap((one) => Object.keys(one[of]))),
];

const numbersWithSsn = async (ctx: Context, ssn: string) =>
  (await searchStaff(ctx, { ssn, limit: 10 })).data.map(({ staffNumber }) => staffNumber);

const ssnsOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await textRows<{ id: string; ssn_cipher: Buffer }>(
      tx,
      'select id, ssn_cipher from person where district_id = $1 and ssn_cipher is not null order by staff_number',
      [tx.districtId],
    );
    return rows.map(({ id, ssn_cipher }) => openSsn(ctx.keys, ssnOfPerson(tx.districtId, id), ssn_cipher));
  });

/** A database that runs `before` before each transaction. */
const watched = (db: Database, before: () => Promise<void>): Database => ({
  ...db,
  inDistrict: async (districtId, work) => {
    await before();
    return db.inDistrict(districtId, work);
  },
});

/** A district with everything that can be sealed, under the old keys; `now` has the new ones, and reads with the old. */
async function sealedDistrict() {
  const before = await testDistrict();
  await insertPerson(before, { staffNumber: '1', ssn: '987654321', lastName: 'Former' });
  await stage(before, record('1'), record('2'), record('3'));
  const runId = await commitStaged(before);
  const userId = await insertUser(before);
  const feed = await createFeed(before, {
    ...{
      name: 'Night',
      hostKey: null,
      mapping: null,
      days: [1],
      at: '02:30',
      policy: 'stop',
      setsAside: true,
    },
    ...{ maxAgeHours: null, leastPercent: null, secret: 'the secret of a feed' },
    source: { kind: 'https', url: 'https://hr.example.org/staff.csv', header: 'Authorization' },
  });
  const sealed = await before.db.inDistrict(before.district.id, async (tx) => {
    const client = await createClient(before, tx, { name: 'HR' });
    const cipher = sealTotpKey(before.keys, tx.districtId, userId, Buffer.from('a second factor key.'));
    await textRun(tx, 'update app_user set totp_cipher = $2 where district_id = $1', [tx.districtId, cipher]);
    const codes = await newRecoveryCodes(before, tx, userId);
    const answer = sealAnswer(before.keys, tx.districtId, before.newId(), {
      status: 201,
      headers: [],
      body: 'the answer',
    });
    await textRun(
      tx,
      `insert into idempotency_key (district_id, id, client_id, method, path, key, body_hash, status, headers, body, claimed_at, created_at)
       values ($1, $2, $3, 'POST', '/', 'k', '', 201, '[]', $4, now(), now())`,
      [tx.districtId, answer.id, client.id, answer.body],
    );
    const provider = before.newId();
    await textRun(
      tx,
      `insert into identity_provider (district_id, id, settings, secret_cipher, changed_at)
       values ($1, $2, '{}', $3, now())`,
      [
        tx.districtId,
        provider,
        sealProviderSecret(before.keys, tx.districtId, provider, 'the client secret'),
      ],
    );
    await queueMail(before, tx, [userId], {
      ...{ type: 'invitation', subject: 'Choose', body: 'Choose.', link: '/invitation', eventKey: 'once' },
      sealSecret: (id) => sealMailSecret(before.keys, tx.districtId, id, 'the end of the link'),
    });
    return { client, codes, answerId: answer.id };
  });
  return {
    before,
    now: { ...before, keys: rotating },
    after: { ...before, keys: newKeys },
    runId,
    userId,
    feedId: feed.id,
    ...sealed,
  };
}

test('everything sealed opens with the new keys alone after a rotation, and a second one finds nothing', async () => {
  const { now, after, userId, client, answerId, feedId } = await sealedDistrict();
  expect(problemsOf(await check(after))).not.toEqual([]);
  expect(problemsOf(await check(now))).toEqual([]);
  const done = await rotate(now);
  expect(done.filter(({ rotated }) => rotated === 0)).toEqual([]);
  expect(done.map(({ table }) => table).toSorted()).toEqual([
    'api_client_secret',
    'app_user',
    'change_journal',
    'feed',
    'idempotency_key',
    'identity_provider',
    'known_record',
    'mail',
    'person',
    'staged_staff',
  ]);
  expect(done.filter(({ unreadable }) => unreadable > 0)).toEqual([]);
  expect((await rotate(now)).filter(({ rotated }) => rotated > 0)).toEqual([]);

  const checked = await check(now);
  expect(idsOf(checked, 'sealed')).toEqual([newKeys.encryption.current.id]);
  expect(idsOf(checked, 'indexed')).toEqual([newKeys.index.current.id]);
  const feed = await after.db.inDistrict(after.district.id, (tx) => readFeedRow(tx, feedId));
  expect(openFeedSecret(after.keys, after.district.id, feedId, feed.secretCipher)).toBe(
    'the secret of a feed',
  );
  const provider = await after.db.inDistrict(after.district.id, readProvider);
  expect(provider && openProviderSecret(after.keys, after.district.id, provider)).toBe('the client secret');
  expect(await ssnsOf(after)).toEqual(['123456781', '123456782', '123456783']);
  expect(await numbersWithSsn(after, '123456782')).toEqual(['2']);
  await after.db.inDistrict(after.district.id, async (tx) => {
    const { clientId, clientSecret } = client;
    await authenticateClient(tx, newKeys, { clientId, clientSecret } as never, after.now);
    const mail = await textRow<{ id: string; secret_cipher: Buffer }>(
      tx,
      'select id, secret_cipher from mail where district_id = $1',
      [tx.districtId],
    );
    expect(
      openMailSecret(newKeys, tx.districtId, mail?.id ?? '', mail?.secret_cipher ?? Buffer.alloc(0)),
    ).toBe('the end of the link');
    const factor = await textRow<{ totp_cipher: Buffer }>(
      tx,
      'select totp_cipher from app_user where district_id = $1',
      [tx.districtId],
    );
    expect(String(openTotpKey(newKeys, tx.districtId, userId, factor?.totp_cipher as Buffer))).toBe(
      'a second factor key.',
    );
    const kept = await textRow<{ body: string }>(
      tx,
      'select body from idempotency_key where district_id = $1',
      [tx.districtId],
    );
    const answer = { id: answerId, status: 201, headers: '[]', body: kept?.body ?? null };
    expect(openAnswer(newKeys, tx.districtId, answer).body).toBe('the answer');
  });
});

test('interrupted at any batch, a rotation continues; searches, calls and commits work meanwhile', async () => {
  const { now, client, runId } = await sealedDistrict();
  let batches = 0;
  let created = 10;
  const stopped = watched(now.db, async () => {
    batches += 1;
    if (batches % 3 === 0) throw new Error('stopped');
    expect(await numbersWithSsn(now, '123456782')).toEqual(['2']);
    expect(await numbersWithSsn(now, '123-45-6783'.replaceAll('-', ''))).toEqual(['3']);
    await now.db.inDistrict(now.district.id, (tx) =>
      authenticateClient(tx, now.keys, client as never, now.now),
    );
    created += 1;
    await createStaffMember(now, { ...record(`N${created}`), ssn: `2345678${created}` });
  });
  let finished = false;
  for (let tries = 0; !finished && tries < 30; tries += 1)
    finished = await rotate(now, stopped).then(
      () => true,
      (error) => {
        if (error.message === 'stopped') return false;
        throw error;
      },
    );
  await rotate(now);
  const checked = await check(now);
  expect(idsOf(checked, 'sealed')).toEqual([newKeys.encryption.current.id]);
  expect(idsOf(checked, 'indexed')).toEqual([newKeys.index.current.id]);
  expect(problemsOf(checked)).toEqual([]);
  expect(await outcomes(now, runId)).toHaveLength(3);
});

test.each(['people', 'journal', 'neither', 'both'])(
  'mid-rotation, with %s rotated, HR’s same feed changes nothing and an undo restores every SSN',
  async (part) => {
    const { now, after, runId } = await sealedDistrict();
    if (part === 'both') await rotate(now);
    if (part === 'people') await rotateOnly(now, 'person');
    if (part === 'journal') await rotateOnly(now, 'change_journal');
    await stage(now, record('1'), record('2'), record('3'));
    const again = await commitStaged(now);
    expect(await outcomes(now, again)).toEqual([
      ['1', 'unchanged'],
      ['2', 'unchanged'],
      ['3', 'unchanged'],
    ]);
    const submitted = await submitUndo(now, { runId });
    await work(now, submitted);
    expect(await ssnsOf(now)).toEqual(['987654321']);
    await rotate(now);
    const redone = await submitUndo(after, { runId: submitted.runId });
    await work(after, redone);
    expect(await ssnsOf(after)).toEqual(['123456781', '123456782', '123456783']);
  },
);

test.each(['people', 'journal', 'neither'])(
  'CMB-3 a combination is undone mid-rotation, with %s rotated',
  async (part) => {
    const { before, now } = await sealedDistrict();
    const base = await insertPerson(before, { lastName: 'Brown', firstName: 'Pat' });
    const other = await insertPerson(before, { lastName: 'Brown', firstName: 'P', ssn: '345678901' });
    const pair = { baseId: base.id, otherId: other.id };
    const { baseRev, otherRev } = await previewCombination(before, pair);
    const { combinationId } = await combinePeople(before, { ...pair, baseRev, otherRev });
    if (part === 'people') await rotateOnly(now, 'person');
    if (part === 'journal') await rotateOnly(now, 'change_journal');
    expect(await ssnsOf(now)).toContain('345678901');
    await undoCombination(now, { id: combinationId });
    expect(await ssnsOf(now)).toContain('345678901');
    await rotate(now);
    expect(problemsOf(await check(now))).toEqual([]);
  },
);

test('what was staged with an old key is committed with the new one, and sent again it is a retry', async () => {
  const { before, now } = await sealedDistrict();
  await stage(before, record('1'), record('4'));
  await transferStaff(now, {
    records: [{ value: record('4') }, { value: record('5') }],
    pointer: '/staffMembers',
    onInvalid: 'setAside',
  } as never);
  expect(await syncStatus(now)).toMatchObject({ staffTransferred: 3 });
  const runId = await commitStaged(now);
  expect(await outcomes(now, runId)).toEqual([
    ['1', 'unchanged'],
    ['4', 'created'],
    ['5', 'created'],
  ]);
});

test('CMB-2 a new person with the SSN of one under an old key is a likely duplicate', async () => {
  const { now } = await sealedDistrict();
  const twin = { ...record('9', '123456782'), lastName: 'Other', firstName: 'Chris' };
  const { warnings } = await createStaffMember(now, twin);
  expect(warnings).toContainEqual(
    expect.objectContaining({
      code: 'likelyDuplicate',
      candidates: [expect.objectContaining({ staffNumber: '2', reasons: ['same SSN'] })],
    }),
  );
  expect((await numbersWithSsn(now, '123456782')).toSorted()).toEqual(['2', '9']);
});

test('recovery codes work while their key is among the old ones, and the check counts them', async () => {
  const { now, after, userId, codes } = await sealedDistrict();
  await rotate(now);
  const left = (await check(now)).find(({ table }) => table === 'recovery_code');
  expect(left?.indexed).toEqual({ [oldKeys.index.current.id]: 10 });
  expect(problemsOf(await check(after))).toEqual([
    expect.stringContaining(`10 values were indexed with key ${oldKeys.index.current.id}`),
  ]);
  const take = (keys: typeof rotating) =>
    now.db.inDistrict(now.district.id, (tx) =>
      takeRecoveryCode(tx, keys, { userId, code: codes[0] as string }),
    );
  expect(await take(newKeys)).toBe(false);
  expect(await take(rotating)).toBe(true);
});

test('values without a key id, as earlier versions sealed them, are found, read and rotated', async () => {
  const { before } = await sealedDistrict();
  await before.db.inDistrict(before.district.id, async (tx) => {
    const people = await textRows<{ id: string; staff_number: string }>(
      tx,
      'select id, staff_number from person where district_id = $1',
      [tx.districtId],
    );
    for (const { id, staff_number } of people) {
      const [cipher, index] = version1(tx.districtId, id, `12345678${staff_number}`);
      await textRun(
        tx,
        'update person set ssn_cipher = $2, ssn_index = $3 where district_id = $1 and id = $4',
        [tx.districtId, cipher, index, id],
      );
    }
  });
  expect(await numbersWithSsn(before, '123456783')).toEqual(['3']);
  const [people] = (await check(before)).filter(({ table }) => table === 'person');
  expect(people).toMatchObject({ sealed: { 'version 1': 3 }, indexed: { 'version 1': 3 }, problems: [] });
  const wrong = { ...before, keys: newKeys };
  expect(problemsOf((await check(wrong)).filter(({ table }) => table === 'person'))).toEqual([
    expect.stringContaining('3 values were sealed before keys had ids'),
  ]);
  await stage(before, record('1'), record('2'), record('3'));
  expect(await outcomes(before, await commitStaged(before))).toEqual(
    ['1', '2', '3'].map((number) => [number, 'unchanged']),
  );
  expect((await rotate(before)).find(({ table }) => table === 'person')?.rotated).toBe(3);
  expect(await ssnsOf(before)).toEqual(['123456781', '123456782', '123456783']);
});

test('an SSN in the journal is known by its index where nobody knows the staff number it was sealed for', async () => {
  const { now } = await sealedDistrict();
  await now.db.inDistrict(now.district.id, (tx) =>
    textRun(tx, "update person set staff_number = '77' where district_id = $1 and staff_number = '1'", [
      tx.districtId,
    ]),
  );
  const journal = (await rotate(now)).find(({ table }) => table === 'change_journal');
  expect(journal).toMatchObject({ rotated: 3, unreadable: 0 });
});

test('a missing key is named, and what it sealed stays as it is', async () => {
  const { now, before } = await sealedDistrict();
  const wrong = { ...now, keys: newKeys };
  const done = await rotate(wrong);
  expect(done.find(({ table }) => table === 'person')).toMatchObject({ rotated: 0, unreadable: 3 });
  expect(problemsOf(await check(wrong))).toContainEqual(
    `3 values were sealed with key ${oldKeys.encryption.current.id}, which is neither CAMPUS_KEY nor in CAMPUS_KEY_OLD.`,
  );
  expect(await ssnsOf(before)).toEqual(['123456781', '123456782', '123456783']);
});

/** Rotates one table alone. */
const rotateOnly = (ctx: Context, table: string): Promise<void> =>
  rotateKeys(ctx.db, ctx.keys, ctx.district.id, { onTable: () => {}, only: table });

function version1(districtId: string, id: string, digits: string): [Buffer, Buffer] {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', old.campusKey, nonce);
  cipher.setAAD(Buffer.from([1, 'person', 'ssn_cipher', districtId, id].join('\0')));
  const sealed = Buffer.concat([
    Buffer.of(1),
    nonce,
    cipher.update(digits),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const index = createHmac('sha256', old.campusIndexKey).update(`ssn\0${districtId}\0${digits}`).digest();
  return [sealed, index];
}
