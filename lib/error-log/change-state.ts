import { and, desc, lte, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, defineSearch, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { AuditAction } from '../audit/actions.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { FULLEST, matches, type Narrowed, narrowed } from './narrowing.ts';
import {
  type ErrorState,
  MAX_STATE_CHANGES,
  type Narrowing,
  type StateChange,
  type StateChanged,
} from './schema.ts';

const AUDITED: Record<ErrorState, AuditAction> = {
  open: 'error.reopen',
  resolved: 'error.resolve',
  ignored: 'error.ignore',
};

interface ToChange {
  to: ErrorState;
  until: Date;
}

const matching = defineSearch(
  'errors of the log to change the state of',
  (orm, { until, to, ...asked }: Narrowed & ToChange) =>
    orm
      .select({ id: errorLog.id })
      .from(errorLog)
      .where(
        and(
          matches(asked),
          // Entries come in while the admin looks at the page: those are not theirs to resolve yet.
          lte(errorLog.occurredAt, sql.param(until, errorLog.occurredAt)),
          ne(errorLog.state, to),
        ),
      )
      .orderBy(desc(errorLog.occurredAt), desc(errorLog.id))
      .limit(MAX_STATE_CHANGES),
  { ...FULLEST, until: new Date(0), to: 'resolved' },
);

const change = defineQuery(
  'change the state of errors',
  (orm, p: Params<{ ids: readonly string[]; state: ErrorState; by: string; at: Date }>) =>
    orm
      .update(errorLog)
      .set({
        state: asStored(p.state, errorLog.state),
        stateBy: asStored(p.by, errorLog.stateBy),
        stateAt: asStored(p.at, errorLog.stateAt),
      })
      .where(and(inDistrict(errorLog), isOneOf(errorLog.id, p.ids), ne(errorLog.state, p.state)))
      .returning({ id: errorLog.id }),
);

/**
 * Marks entries as resolved or ignored, or opens them again, with who and when, and one audit event (ERR-3). Entries that
 * have the state are left as they are. Only the newest 5,000 of many: the caller calls again while there are more.
 */
export const changeErrorState = (ctx: Context, { state, entries }: StateChange): Promise<StateChanged> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const ids = 'ids' in entries ? entries.ids : await idsOf(ctx, tx, entries, state);
    const changed = await change(tx, { ids, state, by: ctx.actor.name, at: ctx.now });
    if (changed.length > 0)
      await recordAudit(ctx, tx, {
        action: AUDITED[state],
        target: changed.length === 1 ? (changed[0]?.id ?? null) : null,
        detail: { entries: changed.length },
      });
    return { changed: changed.length, more: 'matching' in entries && ids.length === MAX_STATE_CHANGES };
  });

async function idsOf(
  ctx: Context,
  tx: Transaction,
  entries: { matching: Narrowing; until: string },
  to: ErrorState,
): Promise<string[]> {
  const search = await narrowed(ctx, tx, entries.matching);
  const rows = await matching(tx, { ...search, to, until: new Date(entries.until) });
  return rows.map(({ id }) => id);
}
