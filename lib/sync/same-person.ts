import { and, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { stagedCall, stagedStaff } from '../../db/schema/staging.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { correctStaffNumber } from '../people/edit/correct-number.ts';
import { staffNumberKey } from '../record/record.ts';
import { callsNow, isLiveRun, lockLatestRun, type RunRow, runById } from './run/run.ts';
import { SYNC_TEXTS } from './texts.ts';
import { revalidatePerson } from './validate/revalidate-person.ts';

const stagedNumbers = defineQuery(
  'which staff numbers are staged',
  (orm, p: Params<{ runId: string; keys: readonly string[] }>) =>
    orm
      .select({ key: stagedStaff.staffNumberKey })
      .from(stagedCall)
      .innerJoin(stagedStaff, and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)))
      .where(
        and(
          inDistrict(stagedCall),
          eq(stagedCall.runId, p.runId),
          isNotNull(stagedCall.firstSeq),
          isOneOf(stagedStaff.staffNumberKey, p.keys),
        ),
      ),
);

interface SamePerson {
  runId: string;
  /** A person whom HR does not send. */
  personId: string;
  /** HR's, of a record of the live run that matches nobody. */
  staffNumber: string;
}

/**
 * Gives a person whom HR does not send the number that HR uses, so that the commit updates them instead of creating a second
 * one (CMB-3), and validates HR's record again. Journaled and audited as a change of the number.
 * @returns whether the report has the outcome; otherwise the whole is to be validated again
 * @throws NotFound; Conflict when the run is no longer live, when HR has another record for the person, or when somebody
 *   else in Campus has the number
 */
export async function markSamePerson(
  ctx: Context,
  { runId, personId, staffNumber }: SamePerson,
): Promise<{ validated: boolean }> {
  const number = staffNumber.trim();
  const key = staffNumberKey(number);
  let validated = false;
  let run: RunRow;
  await correctStaffNumber(ctx, {
    personId,
    correction: { staffNumber: number, reason: `HR’s record ${number} is the same person` },
    rule: 'CMB-3',
    async check(tx, person) {
      run = await lockLive(tx, runId);
      const own = staffNumberKey(person.staffNumber ?? '');
      const staged = new Set((await stagedNumbers(tx, { runId, keys: [key, own] })).map((row) => row.key));
      if (!staged.has(key)) throw new Conflict(SYNC_TEXTS.hrDidNotSend(number));
      if (own !== '' && staged.has(own))
        throw new Conflict(SYNC_TEXTS.hrSendsPerson(person.staffNumber?.trim() ?? ''));
    },
    async afterwards(tx, person) {
      const previousNumber = person.staffNumber;
      validated = await revalidatePerson(ctx, tx, run, { personId, staffNumber: number, previousNumber });
    },
  });
  return { validated };
}

/** The run with the district's runs locked, so that no job begins meanwhile. */
async function lockLive(tx: Transaction, runId: string): Promise<RunRow> {
  if (!(await runById(tx, runId))) throw new NotFound(SYNC_TEXTS.unknownRun());
  const latest = await lockLatestRun(tx);
  if (isLiveRun(latest) && latest.id === runId && latest.status !== 'committing') return latest;
  throw new Conflict(SYNC_TEXTS.reportIsOver(), [], {
    state: latest?.status ?? 'none',
    allowed: [...callsNow(latest)],
  });
}
