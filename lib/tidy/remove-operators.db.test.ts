import { expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { asOwner, testDatabase } from '../../db/testing/database.ts';
import { endOperator, makeOperatorLink, openOperatorLink, operatorOf } from '../operator/session.ts';
import { newShortId } from '../short-id.ts';
import { removeOldOperators } from './remove-operators.ts';

const db = testDatabase();

/** An operator who has opened a link. @returns the session's token */
async function signedIn(madeBy: string): Promise<string> {
  const owner = openDatabase(inject('ownerUrl'), { max: 1 });
  onTestFinished(() => owner.close());
  const { token: link } = await makeOperatorLink(owner, { madeBy });
  return (await openOperatorLink(db, { link, address: '192.0.2.9' })) as string;
}

/** Sessions are of all districts: each test has operators of its own. */
const operator = (what: string) => `${what}-${newShortId()}`;

const pass = (madeBy: string, days: number) =>
  asOwner(
    `update app.operator_session
        set link_expires_at = link_expires_at - make_interval(days => $2), expires_at = expires_at - make_interval(days => $2),
            ended_at = ended_at - make_interval(days => $2), seen_at = seen_at - make_interval(days => $2)
      where made_by = $1`,
    [madeBy, days],
  );
const sessionsOf = async (madeBy: string) =>
  (await asOwner('select 1 from app.operator_session where made_by = $1', [madeBy])).length;
/** As the operator's page lists them, of one operator. */
const deedsOf = (madeBy: string) =>
  asOwner<{ action: string }>(
    `select e.action from app.operator_event e left join app.operator_session s on s.id = e.session_id
      where coalesce(e.made_by, s.made_by) = $1 order by e.id`,
    [madeBy],
  );

test.each<[string, (madeBy: string) => Promise<unknown>]>([
  ['a session that has expired', signedIn],
  [
    'a session that was ended',
    async (madeBy) => {
      const found = await operatorOf(db, await signedIn(madeBy), { active: true });
      if (found) await endOperator(db, { operator: found });
    },
  ],
  [
    'a link that nobody opened',
    async (madeBy) => {
      const owner = openDatabase(inject('ownerUrl'), { max: 1 });
      onTestFinished(() => owner.close());
      await makeOperatorLink(owner, { madeBy });
    },
  ],
])('%s is removed a week after its end; who did what is still known', async (_, make) => {
  const madeBy = operator('old');
  await make(madeBy);
  const deeds = await deedsOf(madeBy);
  await pass(madeBy, 6);
  await removeOldOperators(db);
  expect(await sessionsOf(madeBy)).toBe(1);
  await pass(madeBy, 2);
  await Promise.all([removeOldOperators(db), removeOldOperators(db)]);
  expect(await sessionsOf(madeBy)).toBe(0);
  expect(deeds.length).toBeGreaterThan(0);
  expect(await deedsOf(madeBy)).toEqual(deeds);
});

test('a live session stays, and lists what was done in sessions that are gone', async () => {
  const gone = operator('gone');
  await signedIn(gone);
  await pass(gone, 8);
  const token = await signedIn(operator('live'));
  await removeOldOperators(db);
  const found = await operatorOf(db, token, { active: true });
  const listed = await db.execute({
    text: 'select made_by, action from app.operator_events($1, 1000000) where made_by = $2',
    values: [found?.token, gone],
  });
  expect(listed.rows.map(([, action]) => action).sort()).toEqual(['link made', 'link opened']);
});

test('what operators did is kept for 2,555 days, as the audit log', async () => {
  const [kept, old] = [operator('kept'), operator('old')];
  const age = (madeBy: string, days: number) =>
    asOwner(
      `update app.operator_event e set occurred_at = now() - make_interval(days => $2)
         from app.operator_session s where s.id = e.session_id and s.made_by = $1`,
      [madeBy, days],
    );
  for (const madeBy of [kept, old]) await signedIn(madeBy);
  await age(kept, 2_554);
  await age(old, 2_556);
  await removeOldOperators(db);
  expect(await deedsOf(kept)).toHaveLength(2);
  expect(await deedsOf(old)).toEqual([]);
});
