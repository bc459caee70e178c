import { recordAudit } from '../../audit/record-audit.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { loadCampusState, peopleOf } from '../../change/load/load-campus-state.ts';
import type { MadePlan, PersonPlan } from '../../change/person-plan.ts';
import { newBatch } from '../../change/plan/new-batch.ts';
import { planPerson } from '../../change/plan/plan-person.ts';
import { retryWhenCampusChanged } from '../../change/retry.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { codesOf } from '../../record/csv/match-values.ts';
import { listChoices } from '../../reference/choices.ts';
import { lookAtTable } from '../../sync/upload/look.ts';
import { dateIn } from '../../time/date-in.ts';
import type { RowError } from '../row-error.ts';
import { asExisting } from './as-existing.ts';
import { type PersonRead, readPeople } from './read-people.ts';

const BATCH_PEOPLE = 500;
/** More than anybody reads. */
const MAX_ERRORS = 1_000;

export interface PeopleImport {
  /** Opens the file; it is read more than once. */
  open: () => AsyncIterable<Uint8Array>;
  /** Only looks for errors. */
  check?: boolean;
  /** Leaves out the rows before this line, after an interrupted import. */
  fromLine?: number;
  /** Called after each batch with the line up to which everybody is in Campus. */
  onBatch?: (line: number) => Promise<void>;
}

/** What an import did, or why it did nothing. `skipped`: their staff number is in Campus already. */
export type PeopleImported =
  | { outcome: 'imported' | 'checked'; people: number; skipped: number; unusedColumns: string[] }
  | { outcome: 'refused'; errors: RowError[] };

/**
 * Imports the people who are in Campus already, before HR's first synchronization, by the planner and the writer of every
 * other change. HR does not manage them until it sends them (RO-1). The file is checked as a whole first; nobody is
 * imported if anything is wrong with it. Whose staff number is in Campus is skipped, so it can be repeated.
 * @throws Unreadable for what is no file of people
 */
export async function importPeople(ctx: Context, asked: PeopleImport): Promise<PeopleImported> {
  const { columns } = await lookAtTable(ctx, asked.open());
  const codes = codesOf(await listChoices(ctx));
  const today = dateIn(ctx.district.timeZone, ctx.now);
  const read = () => readPeople(ctx, asked.open, { columns, codes, today });
  const errors: RowError[] = [];
  const counts = { people: 0, skipped: 0 };
  for await (const batch of batchesOf(read(), asked.fromLine)) {
    if (errors.length < MAX_ERRORS) errors.push(...(await check(ctx, batch, counts)));
  }
  if (errors.length > 0) return { outcome: 'refused', errors: errors.sort((a, b) => a.line - b.line) };
  const unusedColumns = columns.flatMap(({ header, property }) => (property === null ? [header] : []));
  if (asked.check) return { outcome: 'checked', ...counts, unusedColumns };
  for await (const batch of batchesOf(read(), asked.fromLine)) {
    await write(ctx, batch);
    await asked.onBatch?.(Math.max(...batch.map(({ line }) => line)));
  }
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    recordAudit(ctx, tx, { action: 'people.import', detail: { ...counts } }),
  );
  return { outcome: 'imported', ...counts, unusedColumns };
}

async function* batchesOf(people: AsyncIterable<PersonRead>, fromLine = 0): AsyncGenerator<PersonRead[]> {
  let batch: PersonRead[] = [];
  for await (const person of people) {
    if (person.line < fromLine) continue;
    batch.push(person);
    if (batch.length < BATCH_PEOPLE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Planned extends PersonRead {
  plan: PersonPlan;
}

async function plan(ctx: Context, tx: Parameters<typeof loadCampusState>[1], people: readonly PersonRead[]) {
  const records = people.flatMap(({ record }) => record ?? []);
  const state = await loadCampusState(ctx, tx, records);
  const batch = newBatch(ctx, state, 'create');
  return people.flatMap((person): Planned[] =>
    person.record
      ? [{ ...person, plan: planPerson(person.record, peopleOf(state, person.record), batch) }]
      : [],
  );
}

const isSkipped = (made: PersonPlan): boolean => made.outcome === 'failed' && made.cause === 'numberTaken';

async function check(
  ctx: Context,
  people: readonly PersonRead[],
  counts: { people: number; skipped: number },
): Promise<RowError[]> {
  const planned = await ctx.db.inDistrict(ctx.district.id, (tx) => plan(ctx, tx, people));
  const skipped = planned.filter((person) => isSkipped(person.plan)).length;
  counts.skipped += skipped;
  counts.people += planned.length - skipped;
  return [
    ...people.flatMap(({ errors }) => errors),
    ...planned.flatMap((person) => (isSkipped(person.plan) ? [] : person.plan.errors.map(person.place))),
  ];
}

/** @throws when Campus has come to refuse a record since it was checked, such as by a school that was made inactive */
async function write(ctx: Context, people: readonly PersonRead[]): Promise<void> {
  await retryWhenCampusChanged(() =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const planned = await plan(ctx, tx, people);
      const made = planned.flatMap(({ plan: one, numberless, line }): MadePlan[] => {
        if (one.outcome !== 'failed') return [asExisting(one, numberless)];
        if (isSkipped(one)) return [];
        throw new Error(`The person on line ${line} can’t be imported any more: ${one.errors[0]?.message}`);
      });
      await applyPlans(tx, writerOf(ctx, 'campus'), made);
    }),
  );
}
