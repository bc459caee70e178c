import { randomBytes } from 'node:crypto';
import { makeDataFolder, readData, writeData } from './data-folder.ts';

const FILE = 'secrets.json';

export type Secrets = {
  NEXTAUTH_SECRET: string;
  CAMPUS_KEY: string;
  CAMPUS_INDEX_KEY: string;
  /** Of the embedded server. */
  databasePassword: string;
};

/** The secrets of this checkout, generated at the first call. Settings from the environment win. */
export function localSecrets(): Secrets {
  const kept = readData<Secrets>(FILE);
  if (kept) return kept;
  const made: Secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    CAMPUS_KEY: randomBytes(32).toString('base64'),
    CAMPUS_INDEX_KEY: randomBytes(32).toString('base64'),
    databasePassword: randomBytes(24).toString('base64url'),
  };
  makeDataFolder();
  writeData(FILE, made);
  return made;
}
