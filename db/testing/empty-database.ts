import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { asOwner } from './database.ts';

/** The owner's URL of a database with nothing in it, gone when the test is over. */
export async function emptyDatabase(): Promise<string> {
  const name = `campus_empty_${randomBytes(4).toString('hex')}`;
  await asOwner(`create database ${name} encoding 'UTF8' template template0`);
  onTestFinished(async () => {
    await asOwner(`drop database ${name} with (force)`);
    await asOwner(`drop role if exists ${name}_app`);
  });
  const url = new URL(inject('ownerUrl'));
  url.pathname = `/${name}`;
  return url.href;
}
