import { getTableColumns } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery } from '../../../db/query.ts';
import { commitSchedule } from '../../../db/schema/guards.ts';
import type { RunRow } from './run.ts';

const { districtId: _, ...SCHEDULE } = getTableColumns(commitSchedule);

const schedule = defineQuery('the scheduled commit', (orm) =>
  orm.select(SCHEDULE).from(commitSchedule).where(inDistrict(commitSchedule)),
);
const deleteSchedule = defineCommand('delete the scheduled commit', (orm) =>
  orm.delete(commitSchedule).where(inDistrict(commitSchedule)),
);

export type ScheduleRow = Awaited<ReturnType<typeof schedule>>[number];

/** The district's scheduled commit, even if its validation is no longer the latest. */
export const scheduleRow = (tx: Transaction): Promise<ScheduleRow | undefined> => schedule.first(tx);

/** A schedule belongs to one validation, as a hold does (SYNC-13). */
export const isScheduleOf = (schedule: ScheduleRow, run: RunRow | undefined): run is RunRow =>
  run?.status === 'validated' && run.id === schedule.runId && run.validationId === schedule.validationId;

export async function dropSchedule(tx: Transaction): Promise<void> {
  await deleteSchedule(tx);
}
