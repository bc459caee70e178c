import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery, type Params } from '../../db/query.ts';

/*
 * One row of all processes, the migrations' own, so db/schema does not declare it. Its time is the database's.
 */
const noteCaller = defineQuery('note that somebody calls', (orm, p: Params<{ seconds: number }>) =>
  orm.select({ noted: sql<boolean>`noted` }).from(sql`app.note_caller(${p.seconds}::integer) as noted`),
);
const called = defineQuery('whether somebody calls', (orm, p: Params<{ seconds: number }>) =>
  orm
    .select({ lately: sql<boolean>`called_at > now() - make_interval(secs => ${p.seconds}::integer)` })
    .from(sql`app.caller`),
);

/** How often a web process, and all of them together, write that somebody calls. */
const NOTED_EVERY_SECONDS = 3;
/** Somebody who reads a page for so long is still there; the next click should be as quick as the others. */
const STAYS_SECONDS = 10;
const ASKED_EVERY_MS = 1_000;

/** Web's side: calls are noted without a statement for each. A database that is away has no commit to slow down. */
export class CallersNoted {
  readonly #db: () => Database;
  #notedAt = Number.NEGATIVE_INFINITY;

  constructor(db: () => Database) {
    this.#db = db;
  }

  /** @returns when it is written, if this call is; never throws */
  note(): Promise<unknown> | undefined {
    const now = performance.now();
    if (now - this.#notedAt < NOTED_EVERY_SECONDS * 1_000) return;
    this.#notedAt = now;
    return noteCaller(this.#db(), { seconds: NOTED_EVERY_SECONDS }).catch(() => {});
  }
}

/** The worker's side: whether somebody has called any web process in the last seconds; asked at most once a second. */
export function callersOf(db: Database): () => Promise<boolean> {
  let answer = Promise.resolve(false);
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - askedAt >= ASKED_EVERY_MS) {
      askedAt = now;
      answer = called
        .first(db, { seconds: STAYS_SECONDS })
        .then((row) => row?.lately === true)
        // The batch itself finds out that the database is away.
        .catch(() => false);
    }
    return answer;
  };
}
