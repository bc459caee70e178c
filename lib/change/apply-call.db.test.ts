import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { updateStaffMember } from '../staff/update.ts';
import { applyCall, inCall } from './apply-call.ts';
import { loadCampusState, peopleOf } from './load/load-campus-state.ts';
import { newBatch } from './plan/new-batch.ts';
import { planPerson } from './plan/plan-person.ts';

const record = {
  staffNumber: '7',
  demographics: {},
  positions: [
    {
      schoolNumber: '010',
      assignmentCode: '20',
      titleCode: null,
      titleDescription: null,
      startDate: '2020-08-01',
      endDate: null,
    },
  ],
};

test('STAFF-6 a row that was removed under the plan, such as an address by an undo, has it made again', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { staffNumber: '7', gender: 'F' });
  let attempts = 0;
  const outcome = await inCall(ctx, '7', async (tx) => {
    attempts += 1;
    const state = await loadCampusState(ctx, tx, [record]);
    const plan = planPerson(record, peopleOf(state, record), newBatch(ctx, state, 'update'));
    if (plan.outcome === 'failed') throw new Error(JSON.stringify(plan.errors));
    if (attempts === 1)
      for (const change of plan.changes)
        if (change.table === 'districtAssignment' && change.after) change.after.schoolNumber = 'gone';
    await applyCall(ctx, tx, plan, 'updated');
    return plan.outcome;
  });
  expect([outcome, attempts]).toEqual(['updated', 2]);
  const positions = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select school_number from district_assignment where district_id = $1 and person_id = $2', [
      tx.districtId,
      id,
    ]),
  );
  expect(positions).toEqual([{ school_number: '010' }]);
});

test('STAFF-6 twenty calls for one person at once are all carried out', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '7', gender: 'F' });
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      updateStaffMember(ctx, { staffNumber: '7', json: { workPhone: `763-555-01${10 + i}` }, ifMatch: null }),
    ),
  );
  expect(outcomes).toHaveLength(20);
});
