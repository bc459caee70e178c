import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { district } from '../../db/schema/district.ts';
import type { District } from '../context.ts';

const { id, shortId, appName, name, timeZone } = district;
/** A district's columns, as the code knows it. */
export const DISTRICT = { id, shortId, appName, name, timeZone };

/** Not one that is being exported and erased. The table is the migrations' own, so db/schema does not declare it. */
export const isOpen = sql`not exists (select from app.closed_district closed where closed.id = ${id})`;

const withId = defineQuery('district by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select(DISTRICT)
    .from(district)
    .where(and(eq(id, p.id), isOpen)),
);
const withAppName = defineQuery('district by appName', (orm, p: Params<{ appName: string }>) =>
  orm
    .select(DISTRICT)
    .from(district)
    .where(and(eq(appName, p.appName), isOpen)),
);
const withShortId = defineQuery('district by short id', (orm, p: Params<{ shortId: string }>) =>
  orm
    .select(DISTRICT)
    .from(district)
    .where(and(eq(shortId, p.shortId), isOpen)),
);
const inOrder = defineQuery('all districts', (orm) =>
  orm.select(DISTRICT).from(district).where(isOpen).orderBy(appName),
);
const firstTwo = defineQuery('the first two appNames', (orm) =>
  orm.select({ appName }).from(district).where(isOpen).limit(2),
);

/** Undefined if there is no such district. */
export const districtById = (db: Database, id: string): Promise<District | undefined> =>
  withId.first(db, { id });

/** @param appName exactly as the district is named in the Token URL */
export const districtByAppName = (db: Database, appName: string): Promise<District | undefined> =>
  withAppName.first(db, { appName });

/** @param shortId what the district's client ids, tokens and cookies begin with */
export const districtByShortId = (db: Database, shortId: string): Promise<District | undefined> =>
  withShortId.first(db, { shortId });

/** All districts, sorted by appName. */
export const allDistricts = (db: Database): Promise<District[]> => inOrder(db);

/** The appName if there is only one district: then the sign-in page fills it in. */
export async function onlyAppName(db: Database): Promise<string | undefined> {
  const names = await firstTwo(db);
  return names.length === 1 ? names[0]?.appName : undefined;
}
