import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { syncSetting } from '../../../db/schema/sync.ts';

const choice = defineQuery('whether an initial is no change', (orm) =>
  orm.select({ isChosen: syncSetting.initialIsNoChange }).from(syncSetting).where(inDistrict(syncSetting)),
);

/** The district's choice *An initial is not a change* (ID-6). */
export const loadInitialIsNoChange = async (tx: Transaction): Promise<boolean> =>
  (await choice.first(tx))?.isChosen ?? false;
