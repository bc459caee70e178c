import pg from 'pg';

/**
 * One statement on its own connection, as the role in `url`: to make databases, and to look into those of tests and
 * benches. The product's own statements are queries (db/query.ts).
 */
export async function ownerStatement<R extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that dies raises its own error, besides the statement's; without a listener it ends the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A name as SQL writes it, whatever is in it. */
export const quotedName = (name: string): string => pg.escapeIdentifier(name);
