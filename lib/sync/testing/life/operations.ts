import type { Context } from '../../../context.ts';
import { countChanges } from '../../../report/compare/compare.ts';
import { readValidation } from '../../../report/read-validation.ts';
import { updateStaffMember } from '../../../staff/update.ts';
import { failJob } from '../../../worker/fail-job.ts';
import { submitCommit } from '../../commit/commit.ts';
import { runResults } from '../../commit/results.ts';
import { approveHold } from '../../guards/approve.ts';
import { excludePerson, includePerson } from '../../guards/exclusions.ts';
import { saveGuards } from '../../guards/save-guards.ts';
import { DEFAULT_GUARDS } from '../../guards/schema.ts';
import { syncOverview } from '../../overview.ts';
import { cancelSync } from '../../run/cancel.ts';
import { endSync } from '../../run/end.ts';
import { startSync } from '../../run/start.ts';
import { syncStatus } from '../../run/status.ts';
import { staffOf } from '../../transfer/staff-of.ts';
import { staffOfLine } from '../../transfer/staff-of-lines.ts';
import { transferStaff } from '../../transfer/transfer.ts';
import { submitUndo } from '../../undo/submit-undo.ts';
import { validateSync } from '../../validate/validate.ts';
import { rowsOf, sentStaff } from '../in-district.ts';
import { addressOf, deliver, type Life, queued, refusable, workAll } from './life.ts';

export const NUMBERS = ['1', '2', '3', '4'];
const PHONES = ['555-0100', '555-0200'];

/** A page of HR's staff, also an empty one, one with a number twice, and one with a record that can't be staged. */
export function pageOf(choice: number): object[] {
  const people = NUMBERS.filter((_, bit) => (choice >> bit) & 1);
  const page = people.map((number, bit) =>
    sentStaff(number, { workPhone: PHONES[(choice >> (4 + bit)) & 1], lastName: `Test ${number}` }),
  );
  if (choice % 11 === 5) page.push(sentStaff('1'));
  if (choice % 11 === 7) page.push(sentStaff('4', { gender: 'none' }));
  return page;
}

const numberOf = (choice: number) => NUMBERS[choice % NUMBERS.length] as string;
const oneOf = <T>(all: readonly T[], choice: number): T | undefined => all[choice % all.length];

/** One of the last three jobs, which more likely have something to do with the run of now. */
const lateJob = ({ jobs }: Life, choice: number): string | undefined => jobs.at(-1 - (choice % 3));

const runs = async (ctx: Context) =>
  (await rowsOf(ctx, 'select id from sync_run where district_id = $1 order by started_at desc, id desc')).map(
    ({ id }) => id as string,
  );

export type Operation = (life: Life, choice: number) => Promise<unknown>;

/** What the API and the pages ask, what a worker does, and what goes wrong. `choice` is any number. */
export const OPERATIONS = {
  start: ({ ctx }) => startSync(ctx),
  transfer: ({ ctx }, choice) =>
    transferStaff(ctx, { ...staffOf(pageOf(choice)), onInvalid: choice % 3 === 0 ? 'reject' : 'setAside' }),
  transferLines: ({ ctx }, choice) => {
    const records = pageOf(choice).map((record) => staffOfLine(Buffer.from(JSON.stringify(record))));
    return transferStaff(ctx, { records, pointer: '', onInvalid: 'setAside' });
  },
  end: ({ ctx }) => endSync(ctx),
  validate: ({ ctx }) => validateSync(ctx),
  commit: ({ ctx }) => submitCommit(ctx),
  cancel: ({ ctx }) => cancelSync(ctx),
  undo: async ({ ctx }, choice) =>
    submitUndo(ctx, { runId: oneOf(await runs(ctx), choice % 3) ?? ctx.newId() }),
  guard: ({ ctx }, choice) =>
    saveGuards(ctx, { ...DEFAULT_GUARDS, enabled: choice % 2 === 0, leastPeople: 1 }),
  approve: ({ ctx }) => approveHold(ctx, { reason: 'Asked HR' }),
  exclude: ({ ctx }, choice) => excludePerson(ctx, { staffNumber: numberOf(choice), reason: 'Asked HR' }),
  include: ({ ctx }, choice) => includePerson(ctx, { staffNumber: numberOf(choice) }),
  update: ({ ctx }, choice) =>
    updateStaffMember(ctx, {
      ...{ staffNumber: numberOf(choice), ifMatch: null },
      json: { workPhone: PHONES[choice & 1] },
    }),
  read: async ({ ctx }, choice) => {
    await syncOverview(ctx);
    await syncStatus(ctx);
    const runId = oneOf(await runs(ctx), choice % 3) ?? ctx.newId();
    await runResults(ctx, { runId, limit: 10 });
    await readValidation(ctx, { runId });
    await countChanges(ctx, { runId });
  },
  work: workAll,
  workWhile: async (life, choice) => {
    const [job] = await queued(life);
    const call = oneOf(CALLS, choice) as keyof typeof OPERATIONS;
    let left = 1;
    const meanwhile = async () => {
      left -= 1;
      if (left >= 0) await refusable(OPERATIONS[call](life, choice));
    };
    if (job) await deliver(life, job, { meanwhile });
  },
  workInTwo: async (life) => {
    const [job] = await queued(life);
    if (job) await Promise.all([deliver(life, job), deliver(life, job)]);
  },
  workerDies: async (life, choice) => {
    const [job] = await queued(life);
    if (job) await deliver(life, job, { transactions: choice % 12 });
  },
  deliverAgain: async (life, choice) => {
    const job = lateJob(life, choice);
    if (job) await deliver(life, job);
  },
  giveUp: async (life, choice) => {
    const job = lateJob(life, choice);
    if (!job) return;
    await failJob(life.ctx.db, addressOf(life, job));
    life.queue.delete(job);
  },
} satisfies Record<string, Operation>;
const CALLS = [
  ...['deliverAgain', 'deliverAgain', 'giveUp', 'start', 'validate', 'commit'],
  ...['cancel', 'undo', 'update', 'exclude', 'read'],
] as const;

/** What comes next: other operations alone rarely come to a commit. */
export async function goOn(life: Life, choice: number): Promise<unknown> {
  const next = (await queued(life)).length > 0 ? WORK : (NEXT[await stateOf(life)] ?? START);
  const name = oneOf<keyof typeof OPERATIONS>(next, choice) ?? 'start';
  return OPERATIONS[name](life, choice);
}

const stateOf = ({ ctx }: Life): Promise<string> =>
  syncStatus(ctx).then(
    ({ status }) => status,
    () => 'none',
  );

const WORK = ['work', 'workWhile', 'work', 'workInTwo', 'workWhile', 'workerDies'] as const;
const START = ['start'] as const;
const NEXT: Record<string, readonly (keyof typeof OPERATIONS)[]> = {
  transferring: ['transfer', 'end'],
  transferred: ['validate'],
  validated: ['commit', 'validate'],
};
