import { type Database, openDatabase } from '../db/client.ts';
import { settings } from './settings.ts';

const held = globalThis as { campusDatabase?: Database };

/** The web process's one pool, opened at first use and kept when `next dev` loads a module again. */
export function database(): Database {
  held.campusDatabase ??= openDatabase(settings().appDatabaseUrl, { max: settings().databaseConnections });
  return held.campusDatabase;
}
