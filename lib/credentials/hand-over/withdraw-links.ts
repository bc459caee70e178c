import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { handOver } from '../../../db/schema/client.ts';

/** Makes the links of a client stop working that nobody has opened. Gives their number. */
export const withdrawLinks = defineCommand(
  'withdraw the hand-over links of a client',
  (orm, p: Params<{ clientId: string; now: Date }>) =>
    orm
      .update(handOver)
      .set({ withdrawnAt: asStored(p.now, handOver.withdrawnAt) })
      .where(
        and(
          inDistrict(handOver),
          eq(handOver.clientId, p.clientId),
          isNull(handOver.openedAt),
          isNull(handOver.withdrawnAt),
        ),
      ),
);
