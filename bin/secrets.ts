import { randomBytes } from 'node:crypto';
import { makeDataFolder, readData, writeData } from './data-folder.ts';

const FILE = 'secrets.json';

export type Secrets = {
  NEXTAUTH_SECRET: string;
  CAMPUS_KEY: string;
  CAMPUS_INDEX_KEY: string;
  /** Of the embedded server's superuser. */
  databasePassword: string;
  /** Of the embedded server's owner of the database. */
  ownerPassword: string;
  /** Of the role that web and worker connect as, where DATABASE_URL does not name one. */
  appPassword: string;
};

/** The secrets of this checkout; those it does not have yet are generated. Settings from the environment win. */
export function localSecrets(): Secrets {
  const kept = readData<Partial<Secrets>>(FILE);
  if (kept && isComplete(kept)) return kept;
  const password = () => randomBytes(24).toString('base64url');
  const made: Secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    CAMPUS_KEY: randomBytes(32).toString('base64'),
    CAMPUS_INDEX_KEY: randomBytes(32).toString('base64'),
    databasePassword: password(),
    ownerPassword: password(),
    appPassword: password(),
    ...kept,
  };
  makeDataFolder();
  writeData(FILE, made);
  return made;
}

const isComplete = (secrets: Partial<Secrets>): secrets is Secrets =>
  secrets.ownerPassword !== undefined && secrets.appPassword !== undefined;
