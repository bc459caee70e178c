import { and, eq, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { apiClient } from '../../db/schema/client.ts';
import { district } from '../../db/schema/district.ts';
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

const MAX_ADMINS = 20;
const admins = defineQuery('usernames of the admins', (orm) =>
  orm
    .select({ username: appUser.username })
    .from(appUser)
    .innerJoin(toolRight, and(inDistrict(toolRight), eq(toolRight.userId, appUser.id)))
    .where(and(inDistrict(appUser), isNull(appUser.disabledAt), eq(toolRight.right, 'User Security')))
    .orderBy(appUser.username)
    .limit(MAX_ADMINS),
);
const called = defineQuery('when a client of a district last called', (orm) =>
  orm
    .select({ at: max(apiClient.lastUsedAt) })
    .from(apiClient)
    .where(inDistrict(apiClient)),
);
const made = defineQuery('when a district was made', (orm) =>
  orm.select({ at: district.createdAt }).from(district).where(eq(district.id, DISTRICT_ID)),
);

/** A district as the operator's list shows it. */
export interface DistrictFacts extends Pick<District, 'appName' | 'name' | 'timeZone'> {
  createdAt: string;
  people: number;
  managedByHr: number;
  users: number;
  /** Usernames of those with the tool right User Security, up to 20. */
  admins: string[];
  lastCommit: string | null;
  lastCall: string | null;
}

/** What an operator wants to know of a district. */
export const districtFacts = (
  db: Database,
  { id, appName, name, timeZone }: District,
): Promise<DistrictFacts> =>
  db.inDistrict(id, async (tx) => {
    const [created, all, ofHr, active, ofAdmins, last, call] = await Promise.all([
      made.first(tx),
      people.first(tx),
      managed.first(tx),
      users.first(tx),
      admins(tx),
      committed.first(tx),
      called.first(tx),
    ]);
    return {
      ...{ appName, name, timeZone },
      createdAt: (created?.at ?? new Date(0)).toISOString(),
      people: all?.number ?? 0,
      managedByHr: ofHr?.number ?? 0,
      users: active?.number ?? 0,
      admins: ofAdmins.map(({ username }) => username),
      lastCommit: last?.at?.toISOString() ?? null,
      lastCall: call?.at?.toISOString() ?? null,
    };
  });
