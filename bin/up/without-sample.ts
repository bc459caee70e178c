import { openDatabase } from '../../db/client.ts';
import { allDistricts } from '../../lib/district/find-district.ts';
import type { ownerSettings } from '../../lib/settings.ts';
import { readData, writeData } from '../data-folder.ts';

const FILE = 'without-sample.json';

/** Whether `up` leaves the sample district out: as asked now, or at an earlier start of this checkout. */
export function isWithoutSample(asked: boolean): boolean {
  if (asked) writeData(FILE, { since: new Date().toISOString() });
  return asked || readData(FILE) !== undefined;
}

/** What `up` prints instead of the sample's sign-in: what to do next. */
export async function nextSteps({
  ownerDatabaseUrl,
  publicUrl,
}: ReturnType<typeof ownerSettings>): Promise<string> {
  const db = openDatabase(ownerDatabaseUrl, { max: 1 });
  try {
    const districts = await allDistricts(db);
    return welcome(
      publicUrl,
      districts.map(({ appName }) => appName),
    );
  } finally {
    await db.close();
  }
}

export function welcome(publicUrl: string, appNames: readonly string[]): string {
  const next =
    appNames.length > 0
      ? `Districts: ${appNames.slice(0, 10).join(', ')}${appNames.length > 10 ? ', …' : ''}`
      : `There is no district yet. In a second terminal:

  npm run campus -- district create --app-name grand-bend --name "Grand Bend ISD" --time-zone America/Chicago

prints the link by which the first admin chooses a password.
docs/operators/first-district.md walks through the rest.`;
  return `\nCampus BOI is up, without the sample district: ${publicUrl}/campus\n\n${next}\n\nLogs are in .data/. Ctrl-C stops everything and keeps the data.`;
}
