import { and, eq, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { person } from '../../db/schema/person.ts';
import { syncRun } from '../../db/schema/sync.ts';
import type { District } from '../context.ts';

const number = sql<number>`count(*)`;
const people = defineQuery('how many people a district has', (orm) =>
  orm.select({ number }).from(person).where(inDistrict(person)),
);
const managed = defineQuery('how many people HR manages', (orm) =>
  orm
    .select({ number })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.hrManagedAt))),
);
const users = defineQuery('how many users may sign in', (orm) =>
  orm
    .select({ number })
    .from(appUser)
    .where(and(inDistrict(appUser), isNull(appUser.disabledAt))),
);
const committed = defineQuery('when a district last committed', (orm) =>
  orm
    .select({ at: max(syncRun.committedAt) })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'synchronization'))),
);

/** A district as the operator's list shows it. */
export interface DistrictFacts extends Pick<District, 'appName' | 'name' | 'timeZone'> {
  people: number;
  managedByHr: number;
  users: number;
  lastCommit: string | null;
}

export const districtFacts = (
  db: Database,
  { id, appName, name, timeZone }: District,
): Promise<DistrictFacts> =>
  db.inDistrict(id, async (tx) => {
    const [all, ofHr, active, last] = await Promise.all([
      people.first(tx),
      managed.first(tx),
      users.first(tx),
      committed.first(tx),
    ]);
    return {
      ...{ appName, name, timeZone },
      people: all?.number ?? 0,
      managedByHr: ofHr?.number ?? 0,
      users: active?.number ?? 0,
      lastCommit: last?.at?.toISOString() ?? null,
    };
  });
