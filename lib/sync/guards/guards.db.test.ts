import { expect, test } from 'vitest';
import { textRow, textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { listEvents } from '../../audit/list-events.ts';
import { insertUser } from '../../auth/testing/user.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../failure.ts';
import { asUser, inboxOf, insertRecipient } from '../../notify/testing/recipient.ts';
import { readValidation } from '../../report/read-validation.ts';
import { runJob } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { runResults } from '../commit/results.ts';
import { guardsOverview } from '../guards-overview.ts';
import { syncOverview } from '../overview.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { commitJobStatus, syncStatus } from '../run/status.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { submitUndo } from '../undo/submit-undo.ts';
import { validateSync } from '../validate/validate.ts';
import { approveHold } from './approve.ts';
import { excludePeople, excludePerson, includePerson } from './exclusions.ts';
import { forecastCommit } from './forecast.ts';
import { guardPeople } from './guard-people.ts';
import type { Guard } from './limits.ts';
import { saveGuards } from './save-guards.ts';
import { DEFAULT_GUARDS, type GuardSettings } from './schema.ts';
import { readGuards } from './settings.ts';

const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' };
const person = (n: number, over: object = {}) => ({
  staffNumber: `N${n}`,
  lastName: `Staff ${n}`,
  firstName: 'Pat',
  gender: 'F',
  workEmail: 'pat@k12.us',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [position],
  ...over,
});
const feed = (count: number, over: object = {}) => Array.from({ length: count }, (_, n) => person(n, over));

const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
async function validated(ctx: Context, records: object[]): Promise<void> {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
}
const commit = async (ctx: Context) => {
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted;
};
const refusalOf = (call: Promise<unknown>): Promise<Conflict> =>
  call.then(
    () => expect.fail('it was not refused'),
    (error) => error,
  );

/** A district with strict guards, in which twenty people are committed: no guard holds the first. */
async function committed(settings: Partial<GuardSettings> = {}, records = feed(20)): Promise<Context> {
  const ctx = await testDistrict();
  await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 2, ...settings });
  await validated(ctx, records);
  await commit(ctx);
  return ctx;
}

test('SYNC-13 on in a new district', async () => {
  const ctx = await testDistrict();
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRun(tx, 'delete from commit_guard where district_id = $1', [tx.districtId]);
    expect(await readGuards(tx)).toMatchObject({ enabled: true, created: 10 });
  });
});

test('SYNC-13 people created with addresses that Campus lacks are not people changed', async () => {
  const ctx = await committed({ created: null, changed: 0, leastPeople: 0 });
  const at = (line: string) => ({
    householdLocations: [{ address: { fullStreetAddress: line, city: 'Blaine', state: 'MN', zip: '55123' } }],
  });
  const created = [1, 2, 3].map((n) => ({ ...person(100 + n), household: at(`${n} Oak St`) }));
  await validated(ctx, [...feed(20), ...created]);
  await submitCommit(ctx);
  expect(await syncStatus(ctx)).toMatchObject({ status: 'committing' });
});

const MANY: [Guard, object[], number][] = [
  ['created', [...feed(20), ...Array.from({ length: 3 }, (_, n) => person(100 + n))], 3],
  ['renamed', [...feed(3, { lastName: 'Newname' }), ...feed(20).slice(3)], 3],
  [
    'ended',
    [
      ...feed(3, { employments: [{ hireDate: '2020-07-25', terminationDate: '2026-06-30' }] }),
      ...feed(20).slice(3),
    ],
    3,
  ],
  ['changed', [...feed(11, { workPhone: '7635550100' }), ...feed(20).slice(11)], 11],
  ['erased', [...feed(3, { workEmail: null }), ...feed(20).slice(3)], 3],
  ['positionsRemoved', [...feed(3, { positions: [] }), ...feed(20).slice(3)], 3],
  ['shrunk', feed(17), 3],
];

/** What the approval list shows of the first of them. */
const BEFORE_AND_AFTER: Partial<Record<Guard, object[]>> = {
  renamed: [{ label: 'Last Name', before: 'Staff 0', after: 'Newname' }],
  ended: [{ label: 'Termination/End Date', before: null, after: '6/30/2026' }],
  changed: [{ label: 'Work Phone', before: null, after: '7635550100' }],
  erased: [{ label: 'Work Email', before: 'pat@k12.us', after: null, erased: true }],
  positionsRemoved: [
    { label: 'Position removed', before: expect.stringContaining('Harrison High School (010)'), after: null },
  ],
};

test.each(MANY)(
  'SYNC-13 %s: a commit above its limit is held, and nothing is committed',
  async (limit, records, found) => {
    const ctx = await committed();
    await validated(ctx, records);
    const refusal = await refusalOf(submitCommit(ctx));
    expect(refusal).toBeInstanceOf(Conflict);
    expect(refusal.facts).toMatchObject({
      state: 'validated',
      allowed: ['validate', 'commit', 'submitCommitJob', 'start'],
      held: { limits: [{ limit, found }] },
    });
    expect(refusal.message).toContain(String(found));
    expect(await syncStatus(ctx)).toMatchObject({ status: 'validated', job: null });
    expect((await syncOverview(ctx)).hold).toMatchObject({ limits: [{ limit, found }], approvedAt: null });
    if (limit === 'shrunk') return;
    const { data } = await guardPeople(ctx, { guard: limit, page: 1 });
    expect(data).toHaveLength(found);
    if (limit !== 'created')
      expect(data[0]).toMatchObject({
        staffNumber: 'N0',
        name: 'Staff 0, Pat',
        changes: BEFORE_AND_AFTER[limit],
      });
  },
);

test('SYNC-13 shrunk: an undo is no feed, so the one before it is what the next is compared with', async () => {
  const ctx = await committed();
  await validated(ctx, [...feed(3, { workPhone: '7635550100' }), ...feed(20).slice(3)]);
  const { runId } = await commit(ctx);
  await work(ctx, await submitUndo(ctx, { runId }));
  await validated(ctx, feed(17));
  const refusal = await refusalOf(submitCommit(ctx));
  expect(refusal.facts).toMatchObject({ held: { limits: [{ limit: 'shrunk', found: 3, of: 20 }] } });
});

test('SYNC-13 what the report only lists for its reason is no change', async () => {
  const address = { fullStreetAddress: '4321 109th Ave NW', city: 'Blaine', state: 'MN' };
  const twice = { household: { householdLocations: [{ address }, { address }] } };
  const ctx = await committed({ changed: 0, leastPeople: 0 }, feed(3, twice));
  await validated(ctx, feed(3, twice));
  const report = await readValidation(ctx, await syncStatus(ctx));
  expect(report.sections.addresses.total).toBeGreaterThan(0);
  await commit(ctx);
  expect(await commitJobStatus(ctx)).toMatchObject({ unchanged: 3 });
});

test('SYNC-13 NOT-4 approved with a reason it goes on; held and approved are audited, and recipients are notified once', async () => {
  const ctx = await committed();
  const recipient = await insertRecipient(ctx, 'commits', 'HR Sync Commit');
  const admin = asUser(ctx, await insertUser(ctx, { username: 'admin' }));
  const [, records] = MANY[0] as (typeof MANY)[0];
  await validated(ctx, records);
  await expect(approveHold(admin, { reason: 'too early' })).rejects.toBeInstanceOf(Conflict);
  await refusalOf(submitCommit(ctx));
  await refusalOf(submitCommit(ctx));
  expect((await inboxOf(ctx, recipient)).map(({ subject }) => subject)).toEqual([
    'The commit of a staff synchronization waits for approval',
  ]);
  await approveHold(admin, { reason: 'A new school opens.' });
  await expect(approveHold(admin, { reason: 'again' })).rejects.toBeInstanceOf(Conflict);
  expect((await syncOverview(ctx)).hold).toMatchObject({
    approvedBy: 'Robin',
    reason: 'A new school opens.',
  });
  await commit(ctx);
  expect(await commitJobStatus(ctx)).toMatchObject({ status: 'completed', created: 3 });
  const audited = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ action: string }>(
      tx,
      `select action from audit_event where district_id = $1 and action in ('sync.held', 'sync.approve') order by id`,
      [tx.districtId],
    ),
  );
  expect(audited.map(({ action }) => action)).toEqual(['sync.held', 'sync.approve']);
});

test('SYNC-13 an approval belongs to its validation: after another one the limits are checked again', async () => {
  const ctx = await committed();
  await validated(ctx, (MANY[0] as (typeof MANY)[0])[1]);
  await refusalOf(submitCommit(ctx));
  await approveHold(ctx, { reason: 'fine' });
  await work(ctx, await validateSync(ctx));
  expect((await syncOverview(ctx)).hold).toBeNull();
  expect((await refusalOf(submitCommit(ctx))).facts).toHaveProperty('held');
});

test('SYNC-13 where a second person is required, never the one who requested the commit', async () => {
  const ctx = await committed({ secondPerson: true });
  const [asker, other] = [
    asUser(ctx, await insertUser(ctx, { username: 'asker' })),
    asUser(ctx, await insertUser(ctx, { username: 'other' })),
  ];
  await validated(ctx, (MANY[0] as (typeof MANY)[0])[1]);
  await refusalOf(submitCommit(asker));
  // Asking again in the other's name does not make the first asker the second person.
  await refusalOf(submitCommit(other));
  expect((await guardsOverview(asker)).hold?.mayApprove).toBe(false);
  await expect(approveHold(asker, { reason: 'me' })).rejects.toBeInstanceOf(Forbidden);
  expect((await guardsOverview(other)).hold?.mayApprove).toBe(true);
  await approveHold(other, { reason: 'you' });
  await commit(asker);
});

test('SYNC-13 where a second person is required, the right to commit is not enough to do without them', async () => {
  const settings = { ...DEFAULT_GUARDS, leastPeople: 2, secondPerson: true };
  const ctx = await committed(settings);
  const [officer, asker, other] = [
    asUser(ctx, await insertUser(ctx, { username: 'officer', rights: ['Synchronization'] })),
    asUser(ctx, await insertUser(ctx, { username: 'asker', rights: ['Synchronization', 'User Security'] })),
    asUser(ctx, await insertUser(ctx, { username: 'other', rights: ['Synchronization', 'User Security'] })),
  ];
  const looser = { ...settings, secondPerson: false };
  await expect(saveGuards(officer, looser)).rejects.toBeInstanceOf(Forbidden);
  await saveGuards(officer, { ...settings, created: 1 });
  await saveGuards(other, settings);
  await validated(ctx, (MANY[0] as (typeof MANY)[0])[1]);
  await refusalOf(submitCommit(asker));
  await expect(saveGuards(asker, looser)).rejects.toBeInstanceOf(Forbidden);
  await saveGuards(other, looser);
});

test('SYNC-13 an excluded person is skipped with a separate kind of result, until included again', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: 'n1', lastName: 'Brown' });
  await excludePerson(ctx, { staffNumber: 'N1', reason: 'HR has the wrong name.' });
  await expect(excludePerson(ctx, { staffNumber: ' n1'.trim(), reason: 'again' })).rejects.toBeInstanceOf(
    Conflict,
  );
  await validated(ctx, feed(3));
  const { runId } = await commit(ctx);
  const { data } = await runResults(ctx, { runId, limit: 10 });
  expect(data.map(({ outcome }) => outcome)).toEqual(['created', 'held', 'created']);
  expect(data[1]?.warnings).toMatchObject([{ code: 'heldOut' }]);
  expect(await commitJobStatus(ctx)).toMatchObject({ total: 3, processed: 3, created: 2, held: 1 });
  const audited = { search: '', action: 'sync.committed', page: 1, limit: 10 };
  const { data: events } = await listEvents(ctx, audited);
  expect(events[0]?.detail).toEqual({ created: 2, updated: 0, unchanged: 0, held: 1, failed: 0 });
  const nameOf = () =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRow(
        tx,
        `select i.last_name as name, p.hr_managed_at as managed from person p
           join identity i on i.district_id = $1 and i.person_id = p.id and i.current
          where p.district_id = $1 and p.staff_number_key = 'n1'`,
        [tx.districtId],
      ),
    );
  expect(await nameOf()).toEqual({ name: 'Brown', managed: null });
  expect((await guardsOverview(ctx)).excluded).toMatchObject([
    { staffNumber: 'N1', reason: 'HR has the wrong name.', excludedBy: 'Test' },
  ]);
  await includePerson(ctx, { staffNumber: 'n1' });
  await expect(includePerson(ctx, { staffNumber: 'n1' })).rejects.toBeInstanceOf(NotFound);
  await validated(ctx, feed(3));
  await commit(ctx);
  expect(await nameOf()).toMatchObject({ name: 'Staff 1' });
});

test('SYNC-13 an excluded person does not count toward a limit', async () => {
  const ctx = await committed();
  await validated(ctx, (MANY[0] as (typeof MANY)[0])[1]);
  await refusalOf(submitCommit(ctx));
  await excludePerson(ctx, { staffNumber: 'n100', reason: 'later' });
  await commit(ctx);
  expect(await commitJobStatus(ctx)).toMatchObject({ created: 2, held: 1 });
});

test('SYNC-13 the forecast of a commit counts each outcome, without the people excluded now', async () => {
  const ctx = await committed();
  await validated(ctx, [
    ...feed(3, { lastName: 'Newname', positions: [] }),
    ...feed(5, { employments: [{ hireDate: '2020-07-25', terminationDate: '2026-06-30' }] }).slice(3),
    ...feed(20).slice(5),
    ...Array.from({ length: 2 }, (_, n) => person(100 + n)),
    { ...person(200), gender: 'X' },
  ]);
  const { runId } = await syncStatus(ctx);
  const none = { erased: 0, addressesAdded: 0, refused: 0, excluded: 0 };
  expect(await forecastCommit(ctx, { runId })).toEqual({
    ...{ ...none, created: 3, updated: 5, renamed: 3, ended: 2, positionsRemoved: 3 },
  });
  await excludePeople(ctx, { staffNumbers: ['n0', 'N100'], reason: 'Ask HR' });
  expect(await forecastCommit(ctx, { runId })).toEqual({
    ...{ ...none, created: 2, updated: 4, renamed: 2, ended: 2, positionsRemoved: 2, excluded: 2 },
  });
});

test('SYNC-13 a person counts once for what is erased; what HR leaves out, and a blank where Campus has none, erase nothing', async () => {
  const household = (over: object) => ({
    household: {
      householdLocations: [
        { address: { fullStreetAddress: '1 Main St', city: 'Blaine', state: 'MN', zip: '55123' } },
      ],
      ...over,
    },
  });
  const kept = { workPhone: '7635550100', middleName: 'May', ...household({ phone: '7635550101' }) };
  const ctx = await committed({ erased: 0, leastPeople: 0, renamed: null, changed: null }, feed(20, kept));
  const erasing = [
    person(0, { ...kept, workPhone: '', workEmail: null }),
    person(1, { ...kept, middleName: null }),
    person(2, { workPhone: '7635550199', cellPhone: null }),
    person(3, { positions: [{ ...position, endDate: null }], employments: [{ hireDate: '2020-07-25' }] }),
  ];
  await validated(ctx, [...erasing, ...feed(20, kept).slice(4)]);
  const { facts } = await refusalOf(submitCommit(ctx));
  expect(facts).toMatchObject({ held: { limits: [{ limit: 'erased', found: 2 }] } });
  const { runId } = await syncStatus(ctx);
  expect(await forecastCommit(ctx, { runId })).toMatchObject({ erased: 2 });
});
