import { afterAll, expect, inject, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { textRows } from '../../db/sql-text.ts';
import { testKeys } from '../../db/testing/keys.ts';
import { TOOL_RIGHTS } from '../access/rights.ts';
import { acceptInvitation } from '../auth/accept-invitation.ts';
import { DistrictExists } from '../district/open-district.ts';
import { newShortId } from '../short-id.ts';
import { DEFAULT_GUARDS } from '../sync/guards/schema.ts';
import { readGuards } from '../sync/guards/settings.ts';
import { createDistrict } from './create-district.ts';
import { districtFacts } from './district-facts.ts';

const owner = openDatabase(inject('ownerUrl'), { max: 1 });
afterAll(() => owner.close());

const asked = (given: object = {}) => ({
  appName: `new-${newShortId()}`,
  name: 'New ISD',
  timeZone: 'America/Chicago',
  adminUsername: 'admin',
  adminName: 'First admin',
  ...given,
});
const create = (given: object = {}) => createDistrict(owner, testKeys, asked(given));

test('a new district has an admin with every right, the limits for commits, and nothing else', async () => {
  const { district, invitation } = await create();
  const rows = (text: string) => owner.inDistrict(district.id, (tx) => textRows(tx, text, [district.id]));
  expect(await rows('select "right" from tool_right where district_id = $1 order by 1')).toEqual(
    [...TOOL_RIGHTS].sort().map((right) => ({ right })),
  );
  expect(await owner.inDistrict(district.id, readGuards)).toEqual(DEFAULT_GUARDS);
  expect(DEFAULT_GUARDS.enabled).toBe(true);
  for (const table of [
    'person',
    'school',
    'gender',
    'assignment_code',
    'title',
    'api_client',
    'commit_guard',
  ])
    expect(await rows(`select id from ${table} where district_id = $1`)).toEqual([]);
  expect(await districtFacts(owner, district)).toMatchObject({
    people: 0,
    managedByHr: 0,
    users: 1,
    lastCommit: null,
  });
  expect(await rows('select action, actor from audit_event where district_id = $1 order by id')).toEqual([
    { action: 'district.create', actor: 'Command line' },
    { action: 'user.create', actor: 'Command line' },
  ]);
  const accept = () =>
    acceptInvitation(
      { db: owner, keys: testKeys },
      {
        invitation: invitation.token,
        newPassword: 'a long password of the first admin',
        address: '192.0.2.7',
      },
      new Date(),
    );
  expect(await accept()).toMatchObject({ outcome: 'signed-in' });
  expect(await accept()).toEqual({ outcome: 'refused' });
});

test.each([
  ['america/chicago', 'America/Chicago'],
  ['US/Central', 'America/Chicago'],
  ['UTC', 'UTC'],
  [' Asia/Kolkata ', 'Asia/Calcutta'],
])('the time zone %s is stored as %s', async (timeZone, stored) => {
  expect((await create({ timeZone })).district.timeZone).toBe(stored);
});

test.each([
  [{ timeZone: 'Central' }, 'Central'],
  [{ timeZone: '+05:00' }, '+05:00'],
  [{ timeZone: '' }, 'no time zone'],
  [{ appName: '' }, 'appName'],
  [{ appName: 'grand bend' }, 'appName'],
  [{ appName: '../x' }, 'appName'],
  [{ appName: 'x'.repeat(64) }, 'appName'],
  [{ name: ' \u200b ' }, 'name of the district'],
  [{ adminUsername: 'two words' }, 'username'],
  [{ adminName: '' }, 'name of the first admin'],
])('%j is refused', async (given, said) => {
  await expect(create(given)).rejects.toThrow(said);
});

test('the appName of another district is refused, also in another case', async () => {
  const { appName } = (await create()).district;
  await expect(create({ appName })).rejects.toThrow(DistrictExists);
  await expect(create({ appName: appName.toUpperCase() })).rejects.toThrow(appName);
});
