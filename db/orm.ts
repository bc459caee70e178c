import type { Query } from 'drizzle-orm';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import { PgDatabase, PgDialect } from 'drizzle-orm/pg-core';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core/query-builders/select.types';
import { PgPreparedQuery, PgSession, type PreparedQueryConfig } from 'drizzle-orm/pg-core/session';

/** What a query is built with. It has no connection: db/query.ts runs what it builds. */
export type Orm = PgDatabase<NodePgQueryResultHKT, Record<string, never>>;

/** A built query: its text, its parameters in the order of the text, and the fields it selects. */
export class BuiltQuery<T extends PreparedQueryConfig = PreparedQueryConfig> extends PgPreparedQuery<T> {
  readonly fields: SelectedFieldsOrdered | undefined;
  constructor(query: Query, fields: SelectedFieldsOrdered | undefined) {
    super(query, undefined, undefined, undefined);
    this.fields = fields;
  }

  /** @throws always: a query runs in a transaction of ours, never by itself */
  execute(): Promise<T['execute']> {
    return Promise.reject(
      new Error('Run a query by defineQuery, defineCommand or defineSearch (db/query.ts).'),
    );
  }
}

class Builder extends PgSession<NodePgQueryResultHKT, Record<string, never>, Record<string, never>> {
  prepareQuery<T extends PreparedQueryConfig>(query: Query, fields: SelectedFieldsOrdered | undefined) {
    return new BuiltQuery<T>(query, fields);
  }

  /** @throws always: transactions are db/client.ts' */
  transaction<T>(): Promise<T> {
    return Promise.reject(new Error('Open a transaction by Database.inDistrict (db/client.ts).'));
  }
}

const dialect = new PgDialect({ casing: 'snake_case' });

/** Drizzle's builder over db/schema, for `defineQuery` and its like. */
export const orm: Orm = new PgDatabase(dialect, new Builder(dialect), undefined);
