import pg from 'pg';

const NO_SUCH_DATABASE = '3D000';

/** Makes sure that DATABASE_URL answers, and makes its database if the server has none of that name. */
export async function ensureGivenDatabase(ownerUrl: string): Promise<void> {
  try {
    await statement(ownerUrl, 'select 1');
  } catch (cause) {
    const url = new URL(ownerUrl);
    if ((cause as { code?: string }).code !== NO_SUCH_DATABASE)
      throw new Error(`The Postgres of DATABASE_URL (${url.host}) can't be used.`, { cause });
    const name = decodeURIComponent(url.pathname.slice(1));
    url.pathname = '/postgres';
    await statement(
      url.href,
      `create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`,
    );
  }
}

async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end();
  }
}
