import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { newClient } from '../credentials/new-client.ts';
import { createStaffMember } from '../staff/create.ts';
import { sentStaff } from '../sync/testing/in-district.ts';
import { saveValueMapping } from '../value-mapping/save-value-mapping.ts';
import { exportCodes } from './export-codes.ts';
import { listUsedCodes } from './list-codes.ts';

async function district() {
  const ctx = await testDistrict();
  await createStaffMember(ctx, sentStaff('1'));
  await createStaffMember(ctx, sentStaff('2', { gender: 'M' }));
  const { id } = await newClient(ctx, { name: 'Payroll', scopes: ['staff.sync'], expiresOn: null });
  for (const value of ['100%', 'Harrison'])
    await saveValueMapping(ctx, { clientId: id, kind: 'schools', value, code: '010' });
  await saveValueMapping(ctx, { clientId: id, kind: 'titles', value: '010', code: '337C8989' });
  return ctx;
}
const found = async (ctx: Context, search: string) =>
  (await listUsedCodes(ctx, { kind: 'schools', search, page: 1 })).data.map(({ code }) => code);

test('REF-1 codes come in order, with uses, HR’s values, and inactive ones', async () => {
  const ctx = await district();
  const { data, more } = await listUsedCodes(ctx, { kind: 'schools', search: '', page: 1 });
  expect(more).toBe(false);
  expect(data.map(({ code, active }) => `${code} ${active}`)).toEqual([
    ...['000 true', '001 true', '010 true', '044 true', '107 true', '900 false'],
  ]);
  expect(data[2]).toEqual({
    code: '010',
    description: 'Harrison High School',
    type: 'High School',
    active: true,
    uses: 2,
    aliases: [
      { client: 'Payroll', value: '100%' },
      { client: 'Payroll', value: 'Harrison' },
    ],
  });
  const genders = await listUsedCodes(ctx, { kind: 'genders', search: '', page: 1 });
  expect(genders.data.map(({ code, uses, type }) => [code, uses, type])).toEqual([
    ['F', 1, null],
    ['M', 1, null],
    ['X', 0, null],
  ]);
  const assignments = await listUsedCodes(ctx, { kind: 'assignmentCodes', search: 'TEACH', page: 1 });
  expect(assignments.data).toMatchObject([{ code: '20', uses: 2, aliases: [] }]);
});

test('a search finds code, name and HR’s value, and takes signs as they are', async () => {
  const ctx = await district();
  expect(await found(ctx, 'mill')).toEqual(['900']);
  expect(await found(ctx, '100%')).toEqual(['010']);
  expect(await found(ctx, '%')).toEqual(['010']);
  expect(await found(ctx, '_')).toEqual([]);
});

test('another district’s codes, uses and values are not among them', async () => {
  const [, other] = [await district(), await testDistrict()];
  const { data } = await listUsedCodes(other, { kind: 'schools', search: '', page: 1 });
  expect(data.every(({ uses, aliases }) => uses === 0 && aliases.length === 0)).toBe(true);
});

test('the CSV has all codes of a kind that match', async () => {
  const { stream } = exportCodes(await district(), { kind: 'schools', search: 'high' });
  const csv = await new Response(stream as ReadableStream<Uint8Array>).text();
  expect(csv.trim().split('\r\n').slice(1)).toEqual([
    '001,Grand Bend High School,High School,yes,0,',
    '010,Harrison High School,High School,yes,2,Payroll: 100%; Payroll: Harrison',
  ]);
});
