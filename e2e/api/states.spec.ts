import { textRows } from '../../db/sql-text.ts';
import { expect, test } from '../fixtures.ts';
import { expectProblem } from '../problem.ts';
import { bringInto, STATES, type State } from '../run-in.ts';
import { pat } from '../staff.ts';
import type { Answer, Vendor } from '../vendor.ts';

type Call = 'start' | 'transfer' | 'end' | 'validate' | 'commit' | 'submitCommitJob';

/** SYNC-1: the calls that are carried out are the ones that an answer lists as allowed. */
const ALLOWED: Record<State, Call[]> = {
  none: ['start'],
  transferring: ['transfer', 'end', 'start'],
  transferred: ['validate', 'start'],
  validated: ['validate', 'commit', 'submitCommitJob', 'start'],
  committing: [],
  committed: ['start'],
  cancelled: ['start'],
};

const CALLS: Record<Call, (vendor: Vendor) => Promise<Answer>> = {
  start: (vendor) => vendor.start(),
  transfer: (vendor) => vendor.transfer([pat({ staffNumber: '10059' })]),
  end: (vendor) => vendor.end(),
  validate: (vendor) => vendor.validate(),
  commit: (vendor) => vendor.commit(),
  submitCommitJob: (vendor) => vendor.submitCommitJob(),
};

for (const state of STATES) {
  const refused = (Object.keys(CALLS) as Call[]).filter((call) => !ALLOWED[state].includes(call));

  test(`SYNC-1 ${state}: ${refused.join(', ')} answer 409 and change nothing`, async ({
    vendor,
    district,
  }) => {
    const release = await bringInto(state, vendor, district);
    try {
      const before = await vendor.run();
      for (const call of refused) {
        expect(expectProblem(await CALLS[call](vendor), 409), call).toMatchObject({
          state,
          allowed: ALLOWED[state],
        });
      }
      const after = await vendor.run();
      expect(after.status).toBe(state === 'none' ? 404 : 200);
      if (state !== 'none') {
        expect(after.body).toEqual(before.body);
        expect(after.body).toMatchObject({ status: state, allowed: ALLOWED[state] });
      }
    } finally {
      await release();
    }
  });

  for (const call of ALLOWED[state])
    test(`SYNC-1 ${state}: ${call} is carried out`, async ({ vendor, district }) => {
      await bringInto(state, vendor, district);
      expect((await CALLS[call](vendor)).status).toBe(
        { start: 201, submitCommitJob: 202 }[call as string] ?? 200,
      );
      if (call === 'submitCommitJob') await vendor.untilCommitted();
    });
}

for (const state of ['transferring', 'transferred', 'validated'] as const)
  test(`SYNC-4 ${state}: start with "restart": false answers 409 and keeps the staging`, async ({
    vendor,
    district,
  }) => {
    await bringInto(state, vendor, district);
    const before = (await vendor.run()).body;
    expectProblem(await vendor.start({ restart: false }), 409);
    expect((await vendor.run()).body).toEqual(before);
  });

test('SYNC-1 one live run per district: of ten starts at once each ends well and one run is live', async ({
  vendor,
  district: { ctx },
}) => {
  await vendor.token();
  const answers = await Promise.all(Array.from({ length: 10 }, () => vendor.start()));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  const live = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select id from sync_run where district_id = $1 and status not in ('committed', 'cancelled')`,
      [tx.districtId],
    ),
  );
  expect(live).toHaveLength(1);
});
