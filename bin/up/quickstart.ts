import { openDatabase } from '../../db/client.ts';
import type { Access } from '../../db/seed/access.ts';
import { seedGrandBend } from '../../db/seed/grand-bend.ts';
import { cryptoKeys } from '../../lib/crypto/keys.ts';
import { allDistricts } from '../../lib/district/find-district.ts';
import { DistrictExists } from '../../lib/district/open-district.ts';
import type { ownerSettings } from '../../lib/settings.ts';
import { readData, writeData } from '../data-folder.ts';

/** The URL and how to sign in, as in `.data/quickstart.json`. */
export type Quickstart = {
  url: string;
  appName: string;
  adminUsername: string;
  adminPassword: string;
  clientId: string;
  clientSecret: string;
  tokenUrl: string;
  baseUrl: string;
};

type OwnerSettings = ReturnType<typeof ownerSettings>;

const FILE = 'quickstart.json';
/** By Client ID: another DATABASE_URL has another sample district, and the access to the first must not get lost. */
const ACCESS_FILE = 'sample-access.json';

/**
 * Seeds the sample district if the database has none, and writes quickstart.json. Undefined if another
 * checkout seeded the district, because its secrets are not known here.
 */
export async function quickstart(settings: OwnerSettings): Promise<Quickstart | undefined> {
  const access = await sampleAccess(settings);
  if (!access) return undefined;
  const baseUrl = `${settings.publicUrl}/campus`;
  const tokenUrl = `${baseUrl}/oauth2/token?appName=${encodeURIComponent(access.appName)}`;
  const { appName, adminUsername, adminPassword, clientId, clientSecret } = access;
  const made = {
    url: baseUrl,
    appName,
    adminUsername,
    adminPassword,
    clientId,
    clientSecret,
    tokenUrl,
    baseUrl,
  };
  writeData(FILE, made);
  return made;
}

async function sampleAccess(settings: OwnerSettings): Promise<Access | undefined> {
  const kept = readData<Record<string, Access>>(ACCESS_FILE) ?? {};
  try {
    const access = await seedGrandBend(settings.ownerDatabaseUrl, cryptoKeys(settings));
    writeData(ACCESS_FILE, { ...kept, [access.clientId]: access });
    return access;
  } catch (error) {
    if (!(error instanceof DistrictExists)) throw error;
  }
  const shortIds = await shortIdsOfDistricts(settings.ownerDatabaseUrl);
  return Object.values(kept).find(({ clientId }) => shortIds.includes(clientId.split('.', 1)[0] as string));
}

async function shortIdsOfDistricts(ownerUrl: string): Promise<string[]> {
  const db = openDatabase(ownerUrl, { max: 1 });
  try {
    return (await allDistricts(db)).map(({ shortId }) => shortId);
  } finally {
    await db.close();
  }
}

/** What `up` prints when everything is running. */
export const welcome = (found: Quickstart): string => `
Campus BOI is up.

  Open in the browser   ${found.url}
  Sign in as            ${found.adminUsername}
  with the password     ${found.adminPassword}

  For an HR vendor
  Base URL              ${found.baseUrl}
  Token URL             ${found.tokenUrl}
  Client ID             ${found.clientId}
  Client Secret         ${found.clientSecret}

  A file to upload      db/seed/grand-bend/payroll.csv (Start Transfer, then Transfer Staff Via File Upload)

This is also in .data/quickstart.json; logs are in .data/. Without SMTP_URL, e-mails to users are written to .data/mail/.
Ctrl-C stops everything and keeps the data.`;
