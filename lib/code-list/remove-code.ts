import { and, eq, sql } from 'drizzle-orm';
import { errorCode } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { valueMapping } from '../../db/schema/value-mapping.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { CODE_STORES, type CodeUses, NO_USES } from './code-store.ts';
import type { CodeNamed } from './schema.ts';
import { CODE_LIST_TEXTS } from './texts.ts';

const FOREIGN_KEY_VIOLATION = '23503';

const mappedTo = defineQuery('values of HR mapped to a code', (orm, p: Params<CodeNamed>) =>
  orm
    .select({ values: sql<number>`count(*)::integer` })
    .from(valueMapping)
    .where(and(inDistrict(valueMapping), eq(valueMapping.kind, p.kind), eq(valueMapping.code, p.code))),
);

/**
 * Removes a school or code that nothing has. One in use stays: it can be made inactive (`editCode`). Audited.
 * @throws Conflict if it is in use or HR's values are mapped to it; NotFound
 */
export const removeCode = (ctx: Context, { kind, code }: CodeNamed): Promise<void> =>
  ctx.db
    .inDistrict(ctx.district.id, async (tx) => {
      const store = CODE_STORES[kind];
      const stored = await store.one(tx, code);
      if (!stored) throw new NotFound(CODE_LIST_TEXTS.gone(kind, code));
      const uses = await store.uses(tx, code);
      if (isUsed(uses)) throw new Conflict(CODE_LIST_TEXTS.inUse(kind, code, uses));
      const { values = 0 } = (await mappedTo.first(tx, { kind, code })) ?? {};
      if (values > 0) throw new Conflict(CODE_LIST_TEXTS.mapped(kind, code, values));
      await store.remove(tx, stored.id);
      const { name, type, active } = stored;
      const before = { name, type, active };
      await recordAudit(ctx, tx, { action: 'codes.remove', target: code, detail: { kind, before } });
    })
    .catch((error) => {
      // Somebody used it just now; in what, the database does not say.
      if (errorCode(error) === FOREIGN_KEY_VIOLATION)
        throw new Conflict(CODE_LIST_TEXTS.inUse(kind, code, NO_USES));
      throw error;
    });

const isUsed = (uses: CodeUses): boolean => Object.values(uses).some((n) => n > 0);
