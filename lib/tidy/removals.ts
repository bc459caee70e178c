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
import { providerVisit } from '../../db/schema/single-sign-on.ts';
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
  byPlace('unchangedResults', syncResult, [syncResult.runId, syncResult.seq], (orm, p) =>
    and(inArray(syncResult.runId, followedRuns(orm, p)), eq(syncResult.outcome, 'unchanged')),
  ),
  byPlace('results', syncResult, [syncResult.runId, syncResult.seq], (orm, p) =>
    inArray(syncResult.runId, followedRuns(orm, p)),
  ),
  byPlace('reports', difference, [difference.validationId, difference.section, difference.seq], (orm, p) =>
    inArray(difference.validationId, validationsOf(orm, followedRuns(orm, p))),
  ),

  // By id, which begins with its time: an index by `occurred_at` would cost each commit more than it saves here.
  byCondition('changes', changeJournal, (orm, p) =>
    and(lt(changeJournal.id, p.beforeId), or(isNull(changeJournal.runId), notExists(stillUndoable(orm, p)))),
  ),
  byMoment('changes', combination, combination.combinedAt),

  byPlace(
    'staging',
    stagedStaff,
    [stagedStaff.callId, stagedStaff.line],
    (orm, p) => sql`${stagedStaff.callId} = any(array(${callsOf(orm, p)}))`,
  ),
  byCondition('staging', setAsideStaff, (orm, p) => inArray(setAsideStaff.runId, endedRuns(orm, p))),
  byPlace('staging', unchangedStaff, [unchangedStaff.validationId, unchangedStaff.firstSeq], (orm, p) =>
    inArray(unchangedStaff.validationId, validationsOf(orm, endedRuns(orm, p))),
  ),
  byCondition('staging', stagedCall, (orm, p) =>
    and(inArray(stagedCall.runId, endedRuns(orm, p)), notExists(stagedStaffOf(orm))),
  ),

  byCondition('runs', feedRun, (_, p) =>
    and(lt(feedRun.requestedAt, p.before), notInArray(feedRun.status, ['queued', 'running'])),
  ),
  RUNS,

  byMoment('errors', errorLog, errorLog.occurredAt),
  byMoment('requests', requestLog, requestLog.occurredAt),
  byMoment('messages', message, message.createdAt),
  OLD_AUDIT,
  byMoment('audit', emergencyUnlock, emergencyUnlock.until),
  byMoment('audit', handOver, handOver.expiresAt),

  // An expired token is answered `expired` for a week, `unknown` once it is removed. An answer to a key is valid for 24
  // hours, a failed sign-in counts for 15 minutes, an SSN search for an hour.
  byMoment('week', accessToken, accessToken.expiresAt),
  byMoment('week', session, session.expiresAt),
  byMoment('week', idempotencyKey, idempotencyKey.createdAt),
  byMoment('week', signInFailure, signInFailure.occurredAt),
  byMoment('week', ssnSearch, ssnSearch.searchedAt),
  byMoment('week', mail, mail.expiresAt),
  byMoment('week', invitation, invitation.expiresAt),
  byMoment('day', providerVisit, providerVisit.expiresAt),
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
