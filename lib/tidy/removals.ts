import { and, eq, inArray, isNull, lt, notExists, notInArray, or, sql } from 'drizzle-orm';
import { inDistrict, ONE } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { invitation, session, signInFailure, ssnSearch } from '../../db/schema/access.ts';
import { accessToken, handOver, idempotencyKey } from '../../db/schema/client.ts';
import { combination } from '../../db/schema/combination.ts';
import { feedRun } from '../../db/schema/feed.ts';
import { changeJournal } from '../../db/schema/journal.ts';
import { mail } from '../../db/schema/mail.ts';
import { errorLog, message, requestLog } from '../../db/schema/records.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../db/schema/staging.ts';
import { syncResult, syncRun } from '../../db/schema/sync.ts';
import { emergencyUnlock } from '../../db/schema/unlock.ts';
import { difference, unchangedStaff, validation } from '../../db/schema/validation.ts';
import { removeExpiredFiles } from '../held-file/drop.ts';
import { endedBefore, endedRuns, followedRuns, isBeingUndone } from '../retention/old-runs.ts';
import { byCondition, byMoment, byPlace, type Old, type Removal } from './removal.ts';
import { OLD_AUDIT } from './remove-audit.ts';
import { RUNS } from './remove-runs.ts';

/**
 * All that is removed because of its age, children before what they refer to. The same statement carries its own guard,
 * so that two workers may run it at once, beside a synchronization and an undo.
 */
export const REMOVALS: readonly Removal[] = [
  byPlace(
    'unchangedResults',
    syncResult,
    'sync_result, unchanged',
    [syncResult.runId, syncResult.seq],
    (orm, p) => and(inArray(syncResult.runId, followedRuns(orm, p)), eq(syncResult.outcome, 'unchanged')),
  ),
  byPlace('results', syncResult, 'sync_result', [syncResult.runId, syncResult.seq], (orm, p) =>
    inArray(syncResult.runId, followedRuns(orm, p)),
  ),
  byPlace(
    'reports',
    difference,
    'difference',
    [difference.validationId, difference.section, difference.seq],
    (orm, p) => inArray(difference.validationId, validationsOf(orm, followedRuns(orm, p))),
  ),

  // By id, which begins with its time: an index by `occurred_at` would cost each commit more than it saves here.
  byCondition('changes', changeJournal, 'change_journal', (orm, p) =>
    and(lt(changeJournal.id, p.beforeId), or(isNull(changeJournal.runId), notExists(stillUndoable(orm, p)))),
  ),
  byMoment('changes', combination, 'combination', combination.combinedAt),

  byPlace(
    'staging',
    stagedStaff,
    'staged_staff',
    [stagedStaff.callId, stagedStaff.line],
    (orm, p) => sql`${stagedStaff.callId} = any(array(${callsOf(orm, p)}))`,
  ),
  byCondition('staging', setAsideStaff, 'set_aside_staff', (orm, p) =>
    inArray(setAsideStaff.runId, endedRuns(orm, p)),
  ),
  byPlace(
    'staging',
    unchangedStaff,
    'unchanged_staff',
    [unchangedStaff.validationId, unchangedStaff.firstSeq],
    (orm, p) => inArray(unchangedStaff.validationId, validationsOf(orm, endedRuns(orm, p))),
  ),
  byCondition('staging', stagedCall, 'staged_call', (orm, p) =>
    and(inArray(stagedCall.runId, endedRuns(orm, p)), notExists(stagedStaffOf(orm))),
  ),

  byCondition('runs', feedRun, 'feed_run', (_, p) =>
    and(lt(feedRun.requestedAt, p.before), notInArray(feedRun.status, ['queued', 'running'])),
  ),
  RUNS,

  byMoment('errors', errorLog, 'error_log', errorLog.occurredAt),
  byMoment('requests', requestLog, 'request_log', requestLog.occurredAt),
  byMoment('messages', message, 'message', message.createdAt),
  OLD_AUDIT,
  byMoment('audit', emergencyUnlock, 'emergency_unlock', emergencyUnlock.until),
  byMoment('audit', handOver, 'hand_over', handOver.expiresAt),

  // An expired token is answered `expired` for a week, `unknown` once it is removed. An answer to a key is valid for 24
  // hours, a failed sign-in counts for 15 minutes, an SSN search for an hour.
  byMoment('week', accessToken, 'access_token', accessToken.expiresAt),
  byMoment('week', session, 'session', session.expiresAt),
  byMoment('week', idempotencyKey, 'idempotency_key', idempotencyKey.createdAt),
  byMoment('week', signInFailure, 'sign_in_failure', signInFailure.occurredAt),
  byMoment('week', ssnSearch, 'ssn_search', ssnSearch.searchedAt),
  byMoment('week', mail, 'mail', mail.expiresAt),
  byMoment('week', invitation, 'invitation', invitation.expiresAt),
  { table: 'held_file', kept: 'day', remove: removeExpiredFiles },
];

const validationsOf = (orm: Orm, runs: ReturnType<typeof endedRuns>) =>
  orm
    .select({ id: validation.id })
    .from(validation)
    .where(and(inDistrict(validation), inArray(validation.runId, runs)));

const callsOf = (orm: Orm, p: Old) =>
  orm
    .select({ id: stagedCall.id })
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), inArray(stagedCall.runId, endedRuns(orm, p))));

const stagedStaffOf = (orm: Orm) =>
  orm
    .select(ONE)
    .from(stagedStaff)
    .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)));

/** The entry's run, if it ended later, or is being undone: a run can be undone whole or not at all. */
const stillUndoable = (orm: Orm, p: Old) =>
  orm
    .select(ONE)
    .from(syncRun)
    .where(
      and(
        inDistrict(syncRun),
        eq(syncRun.id, changeJournal.runId),
        or(isNull(syncRun.endedAt), sql`not ${endedBefore(p)}`, isBeingUndone(orm)),
      ),
    );
