import { ownerStatement, quotedName } from './owner-statement.ts';

const NO_SUCH_DATABASE = '3D000';

/** Makes sure that the owner's URL answers, and creates its database if the server does not have it. */
export async function ensureGivenDatabase(ownerUrl: string): Promise<void> {
  try {
    await ownerStatement(ownerUrl, 'select 1');
  } catch (cause) {
    const url = new URL(ownerUrl);
    if ((cause as { code?: string }).code !== NO_SUCH_DATABASE)
      throw new Error(`The Postgres server ${url.host} refused the connection of the database's owner.`, {
        cause,
      });
    const name = decodeURIComponent(url.pathname.slice(1));
    url.pathname = '/postgres';
    await ownerStatement(url.href, `create database ${quotedName(name)} encoding 'UTF8' template template0`);
  }
}
