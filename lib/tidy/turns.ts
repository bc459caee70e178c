import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { retention } from '../../db/schema/retention.ts';

/*
 * A table of all districts, as the queue is: the migrations' own, so db/schema does not declare it. Its times are the
 * database's, not this process's.
 */
const moment = (seconds: Params<{ seconds: number }>['seconds']) =>
  sql`now() + make_interval(secs => ${seconds}::integer)`;

const take = defineQuery(
  'districts whose old data is due to be removed',
  (orm, p: Params<{ seconds: number; most: number }>) =>
    orm
      .select({ id: sql<DistrictId>`id`, now: sql`now()`.mapWith(retention.removedBefore) })
      .from(sql`app.take_tidy_turns(now(), ${moment(p.seconds)}, ${p.most}::integer) as id`),
);
const set = defineQuery(
  'when old data of a district is removed next',
  (orm, p: Params<{ turnOf: string; seconds: number }>) =>
    orm
      .select({ known: sql<boolean>`known` })
      .from(sql`app.set_tidy_turn(${p.turnOf}::uuid, ${moment(p.seconds)}) as known`),
);

/** A district whose old data is due to be removed, and the time of the database: a worker's clock may be a year ahead. */
export interface Turn {
  id: DistrictId;
  now: Date;
}

/** The districts that are due, up to `most`: nobody else takes them for so many seconds. */
export const takeTurns = (db: Database, asked: { seconds: number; most: number }): Promise<Turn[]> =>
  take(db, asked) as Promise<Turn[]>;

/** The district is due again in so many seconds. */
export async function setTurn(db: Database, districtId: DistrictId, seconds: number): Promise<void> {
  await set(db, { turnOf: districtId, seconds });
}
