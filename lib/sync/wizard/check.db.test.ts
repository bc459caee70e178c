import { beforeEach, expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { newId } from '../../new-id.ts';
import { startSync } from '../run/start.ts';
import { rowsOf } from '../testing/in-district.ts';
import { CSV_TYPE, NDJSON_TYPE } from '../upload/file-types.ts';
import { checkDraft } from './check.ts';
import { correctCells } from './choose.ts';
import { createDraft } from './draft.ts';
import { transferDraft } from './transfer-draft.ts';

let ctx: Context;
beforeEach(async () => {
  const district = await testDistrict();
  ctx = { ...district, actor: { kind: 'user', id: newId(), name: 'Alex Morgan', username: 'alex' } };
  await startSync(ctx);
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
const draftOf = (text: string, type = CSV_TYPE) =>
  createDraft(ctx, { file: bytesOf(text), type, name: 'roster.csv' });

const HEADER = 'staffNumber,lastName,firstName,gender,ssn';
const SOUND = ['20001,Brown,Ann,F,123-45-6789', '20002,Reyes,Ana,F,', '20003,Lee,Kim,M,123-45-6780'];
const fileOf = (...rows: string[]) => draftOf([HEADER, ...rows].join('\n'));
const transfer = async (rows: string[], onInvalid: 'reject' | 'setAside' = 'setAside') =>
  (await transferDraft(ctx, (await fileOf(...rows)).id, { onInvalid, name: null })).result;
const check = async (...rows: string[]) => checkDraft(ctx, (await fileOf(...rows)).id);

test('SYNC-2 a run that holds nothing has nothing to compare with', async () => {
  expect(await check(...SOUND)).toMatchObject({ people: 3, ready: 3, setAside: 0, run: null });
});

test('SYNC-2 Check says what the file does to what is staged, and the transfer does so', async () => {
  await transfer([...SOUND, '20004,Cruz,Eva,Q,', '20005,Ortiz,Leo,Q,']);
  const file = [
    SOUND[0] as string,
    '20002,Reyes,Anna,F,',
    // Not his name, his SSN is another one.
    '20003,Lee,Kim,M,123-45-6781',
    '20004,Cruz,Eva,F,',
    '20005,Ortiz,Leo,Q,',
    '20006,Diaz,Max,M,',
  ];
  const { id } = await fileOf(...file);
  const checked = await checkDraft(ctx, id);
  expect(checked).toMatchObject({ people: 6, ready: 5, setAside: 1 });
  expect(checked.run).toEqual({
    ...{ staged: 3, setAside: 2, same: 1, different: 2, corrected: 1, withdrawn: 0 },
    examples: ['20002', '20003'],
  });
  const { result } = await transferDraft(ctx, id, { onInvalid: 'setAside', name: null });
  // Staged: 20001, 20004, 20006. Set aside: 20002 and 20003, which differ, and 20005.
  expect(result).toMatchObject({ outcome: 'staged', received: 6, staffTransferred: 3, setAside: 3 });
});

test('SYNC-2 the same file once more counts each person once', async () => {
  await transfer(SOUND);
  const { id } = await fileOf(...SOUND);
  expect((await checkDraft(ctx, id)).run).toMatchObject({ staged: 3, same: 3, different: 0 });
  const { result } = await transferDraft(ctx, id, { onInvalid: 'setAside', name: null });
  expect(result).toMatchObject({ outcome: 'staged', received: 3, staffTransferred: 3, setAside: 0 });
});

test('SYNC-2 a person who is staged and has a problem in this file would be set aside', async () => {
  await transfer(SOUND);
  const checked = await check('20001,Brown,Ann,Q,123-45-6789', SOUND[1] as string);
  expect(checked.run).toMatchObject({ same: 1, withdrawn: 1, different: 0 });
  expect(checked).toMatchObject({ ready: 1, setAside: 1 });
});

test('SYNC-2 of a number that a file has twice neither record is ready', async () => {
  const record = (lastName: string) =>
    JSON.stringify({ staffNumber: '20001', lastName, firstName: 'Ann', gender: 'F' });
  const { id } = await draftOf(`${record('Brown')}\n${record('Browne')}\n`, NDJSON_TYPE);
  expect(await checkDraft(ctx, id)).toMatchObject({ people: 2, ready: 0, setAside: 2 });
});

test('SYNC-2 a row that can’t be read is counted, and set aside only where somebody agreed', async () => {
  const rows = [...SOUND, '20004,Cruz,Eva,F,,"Main St, 5",123-45-6782'];
  const { id } = await fileOf(...rows);
  expect(await checkDraft(ctx, id)).toMatchObject({ people: 4, ready: 3, setAside: 1, unreadable: 1 });
  const { result } = await transferDraft(ctx, id, { onInvalid: 'setAside', name: null });
  expect(result).toMatchObject({ outcome: 'staged', staffTransferred: 3, setAside: 1 });
  await expect(transfer(['20005,Diaz,Max,M,,x'], 'reject')).resolves.toMatchObject({ outcome: 'refused' });
  const [aside] = await rowsOf(
    ctx,
    'select staff_number, hr, payload from set_aside_staff where district_id = $1',
  );
  expect(aside).toMatchObject({ staff_number: null, hr: {} });
  expect(String(aside?.payload)).toContain('Cruz');
  expect(String(aside?.payload)).not.toMatch(/123-?45-?6782/);
});

test('SYNC-2 what was chosen elsewhere since the check is not transferred unseen', async () => {
  const { id } = await fileOf(...SOUND, '20004,Cruz,Eva,Q,');
  const { choices, ready } = await checkDraft(ctx, id);
  expect(ready).toBe(3);
  await correctCells(ctx, id, [{ line: 5, column: 3, value: 'F' }]);
  const transferSeen = (checked: string) =>
    transferDraft(ctx, id, { onInvalid: 'setAside', name: null, checked });
  await expect(transferSeen(choices)).rejects.toThrow(Conflict);
  const again = await checkDraft(ctx, id);
  expect(again.ready).toBe(4);
  expect((await transferSeen(again.choices)).result).toMatchObject({
    outcome: 'staged',
    staffTransferred: 4,
  });
});
