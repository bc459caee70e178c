import { appRoleUrl } from '../app-role.ts';

/** The secrets of tests. They open nothing else. */
export const testEnvironment = {
  NEXTAUTH_SECRET: 'only for tests, and long enough to be accepted',
  CAMPUS_KEY: Buffer.alloc(32, 'campus key').toString('base64'),
  CAMPUS_INDEX_KEY: Buffer.alloc(32, 'index key').toString('base64'),
};

/** What web and worker connect with on a test's database. */
export const testAppUrl = (ownerUrl: string): string => appRoleUrl(ownerUrl, 'only for tests, of the app');
