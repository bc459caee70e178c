import { expect, test } from 'vitest';
import { insertUser } from '../lib/auth/testing/user.ts';
import { rowInserter } from './insert-rows.ts';
import { favourite } from './schema/access.ts';
import { stagedStaff } from './schema/staging.ts';
import { textRow } from './sql-text.ts';
import { testDistrict } from './testing/district.ts';

test('rows of the staging go in by insert, however many, and a null stays null', async () => {
  const ctx = await testDistrict();
  const callId = ctx.newId();
  const columns = [
    'callId',
    'line',
    'runId',
    'staffNumberKey',
    'record',
    'sent',
    'ssnCipher',
    'newTitles',
  ] as const;
  const insert = rowInserter(stagedStaff, columns, ['record', 'sent', 'newTitles']);
  const sent = JSON.stringify({ text: 'a "b" \\ {c} \u001e \n' });
  const rows = Array.from({ length: 5_000 }, (_, line) => ({
    ...{ callId, line, runId: callId, staffNumberKey: `n"\\,{}${line}`, record: '{}', sent },
    ...{ ssnCipher: line === 1 ? Buffer.from([0, 92, 34]) : null, newTitles: line === 1 ? '{}' : null },
  }));
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    expect(await insert(tx, rows)).toBe(5_000);
    expect(
      await textRow(
        tx,
        `select count(*)::int as n, count(distinct sent)::int as texts, min(sent) as sent, count(new_titles)::int as titles,
                string_agg(encode(ssn_cipher, 'hex'), '') as cipher, max(staff_number_key) filter (where line = 7) as key
           from staged_staff where district_id = $1 and call_id = $2`,
        [tx.districtId, callId],
      ),
    ).toEqual({ n: 5_000, texts: 1, sent, titles: 1, cipher: '005c22', key: 'n"\\,{}7' });
  });
});

test('masked cells are masked', async () => {
  const ctx = await testDistrict();
  const userId = await insertUser(ctx);
  const insert = rowInserter(favourite, ['id', 'userId', 'path'], []);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await insert(tx, [{ id: ctx.newId(), userId, path: '/staff?search=412-10-8751' }]);
    const kept = await textRow<{ path: string }>(tx, 'select path from favourite where district_id = $1', [
      tx.districtId,
    ]);
    expect(kept?.path).toBe('/staff?search=***-**-****');
  });
});
