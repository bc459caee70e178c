import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { dropDatabase } from '../drop-database.ts';
import { asOwner } from './database.ts';

/**
 * The owner's URL of a database with nothing in it, or of a copy, gone when the test is over.
 *
 * @param template a database that nobody is connected to
 */
export async function emptyDatabase(
  template = 'template0',
  whenDone: (drop: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const name = `campus_empty_${randomBytes(4).toString('hex')}`;
  await asOwner(`create database ${name} encoding 'UTF8' template ${template}`);
  const ownerUrl = inject('ownerUrl');
  whenDone(() => dropDatabase(ownerUrl, name));
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}
