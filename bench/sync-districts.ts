import { ownerStatement } from '../db/owner-statement.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import type { DatabaseServer } from './databases.ts';
import { secrets } from './processes.ts';
import type { Reference } from './reference.ts';
import { loadReferenceDistrict } from './reference-district.ts';
import type { Credentials } from './vendor.ts';

export interface Admin {
  adminUsername: string;
  adminPassword: string;
}

/** What every run of a bench begins with a copy of. */
export interface District {
  ownerUrl: string;
  credentials: Credentials & Admin;
  /** HR's feed: NDJSON in API.md's shape. */
  feed: string;
}

export const benchKeys = cryptoKeys({
  campusKey: Buffer.from(secrets.CAMPUS_KEY, 'base64'),
  campusIndexKey: Buffer.from(secrets.CAMPUS_INDEX_KEY, 'base64'),
});

export async function referenceDistrict(server: DatabaseServer, reference: Reference): Promise<District> {
  const ownerUrl = await server.create();
  const credentials = await loadReferenceDistrict(ownerUrl, benchKeys, reference.campus);
  return { ownerUrl, credentials, feed: reference.feed };
}

export async function syntheticDistrict(
  server: DatabaseServer,
  wanted: { staff: number; seed: number; feed: string },
): Promise<District> {
  const ownerUrl = await server.create();
  return { ownerUrl, credentials: await seedSynthetic(ownerUrl, benchKeys, wanted), feed: wanted.feed };
}

/** Leaves schools and codes: the next feed is the district's first load. */
export async function removeEveryone({ ownerUrl }: District): Promise<void> {
  await ownerStatement(ownerUrl, 'truncate person, household, address, title cascade');
}
