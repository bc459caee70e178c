import { expect, test } from 'vitest';
import { insertPerson } from '../../../db/testing/person.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import { testVendor } from '../../../lib/http/testing/vendor.ts';
import { api } from '../businessOfficeIntegration/api.ts';
import { working } from '../businessOfficeIntegration/testing/working.ts';
import { adminCaller } from './testing/call.ts';

const SYNC = '/staffMembers/sync';
const NONE = { commitLimit: null, keepUnlistedPositions: false, initialIsNoChange: false };

async function districtWithAdmin() {
  const vendor = await testVendor(api);
  const cookie = await signedIn(vendor.ctx, { username: 'admin', rights: ['Synchronization'] });
  const brown = { staffNumber: '10058', lastName: 'Brown', firstName: 'Allison', gender: 'F' };
  await insertPerson(vendor.ctx, { ...brown, middleName: 'May' });
  const synchronize = async (middleName: string) => {
    await vendor.call('POST', `${SYNC}/start`);
    await vendor.call('POST', `${SYNC}/transfer`, [{ ...brown, middleName }]);
    await vendor.call('POST', `${SYNC}/end`);
    const { body } = await working(vendor, vendor.call('POST', `${SYNC}/validate`));
    await working(vendor, vendor.call('POST', `${SYNC}/commit`));
    return body.summary.demographics;
  };
  const middleName = async () => (await vendor.call('GET', '/staffMembers/10058')).body.middleName;
  return { vendor, admin: adminCaller(vendor.server, cookie), synchronize, middleName };
}

test('ID-6 an admin chooses that an initial is no change; single calls and synchronizations follow', async () => {
  const { vendor, admin, synchronize, middleName } = await districtWithAdmin();
  expect((await admin('GET', '/sync/guards')).body.syncSettings).toEqual(NONE);
  const chosen = { ...NONE, initialIsNoChange: true };
  expect(await admin('PUT', '/sync/settings', chosen)).toMatchObject({ status: 200, body: chosen });
  expect((await admin('GET', '/sync/guards')).body.syncSettings).toEqual(chosen);

  const put = () => vendor.call('PUT', '/staffMembers/10058', { middleName: 'M.' });
  expect((await put()).body.staffMember.middleName).toBe('May');
  expect(await synchronize('M')).toMatchObject({ people: 0, middleInitial: 0 });
  expect(await middleName()).toBe('May');

  await admin('PUT', '/sync/settings', NONE);
  expect(await synchronize('M')).toMatchObject({ people: 1, name: 1, middleInitial: 1 });
  expect(await middleName()).toBe('M');
  expect((await put()).body.staffMember.middleName).toBe('M.');
});

test.each([
  [{ ...NONE, commitLimit: 0 }],
  [{ ...NONE, initialIsNoChange: 'yes' }],
  [{ initialIsNoChange: true }],
  [{ ...NONE, unknown: true }],
])('%j is refused', async (body) => {
  const { admin } = await districtWithAdmin();
  expect((await admin('PUT', '/sync/settings', body)).status).toBe(422);
});
