import { type Database, openDatabase } from '../db/client.ts';
import { settings } from './settings.ts';

const held = globalThis as { campusDatabase?: Database };

/** The web process's one pool, opened at first use: the API's modules and the copies of them in Next's bundle share it. */
export function database(): Database {
  held.campusDatabase ??= openDatabase(settings().appDatabaseUrl, { max: settings().databaseConnections });
  return held.campusDatabase;
}
