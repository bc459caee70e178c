import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { documentedAppName } from './documented-app-name.ts';

test('CRED-3 a document names the appName that was asked for, and of several districts none', async () => {
  const { db } = await testDistrict();
  await testDistrict();
  expect(await documentedAppName(db, 'grand bend')).toBe('grand bend');
  for (const asked of [undefined, null, ''])
    expect(await documentedAppName(db, asked)).toBe('YOUR_CAMPUS_APPLICATION');
});

test('documents can be read while the database is away', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  expect(await documentedAppName(away, undefined)).toBe('YOUR_CAMPUS_APPLICATION');
  await away.close();
});
