import { closeDistrict } from '../../db/close-district.ts';
import { contextOf } from '../../lib/setup/context-of.ts';
import { asOwner } from './as-owner.ts';
import { printTables } from './export.ts';

/** Exports a district, then erases it. */
export const close = ({
  appName,
  to,
  confirm,
}: {
  appName: string;
  to: string;
  confirm: string;
}): Promise<void> =>
  asOwner(async ({ db, keys, settings }) => {
    if (confirm !== appName)
      throw new Error('--confirm must repeat the appName: closing a district erases everything of it.');
    const { district } = await contextOf(db, keys, appName);
    printTables(await closeDistrict(settings.ownerDatabaseUrl, district.id, to));
    console.error(
      `\n“${appName}” is closed: everything of it is in ${to} and was erased from the database. Backups of the database still have it.`,
    );
  });
