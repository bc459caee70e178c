import { cryptoKeys } from '../../lib/crypto/keys.ts';
import { testEnvironment } from './environment.ts';

/** What tests seal with. */
export const testKeys = cryptoKeys({
  campusKey: Buffer.from(testEnvironment.CAMPUS_KEY, 'base64'),
  campusIndexKey: Buffer.from(testEnvironment.CAMPUS_INDEX_KEY, 'base64'),
});
