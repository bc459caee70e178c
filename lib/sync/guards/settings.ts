import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { DEFAULT_GUARDS, type GuardSettings } from './schema.ts';

/** The district's limits; on, with defaults, in a district that has chosen nothing (SYNC-13). */
export async function readGuards(tx: Transaction): Promise<GuardSettings> {
  const stored = await tx.row<GuardSettings>(
    `select enabled, least_people as "leastPeople", created, renamed, ended, changed,
            positions_removed as "positionsRemoved", shrunk, second_person as "secondPerson"
       from commit_guard where district_id = $1`,
    [tx.districtId],
  );
  return stored ?? DEFAULT_GUARDS;
}

/** For the making of a district, too. */
export async function writeGuards(
  tx: Transaction,
  newId: Context['newId'],
  settings: GuardSettings,
): Promise<void> {
  await tx.run(
    `insert into commit_guard (district_id, id, enabled, least_people, created, renamed, ended, changed,
                               positions_removed, shrunk, second_person)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (district_id) do update
        set enabled = excluded.enabled, least_people = excluded.least_people, created = excluded.created,
            renamed = excluded.renamed, ended = excluded.ended, changed = excluded.changed,
            positions_removed = excluded.positions_removed, shrunk = excluded.shrunk,
            second_person = excluded.second_person`,
    [
      tx.districtId,
      newId(),
      settings.enabled,
      settings.leastPeople,
      settings.created,
      settings.renamed,
      settings.ended,
      settings.changed,
      settings.positionsRemoved,
      settings.shrunk,
      settings.secondPerson,
    ],
  );
}

/** Off: for districts that are there to be tried out. */
export const guardsOff = (tx: Transaction, newId: Context['newId']): Promise<void> =>
  writeGuards(tx, newId, { ...DEFAULT_GUARDS, enabled: false });

/** An admin adjusts the limits. */
export function saveGuards(ctx: Context, settings: GuardSettings): Promise<GuardSettings> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const before = await readGuards(tx);
    await writeGuards(tx, ctx.newId, settings);
    await recordAudit(ctx, tx, { action: 'sync.guards', detail: { before, after: settings } });
    return settings;
  });
}
