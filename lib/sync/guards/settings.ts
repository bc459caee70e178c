import { getTableColumns, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { commitGuard } from '../../../db/schema/guards.ts';
import type { Context } from '../../context.ts';
import { DEFAULT_GUARDS, type GuardSettings } from './schema.ts';

const { districtId: _d, id: _i, ...SETTINGS } = getTableColumns(commitGuard);
const NAMES = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

const guards = defineQuery('limits for commits', (orm) =>
  orm.select(SETTINGS).from(commitGuard).where(inDistrict(commitGuard)),
);
const saveLimits = defineCommand(
  'save limits for commits',
  (orm, p: Params<GuardSettings & { id: string }>) => {
    const settings = Object.fromEntries(
      NAMES.map((name) => [name, asStored<unknown>(p[name], SETTINGS[name])]),
    ) as Record<keyof typeof SETTINGS, SQL>;
    return orm
      .insert(commitGuard)
      .values({ districtId: DISTRICT_ID, id: p.id, ...settings })
      .onConflictDoUpdate({ target: commitGuard.districtId, set: settings });
  },
);

/** The district's limits; on, with defaults, in a district that has chosen nothing (SYNC-13). */
export const readGuards = async (tx: Transaction): Promise<GuardSettings> =>
  (await guards.first(tx)) ?? DEFAULT_GUARDS;

/** Also for a new district. */
export async function writeGuards(
  tx: Transaction,
  newId: Context['newId'],
  settings: GuardSettings,
): Promise<void> {
  await saveLimits(tx, { ...settings, id: newId() });
}

/** Off: for demo and test districts. */
export const guardsOff = (tx: Transaction, newId: Context['newId']): Promise<void> =>
  writeGuards(tx, newId, { ...DEFAULT_GUARDS, enabled: false });
