import { and, sql } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { identityProvider } from '../../db/schema/single-sign-on.ts';
import type { ProviderSettings } from './schema.ts';

/** Remembers that a test succeeded, unless the settings were changed while it ran. */
export const markTested = defineCommand(
  'mark the identity provider as tested',
  (orm, p: Params<{ settings: ProviderSettings; now: Date }>) =>
    orm
      .update(identityProvider)
      .set({ testedAt: asStored(p.now, identityProvider.testedAt) })
      .where(
        and(
          inDistrict(identityProvider),
          sql`${identityProvider.settings} = ${sql.param(p.settings, identityProvider.settings)}::jsonb`,
        ),
      ),
);
