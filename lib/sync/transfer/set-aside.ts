import { and, eq, exists, isNotNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf, ONE, ZERO } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { AsideRow } from './aside-row.ts';
import type { OpenCall } from './open-call.ts';

const rows = rowWriter(setAsideStaff, [
  ...(['id', 'callId', 'line', 'runId', 'staffNumber', 'staffNumberKey', 'hr', 'errors', 'payload'] as const),
]);

/** Keeps records that can't be staged. They count when the call is published. */
export const keepSetAside = (tx: Transaction, call: OpenCall, aside: readonly AsideRow[]): Promise<void> =>
  rows.insert(
    tx,
    aside.map(({ staffNumber, hr, errors, ...row }) => ({
      ...row,
      id: call.newId(),
      callId: call.id,
      runId: call.runId,
      staffNumber,
      staffNumberKey: staffNumber === null ? null : staffNumberKey(staffNumber),
      hr: JSON.stringify(hr),
      errors: JSON.stringify(errors),
    })),
  );

const removeLines = defineCommand(
  'remove what a call set aside, by line',
  (orm, p: Params<{ callId: string; lines: readonly number[] }>) =>
    orm
      .delete(setAsideStaff)
      .where(
        and(
          inDistrict(setAsideStaff),
          eq(setAsideStaff.callId, p.callId),
          isOneOf(setAsideStaff.line, p.lines),
        ),
      ),
);

/** @returns how many there were */
export const removeSetAside = (tx: Transaction, callId: string, lines: readonly number[]): Promise<number> =>
  lines.length === 0 ? Promise.resolve(0) : removeLines(tx, { callId, lines });

const removeReplaced = defineCommand(
  'remove what earlier calls set aside',
  (orm, p: Params<{ runId: string; callId: string }>) => {
    const later = alias(setAsideStaff, 'later');
    const published = orm
      .select(ONE)
      .from(stagedCall)
      .where(
        and(inDistrict(stagedCall), eq(stagedCall.id, setAsideStaff.callId), isNotNull(stagedCall.firstSeq)),
      );
    const stagedNow = orm
      .select(ONE)
      .from(stagedStaff)
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.runId, p.runId),
          eq(stagedStaff.staffNumberKey, setAsideStaff.staffNumberKey),
          eq(stagedStaff.callId, p.callId),
        ),
      )
      .offset(ZERO);
    const setAsideNow = orm
      .select(ONE)
      .from(later)
      .where(
        and(
          inDistrict(later),
          eq(later.runId, p.runId),
          eq(later.staffNumberKey, setAsideStaff.staffNumberKey),
          eq(later.callId, p.callId),
        ),
      )
      .offset(ZERO);
    return orm
      .delete(setAsideStaff)
      .where(
        and(
          inDistrict(setAsideStaff),
          eq(setAsideStaff.runId, p.runId),
          ne(setAsideStaff.callId, p.callId),
          exists(published),
          or(exists(stagedNow), exists(setAsideNow)),
        ),
      );
  },
);

/**
 * A later record of the run for a number that was set aside replaces what was set aside (SYNC-2).
 * @returns how many staff were replaced
 */
export const replaceSetAside = (tx: Transaction, call: OpenCall): Promise<number> =>
  removeReplaced(tx, { runId: call.runId, callId: call.id });
