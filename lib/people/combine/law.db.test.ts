import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { correctStaffNumber } from '../edit/correct-number.ts';
import { editEmployments } from '../edit/employments.ts';
import { readPerson } from '../read-person.ts';
import { combinePeople } from './combine.ts';
import { previewCombination } from './preview.ts';
import { undoCombination } from './undo.ts';

const SEQUENCES = 12;
const NUMBERS = ['1', '2', '3', '4', '5'];
const NAMES = ['Simpson', 'Brown'];
const LINES = ['4321 N Lexington Ave', '9 Oak Ct'];

const rows = <R>(ctx: Context, sql: string): Promise<R[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<R>(tx, sql, [tx.districtId]));
const idsOf = async (ctx: Context, table: 'person' | 'combination') =>
  (await rows<{ id: string }>(ctx, `select id from ${table} where district_id = $1 order by id`)).map(
    ({ id }) => id,
  );
const oneOf = <T>(all: readonly T[], choice: number): T => all[choice % all.length] as T;

type Operation = (ctx: Context, choice: number) => Promise<unknown>;

async function combine(ctx: Context, choice: number): Promise<string> {
  const ids = await idsOf(ctx, 'person');
  const pair = { baseId: oneOf(ids, choice), otherId: oneOf(ids, choice >> 3) };
  const { baseRev, otherRev } = await previewCombination(ctx, pair);
  return (await combinePeople(ctx, { ...pair, baseRev, otherRev })).combinationId;
}

/** What happens to people, by HR and by hand. `choice` is any number. */
const OPERATIONS: Record<string, Operation> = {
  update: (ctx, choice) => {
    const address = {
      fullStreetAddress: oneOf(LINES, choice >> 4),
      city: 'Blaine',
      state: 'MN',
      zip: '55123',
    };
    const household = choice & 1 ? { household: { householdLocations: [{ address }] } } : {};
    const json = { lastName: oneOf(NAMES, choice >> 3), workPhone: `555-010${choice % 4}`, ...household };
    return updateStaffMember(ctx, { staffNumber: oneOf(NUMBERS, choice), json, ifMatch: null });
  },
  renumber: async (ctx, choice) => {
    const personId = oneOf(await idsOf(ctx, 'person'), choice);
    const correction = { staffNumber: oneOf(NUMBERS, choice >> 3), reason: 'HR renumbered' };
    return correctStaffNumber(ctx, { personId, correction });
  },
  employ: async (ctx, choice) => {
    const personId = oneOf(await idsOf(ctx, 'person'), choice);
    const { rev } = await readPerson(ctx, { id: personId, edited: true });
    const employments = [
      { id: null, hireDate: oneOf(['2020-07-01', '2024-07-01'], choice >> 3), terminationDate: null },
    ];
    return editEmployments(ctx, { personId, edit: { rev, employments } });
  },
  combine,
  undo: async (ctx, choice) =>
    undoCombination(ctx, { id: (await idsOf(ctx, 'combination')).at(-1 - (choice % 2)) ?? ctx.newId() }),
};
const operation = fc.constantFrom(...Object.keys(OPERATIONS));
const step = fc.array(fc.tuple(operation, fc.nat(1_000_000)), { minLength: 1, maxLength: 2 });

/** Nothing but a refusal may be thrown. */
const refusable = <T>(call: Promise<T>): Promise<T | undefined> =>
  call.catch((error) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });

async function district(): Promise<Context> {
  const ctx = await testDistrict();
  const people = [];
  for (const staffNumber of ['1', '2', ' 2', null])
    people.push(await insertPerson(ctx, { staffNumber, lastName: 'Brown', ssn: '123456789' }));
  const [first, second, third] = people.map(({ id }) => id) as [string, string, string];
  await insertHousehold(ctx, { members: [first, second] });
  await insertHousehold(ctx, { members: [third] });
  await rows(
    ctx,
    `update household_member set end_date = '2020-06-30' where district_id = $1 and person_id = '${first}'`,
  );
  return ctx;
}

/** Every row of people and whose the journal’s entries are, without what each change moves. */
async function everything(ctx: Context, entries: readonly string[]): Promise<unknown> {
  const tables = ['person', 'identity', 'employment', 'household_member', 'household_location', 'hr_notice'];
  const all = tables.map((table) =>
    rows(
      ctx,
      `select to_jsonb(t) - '{rev,updated_at,created_at,ssn_cipher}'::text[] as row from ${table} t
        where district_id = $1 order by id`,
    ),
  );
  const journal = await rows<{ id: string }>(
    ctx,
    'select id, person_id from change_journal where district_id = $1 order by id',
  );
  return [await Promise.all(all), journal.filter(({ id }) => entries.includes(id))];
}

const entryIds = async (ctx: Context) =>
  (await rows<{ id: string }>(ctx, 'select id from change_journal where district_id = $1')).map(
    ({ id }) => id,
  );

test('CMB-3 whatever people went through, one after the other or two at once: whom nobody edits after they are combined are parted as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 15 }),
      fc.nat(1_000_000),
      async (steps, choice) => {
        const ctx = await district();
        for (const calls of steps)
          await Promise.all(calls.map(([name, n]) => refusable((OPERATIONS[name] as Operation)(ctx, n))));
        const entries = await entryIds(ctx);
        const before = await everything(ctx, entries);
        const id = await refusable(combine(ctx, choice));
        if (id === undefined) return;
        // Of three with one number the two who are left keep it from the one who is to have it again.
        const refused = await undoCombination(ctx, { id }).then(
          () => undefined,
          (error) => error,
        );
        if (refused) expect(refused.message).toContain('Another person has the staff number');
        else expect(await everything(ctx, entries)).toEqual(before);
      },
    ),
    { numRuns: SEQUENCES, endOnFailure: true },
  );
});
