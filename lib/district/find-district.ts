import type { Database } from '../../db/client.ts';
import type { District } from '../context.ts';

const DISTRICT = `select id, short_id as "shortId", app_name as "appName", name, time_zone as "timeZone" from district`;

export const districtById = async (db: Database, id: string): Promise<District | undefined> =>
  (await db.shared<District>(`${DISTRICT} where id = $1`, [id]))[0];

export const districtByAppName = async (db: Database, appName: string): Promise<District | undefined> =>
  (await db.shared<District>(`${DISTRICT} where app_name = $1`, [appName]))[0];

export const districtByShortId = async (db: Database, shortId: string): Promise<District | undefined> =>
  (await db.shared<District>(`${DISTRICT} where short_id = $1`, [shortId]))[0];

export const allDistricts = (db: Database): Promise<District[]> => db.shared(`${DISTRICT} order by app_name`);

/** The appName that the sign-in page fills in by itself: where there is one district, nobody has to know its name. */
export async function onlyAppName(db: Database): Promise<string | undefined> {
  const names = await db.shared<{ appName: string }>('select app_name as "appName" from district limit 2');
  return names.length === 1 ? names[0]?.appName : undefined;
}
