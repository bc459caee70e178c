import { expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { ReferenceCache } from './reference-cache.ts';

const at = (schoolNumber: string, gender: string | null = null) => ({
  demographics: { gender },
  positions: [{ schoolNumber, assignmentCode: null, titleCode: null }],
});

test('REF-2 a code is known from the slice that names it first to the end of the call, an unknown one stays unknown', async () => {
  const ctx = await testDistrict();
  const seen = new ReferenceCache(ctx);
  const first = await seen.lookUp([at('010'), at('no school')]);
  expect([...first.schools.keys()]).toEqual(['010']);
  const second = await seen.lookUp([at('010', 'F'), at('no school', 'X?')]);
  expect([...second.schools.keys()]).toEqual(['010']);
  expect([...second.genders.keys()]).toEqual(['F']);
});

test('a code is looked up once a call, however many slices name it', async () => {
  const ctx = await testDistrict();
  let looks = 0;
  const inDistrict: typeof ctx.db.inDistrict = (id, work) => {
    looks += 1;
    return ctx.db.inDistrict(id, work);
  };
  const counting = { ...ctx, db: { ...ctx.db, aside: { ...ctx.db.aside, inDistrict } } };
  const seen = new ReferenceCache(counting);
  for (let slice = 0; slice < 5; slice += 1) await seen.lookUp([at('010', 'F')]);
  expect(looks).toBe(1);
});

test('a call that names more codes than any district has is answered with an error for each', async () => {
  const ctx = await testDistrict();
  const seen = new ReferenceCache(ctx);
  await seen.lookUp(Array.from({ length: 20_001 }, (_, i) => at(`made up ${i}`)));
  const { schools } = await seen.lookUp([at('010'), at('made up 1')]);
  expect([...schools.keys()]).toEqual(['010']);
});
