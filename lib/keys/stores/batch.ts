import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { PREFIX_BYTES } from '../../crypto/keys.ts';

/** The parameters of a batch. `cipher` and `index`: what the current keys' values begin with. */
export interface Batch {
  after: string;
  cipher: Buffer;
  index: Buffer;
  limit: number;
}

/** A value that does not begin with a version and key id; nothing begins with an empty one. */
export const beginsOtherwise = (column: AnyColumn, prefix: Placeholder): SQL =>
  sql`substring(${column} from 1 for ${sql.raw(String(PREFIX_BYTES))}) <> ${prefix}::bytea`;
