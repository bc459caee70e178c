/** The secrets of tests. They open nothing else. */
export const testEnvironment = {
  NEXTAUTH_SECRET: 'only for tests, and long enough to be accepted',
  CAMPUS_KEY: Buffer.alloc(32, 'campus key').toString('base64'),
  CAMPUS_INDEX_KEY: Buffer.alloc(32, 'index key').toString('base64'),
};
