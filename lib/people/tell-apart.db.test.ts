import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { tellApart } from './tell-apart.ts';

const at = (number: string, postOfficeBox = false) => ({
  postOfficeBox,
  number,
  ...(!postOfficeBox && { street: 'Main', tag: 'St' }),
  city: 'Blaine',
  state: 'MN',
  zip: '55123',
});

test('CMB-3 two of one name are told apart by home, cell phone and children', async () => {
  const ctx = await testDistrict();
  const murphy = { lastName: 'Murphy', firstName: 'Maryellen' };
  const parent = await insertPerson(ctx, { ...murphy, cellPhone: '7635550100' });
  const hired = await insertPerson(ctx, murphy);
  const child = await insertPerson(ctx, { lastName: 'Murphy', firstName: 'Tom' });
  await insertHousehold(ctx, {
    members: [parent.id, child.id],
    locations: [
      { address: at('9', true), physical: false },
      { address: at('1'), startDate: '2015-01-01', endDate: '2020-01-01' },
      { address: at('2'), startDate: '2020-01-01' },
    ],
  });
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      'insert into guardianship (district_id, id, guardian_id, student_id) values ($1, $2, $3, $4)',
      [tx.districtId, ctx.newId(), parent.id, child.id],
    ),
  );
  expect(await tellApart(ctx, [{ id: hired.id }, { id: parent.id }])).toEqual([
    { id: hired.id, cellPhone: null, home: null, children: [] },
    {
      id: parent.id,
      cellPhone: '7635550100',
      home: expect.objectContaining({ number: '2', street: 'Main' }),
      children: ['Tom Murphy'],
    },
  ]);
  expect(await tellApart(ctx, [])).toEqual([]);
});
