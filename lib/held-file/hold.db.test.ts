import { createHash, randomBytes } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { HELD_FILE_BYTES } from '../limits.ts';
import { changeOwned, ownedFile } from './choices.ts';
import { dropFile, removeExpiredFiles } from './drop.ts';
import { expiredBefore } from './held-file.ts';
import { holdFile } from './hold.ts';
import { PART_BYTES } from './part.ts';
import { progressOf, withProgress } from './progress.ts';
import { readHeld } from './read.ts';

let ctx: Context;
beforeEach(async () => {
  ctx = await testDistrict();
});

async function* chunks(bytes: Buffer, size = 300_000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const hold = (bytes: Buffer, ownerId?: string, of = ctx) =>
  holdFile(of, {
    bytes: chunks(bytes),
    fileName: 'roster.csv',
    type: 'text/csv',
    ...(ownerId && { ownerId }),
  });
const all = async (source: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(source));
const rowsOf = (table: string, columns = '*', of = ctx) =>
  of.db.inDistrict(of.district.id, (tx) =>
    textRows<Record<string, unknown>>(tx, `select ${columns} from ${table} where district_id = $1`, [
      tx.districtId,
    ]),
  );

test.each([0, 1, PART_BYTES, 3 * PART_BYTES + 17])(
  'a file of %i bytes is read as it came, more than once',
  async (size) => {
    const bytes = randomBytes(size);
    const file = await hold(bytes);
    expect(file).toMatchObject({ bytes: size, sha256: createHash('sha256').update(bytes).digest('hex') });
    for (const _ of [1, 2]) expect((await all(readHeld(ctx, file))).equals(bytes)).toBe(true);
    expect(await rowsOf('held_file_part')).toHaveLength(Math.ceil(size / PART_BYTES));
  },
);

test('nothing of it is stored in the clear, and no part opens in another district', async () => {
  const file = await hold(Buffer.from('207288,Tanner,101-11-1007\n'));
  expect(JSON.stringify(await rowsOf('held_file_part', "encode(cipher, 'escape') as cipher"))).not.toContain(
    'Tanner',
  );
  const other = await testDistrict();
  await expect(all(readHeld(other, file))).rejects.toThrow(/no longer has this file/);
});

test('what is dropped is gone, with its parts; a failed upload leaves nothing', async () => {
  await dropFile(ctx, (await hold(Buffer.from('a'))).id);
  async function* broken() {
    yield randomBytes(2 * PART_BYTES);
    throw new Error('connection lost');
  }
  const given = { bytes: broken(), fileName: 'x.csv', type: 'text/csv' };
  await expect(holdFile(ctx, given)).rejects.toThrow('connection lost');
  expect([await rowsOf('held_file'), await rowsOf('held_file_part')]).toEqual([[], []]);
});

test('a file above the limit is refused', async () => {
  async function* endless() {
    const zeros = Buffer.alloc(8 * PART_BYTES);
    for (;;) yield zeros;
  }
  const given = { bytes: endless(), fileName: 'x.csv', type: 'text/csv' };
  await expect(holdFile(ctx, given)).rejects.toThrow(`more than ${HELD_FILE_BYTES / 1024 ** 2} MB`);
});

test('a user holds one file: the next one replaces it, and choices are sealed', async () => {
  await hold(Buffer.from('a'), 'user:1');
  const file = await hold(Buffer.from('b'), 'user:1');
  await hold(Buffer.from('c'), 'user:2');
  expect(await rowsOf('held_file')).toHaveLength(2);
  await changeOwned(ctx, { id: file.id, ownerId: 'user:1' }, () => ({
    step: 'columns',
    choices: { ssn: '101111007' },
  }));
  expect(await ownedFile(ctx, 'user:1')).toMatchObject({
    id: file.id,
    step: 'columns',
    choices: { ssn: '101111007' },
  });
  expect(
    JSON.stringify(await rowsOf('held_file', "encode(choices_cipher, 'escape') as choices")),
  ).not.toContain('101111007');
  await expect(
    changeOwned(ctx, { id: file.id, ownerId: 'user:2' }, () => ({ choices: null })),
  ).rejects.toThrow(/no longer/);
});

const removeExpired = (now: Date) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => removeExpiredFiles(tx, { before: expiredBefore(now) }));

test('a day after its last change it is gone for its user, and the tidy job removes it', async () => {
  const file = await hold(Buffer.from('a'), 'user:1');
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 24 * 3_600_000 + 1) };
  expect(await ownedFile(later, 'user:1')).toBeNull();
  await changeOwned(
    { ...ctx, now: new Date(ctx.now.getTime() + 3_600_000) },
    { id: file.id, ownerId: 'user:1' },
    () => ({ choices: {} }),
  );
  await removeExpired(later.now);
  expect(await rowsOf('held_file')).toHaveLength(1);
  await removeExpired(new Date(later.now.getTime() + 3_600_000));
  expect([await rowsOf('held_file'), await rowsOf('held_file_part')]).toEqual([[], []]);
});

test('a reader of a held file notes how far it is, over all of its passes, and nothing once it has ended', async () => {
  const file = await hold(randomBytes(4 * PART_BYTES), 'user:1');
  const seen: (number | null)[] = [];
  const progress = () => progressOf(ctx, { id: file.id, ownerId: 'user:1' });
  expect(await progress()).toBeNull();
  const work = withProgress(
    ctx,
    file,
    [0.2, 0.8],
    async (read) => {
      for (const pass of [read(), read()]) for await (const _ of pass) seen.push(await progress());
      await expect(progressOf(ctx, { id: file.id, ownerId: 'user:2' })).rejects.toThrow(NotFound);
      throw new Error('the file is no table');
    },
    -1,
  );
  await expect(work).rejects.toThrow('no table');
  const expected = [0, 0.05, 0.1, 0.15, 0.2, 0.4, 0.6, 0.8];
  expect(seen).toHaveLength(expected.length);
  for (const [at, share] of expected.entries()) expect(seen[at]).toBeCloseTo(share, 5);
  expect(await progress()).toBeNull();
});

test('a user who uploads another file meanwhile has that one; the first upload says that its file is gone', async () => {
  async function* slow() {
    yield randomBytes(PART_BYTES);
    await hold(Buffer.from('b'), 'user:1');
    yield randomBytes(PART_BYTES);
  }
  const first = holdFile(ctx, { bytes: slow(), fileName: 'a.csv', type: 'text/csv', ownerId: 'user:1' });
  await expect(first).rejects.toThrow(NotFound);
  expect(await ownedFile(ctx, 'user:1')).toMatchObject({ bytes: 1 });
  expect(await rowsOf('held_file_part')).toHaveLength(1);
});

test('of uploads that end at once a user has one, and the others say that their file is gone', async () => {
  const uploads = await Promise.allSettled(
    Array.from({ length: 6 }, (_, i) => hold(Buffer.from(`file ${i}`), 'user:1')),
  );
  const refused = uploads.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
  expect(refused.filter((error) => !(error instanceof NotFound))).toEqual([]);
  expect(await rowsOf('held_file')).toHaveLength(1);
  expect(await rowsOf('held_file_part')).toHaveLength(1);
});
