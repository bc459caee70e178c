import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { expect, onTestFinished, test, vi } from 'vitest';
import { api } from '../../app/api/businessOfficeIntegration/api.ts';
import { textRows } from '../../db/sql-text.ts';
import type { Context } from '../../lib/context.ts';
import { feedDistrict, run, sftpFeed, sftpSource } from '../../lib/feeds/testing/feed.ts';
import { sftpServer } from '../../lib/feeds/testing/sftp-server.ts';
import { ORIGIN, testVendor } from '../../lib/http/testing/vendor.ts';
import { newId } from '../../lib/new-id.ts';
import { startSync } from '../../lib/sync/run/start.ts';
import { typeOfFile } from '../../lib/sync/upload/file-types.ts';
import { keepUsedMapping } from '../../lib/sync/upload/keep-mapping.ts';
import { chooseForDraft } from '../../lib/sync/wizard/choose.ts';
import { createDraft } from '../../lib/sync/wizard/draft.ts';
import { lookAtDraft } from '../../lib/sync/wizard/look.ts';
import { fileMappingSchema } from '../../lib/sync/wizard/schema.ts';
import { transferDraft } from '../../lib/sync/wizard/transfer-draft.ts';
import type { paths } from './api-types.ts';
import { firstMapping } from './mapping.ts';
import { push } from './push.ts';
import { FILES, faultsOf, PEOPLE, personOf, ROSTER, ROWS } from './testing/roster.ts';

/** What a transfer left of each person. */
const outcome = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => ({
    staged: (
      await textRows<{ record: string; ssn: string | null }>(
        tx,
        'select record, ssn_last4 as ssn from staged_staff where district_id = $1 order by staff_number_key',
        [tx.districtId],
      )
    ).map(({ record, ssn }) => ({ ...flat(JSON.parse(record)), ssn })),
    aside: await textRows<{ staffNumber: string | null; errors: { pointer: string }[] }>(
      tx,
      `select staff_number as "staffNumber", errors from set_aside_staff where district_id = $1
        order by staff_number_key`,
      [tx.districtId],
    ),
  }));

interface Staged {
  staffNumber: string;
  positions: object[];
}
const flat = ({ demographics, ...rest }: Staged & { demographics: object }): Staged => ({
  ...demographics,
  ...rest,
});

/** The file wizard of the page, its guesses taken as they are. */
async function byPage(name: string, bytes: Buffer): Promise<Context> {
  const actor = { kind: 'user', id: newId(), name: 'Alex Morgan', username: 'alex' } as const;
  const ctx: Context = { ...(await testVendor(api)).ctx, actor };
  await startSync(ctx);
  async function* file() {
    yield bytes;
  }
  const { id } = await createDraft(ctx, { file: file(), type: typeOfFile(name) ?? '', name });
  const { columns } = await lookAtDraft(ctx, id);
  const mapping = fileMappingSchema.parse({
    columns: columns.map(({ header, property, dates }) => ({ header, property, dates })),
  });
  await chooseForDraft(ctx, id, { step: 'check', mapping, name: null });
  await transferDraft(ctx, id, { onInvalid: 'setAside', name: 'Payroll' });
  return ctx;
}

/** A feed over SFTP. */
async function byFeed(name: string, bytes: Buffer): Promise<Context> {
  const server = await sftpServer();
  await writeFile(join(server.folder, name), bytes);
  const ctx = await feedDistrict(ROSTER);
  const feed = await sftpFeed(ctx, server, { source: sftpSource(server, { pattern: 'roster*' }) });
  expect(await run(ctx, feed)).toMatchObject({ status: 'transferred', fileName: name, rows: 383 });
  return ctx;
}

/** `campus hr columns FILE`, then `campus hr push FILE --map MAP --set-aside`, or with the mapping's name. */
const byCampusHr =
  (named: boolean) =>
  async (name: string, bytes: Buffer): Promise<Context> => {
    const folder = await mkdtemp(join(tmpdir(), 'campus-roster-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [file, map] = [join(folder, name), join(folder, 'map.json')];
    await writeFile(file, bytes);
    const mapping = await firstMapping(file);
    await writeFile(map, JSON.stringify(mapping));
    const vendor = await testVendor(api);
    const { ctx } = vendor;
    await ctx.db.inDistrict(ctx.district.id, (tx) => keepUsedMapping(ctx, tx, 'Payroll', mapping));
    const token = await vendor.token();
    const campus = createClient<paths>({
      baseUrl: `${ORIGIN}/campus/api/businessOfficeIntegration`,
      headers: { authorization: `Bearer ${token}` },
      fetch: (request) => api(vendor.server, request),
    });
    const print = vi.spyOn(console, 'log').mockImplementation(() => {});
    await push(campus, file, { setAside: true, ...(named ? { mapping: 'Payroll' } : { map }) });
    expect(JSON.parse(print.mock.calls[0]?.[0])).toMatchObject({ staffTransferred: 291, setAside: 9 });
    print.mockRestore();
    return ctx;
  };

test('the roster has 300 people in 383 rows; nine of them have faults, in the lines 13 to 153', () => {
  expect([PEOPLE.size, ROWS.length]).toEqual([300, 383]);
  const faults = [...PEOPLE.values()].map(faultsOf).filter((found) => found.length > 0);
  expect(faults).toEqual([
    ['14 DOB', '13+14 DOB'],
    ['42 Last'],
    ['57 Bldg'],
    ['72 SSN'],
    ['92 Sex', '92+93+94 Sex'],
    ['103 Hire Date', '103+104 Hire Date'],
    ['122 Emp #'],
    ['135 Work Email', '135+136 Work Email'],
    ['152 Zip', '152+153 Zip'],
  ]);
});

test.each(FILES)(
  'SYNC-2 SYNC-12 %s has the same outcome by page, feed and campus hr, person by person as the file says',
  async (name, bytes) => {
    const page = await outcome(await byPage(name, bytes));
    const sound = [...PEOPLE.values()].filter((rows) => faultsOf(rows).length === 0);
    const expected = sound.map((rows) => ({
      ...personOf(rows),
      ssn: rows[0]?.cells.SSN?.slice(-4) || null,
    }));
    const byNumber = (a: { staffNumber?: string | undefined }, b: { staffNumber?: string | undefined }) =>
      Number(a.staffNumber) - Number(b.staffNumber);
    expect(page.staged.sort(byNumber)).toMatchObject(expected.sort(byNumber));
    expect(page.staged.flatMap(({ positions }) => positions)).toHaveLength(383 - 15);
    const faulty = [...PEOPLE].filter(([, rows]) => faultsOf(rows).length > 0).map(([number]) => number);
    expect(page.aside.map(({ staffNumber }) => staffNumber).sort()).toEqual(faulty.sort());

    for (const by of [byFeed, byCampusHr(false), byCampusHr(true)]) {
      const { staged, aside } = await outcome(await by(name, bytes));
      expect(staged.sort(byNumber)).toEqual(page.staged);
      expect(placesOf(aside)).toEqual(placesOf(page.aside));
    }
  },
);

/** Who was set aside, for which properties. */
const placesOf = (aside: { staffNumber: string | null; errors: { pointer: string }[] }[]) =>
  aside.map(({ staffNumber, errors }) => [
    staffNumber,
    [...new Set(errors.map(({ pointer }) => pointer.replace('/staffMembers', '').split('/')[2]))].sort(),
  ]);
