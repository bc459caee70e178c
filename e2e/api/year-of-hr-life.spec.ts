import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { dateIn } from '../../lib/time/date-in.ts';
import { hrSystem } from '../clients/hr-system.ts';
import { expect, test } from '../fixtures.ts';

/*
 * A year of HR's life, call by call, with the client that is made from the OpenAPI document. What is expected is
 * written from RULES.md.
 */

const today = dateIn('America/Chicago', new Date());
const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const home = { number: '4321', prefix: 'South', street: 'Lexington', tag: 'Ave', direction: 'SE', apt: '45' };
const blaine = { city: 'Blaine', state: 'MN', zip: '55123' };
const coach = {
  schoolNumber: '010',
  assignmentCode: '20',
  titleCode: '4A61E262',
  titleDescription: 'Varsity Basketball',
  startDate: '2023-10-01',
};
const at = (address: object) => ({ householdLocations: [{ address: { ...blaine, ...address } }] });
const one = (staffNumber: string) => ({ params: { path: { staffNumber } } });

test('hire, name change, second job, leave, termination, rehire, move, PO box', async ({
  product,
  vendor,
}) => {
  const hr = hrSystem(product.baseUrl, vendor);
  const staff = async () => {
    const { data } = await hr.GET('/staffMembers/{staffNumber}', one('10058'));
    if (!data) throw new Error('nobody is there');
    return data;
  };

  await test.step('STAFF-5 hired without a position: not complete, not found by search', async () => {
    const { data, response } = await hr.POST('/staffMembers', {
      body: {
        staffNumber: '10058',
        lastName: 'Simpson',
        firstName: 'Pat',
        gender: 'F',
        ssn: '123-45-6789',
        employments: [{ hireDate: '2023-09-25' }],
        household: at(home),
      },
    });
    expect(response.status).toBe(201);
    expect(data?.staffMember).toMatchObject({ complete: false, ssnLast4: '6789', positions: [] });
    expect(data?.staffMember.household).toMatchObject({
      name: 'Simpson',
      staffHousehold: true,
      shared: false,
      householdLocations: [
        {
          ...{
            startDate: today,
            endDate: null,
            mailing: true,
            physical: true,
            private: false,
            secondary: false,
          },
          address: {
            number: '4321',
            prefix: 'S',
            street: 'Lexington',
            tag: 'Ave',
            direction: 'SE',
            apt: '45',
          },
        },
      ],
    });
    const found = await hr.GET('/staffMembers', { params: { query: { staffNumber: '10058' } } });
    expect(found.data?.data).toEqual([]);
  });

  await test.step('EX-1 the first position: its title is created, the zero stays, the end is open', async () => {
    const { data, response } = await hr.POST('/staffMembers/{staffNumber}/position', {
      ...one('10058'),
      body: coach,
    });
    expect(response.status).toBe(201);
    expect(data?.position).toMatchObject({ ...coach, endDate: null });
    const found = await hr.GET('/staffMembers', { params: { query: { lastName: 'simp' } } });
    expect(found.data?.data).toMatchObject([{ staffNumber: '10058', complete: true }]);
  });

  await test.step('ID-4 renamed on the day of the hire: the first name ends that day, and a second one begins', async () => {
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('10058'),
      body: { lastName: 'Brown-Simpson' },
    });
    expect(data?.warnings).toEqual([]);
    const [second, first] = data?.staffMember.identities ?? [];
    expect(second).toMatchObject({ lastName: 'Brown-Simpson', endDate: null, current: true });
    expect(first).toMatchObject({ endDate: second?.startDate, startDate: second?.startDate, current: false });
    const same = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('10058'),
      body: { lastName: 'Brown-Simpson' },
    });
    expect(same.data?.warnings).toEqual([]);
    expect(same.data?.staffMember.identities).toHaveLength(2);
  });

  await test.step('POS-10 a second job: both are sent, both are there; the same again changes nothing', async () => {
    const second = { schoolNumber: '010', assignmentCode: '20', startDate: '2024-01-08' };
    const positions = [coach, second];
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', { ...one('10058'), body: { positions } });
    expect(data?.staffMember.positions).toHaveLength(2);
    const ids = data?.staffMember.positions.map(({ id }) => id).sort();
    const again = await hr.PUT('/staffMembers/{staffNumber}', { ...one('10058'), body: { positions } });
    expect(again.data?.staffMember.positions.map(({ id }) => id).sort()).toEqual(ids);
  });

  await test.step('POS-5 on leave: the coaching ends, the other job stays', async () => {
    const { data } = await hr.PUT('/staffMembers/{staffNumber}/position', {
      ...one('10058'),
      body: { ...coach, endDate: '2024-03-31' },
    });
    expect(data?.updated).toMatchObject([{ startDate: '2023-10-01', endDate: '2024-03-31' }]);
    expect((await staff()).positions.filter(({ endDate }) => endDate === null)).toHaveLength(1);
  });

  await test.step('POS-9 a position nobody has is 404', async () => {
    const { response } = await hr.PUT('/staffMembers/{staffNumber}/position', {
      ...one('10058'),
      body: { ...coach, startDate: '2019-01-01', endDate: '2019-02-01' },
    });
    expect(response.status).toBe(404);
  });

  await test.step('EMP-3 terminated: the employment of that hire date ends', async () => {
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('10058'),
      body: { employments: [{ hireDate: '2023-09-25', terminationDate: '2024-06-30' }] },
    });
    expect(data?.staffMember.employments).toEqual([
      { hireDate: '2023-09-25', terminationDate: '2024-06-30' },
    ]);
  });

  await test.step('EMP-1, EMP-3 rehired: a second employment, the first is kept', async () => {
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('10058'),
      body: { employments: [{ hireDate: '2024-08-19' }] },
    });
    const byHire = (a: { hireDate: string }, b: { hireDate: string }) => a.hireDate.localeCompare(b.hireDate);
    expect(data?.staffMember.employments.sort(byHire)).toEqual([
      { hireDate: '2023-09-25', terminationDate: '2024-06-30' },
      { hireDate: '2024-08-19', terminationDate: null },
    ]);
  });

  await test.step('HH-3 moved, from a date on: the old location ends the day before', async () => {
    const household = {
      householdLocations: [
        {
          startDate: '2030-01-01',
          address: { ...blaine, fullStreetAddress: '12500 South 42nd Gardens Apt 123' },
        },
      ],
    };
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', { ...one('10058'), body: { household } });
    const locations = data?.staffMember.household?.householdLocations ?? [];
    expect(locations).toHaveLength(2);
    expect(locations.find(({ address }) => address.street === 'Lexington')?.endDate).toBe(
      dayBefore('2030-01-01'),
    );
    expect(locations.find(({ address }) => address.street === '42nd')).toMatchObject({
      ...{ startDate: '2030-01-01', endDate: null },
      address: { number: '12500', prefix: 'S', street: '42nd', apt: '123' },
    });
  });

  await test.step('EX-4, HH-1 a PO box: no street part, not physical', async () => {
    const refused = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('10058'),
      body: { household: at({ postOfficeBox: true, number: '54', street: 'Main' }) },
    });
    expect(refused.response.status).toBe(422);
    const household = {
      householdLocations: [
        { startDate: '2030-02-01', address: { ...blaine, postOfficeBox: true, number: '54' } },
      ],
    };
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', { ...one('10058'), body: { household } });
    const open = data?.staffMember.household?.householdLocations.filter(({ endDate }) => endDate === null);
    expect(open).toMatchObject([
      { physical: false, mailing: true, address: { postOfficeBox: true, number: '54' } },
    ]);
  });

  await test.step('If-Match: an update based on an older read is refused', async () => {
    const { response, data } = await hr.GET('/staffMembers/{staffNumber}', one('10058'));
    const etag = response.headers.get('etag') ?? '';
    const put = (cellPhone: string) =>
      hr.PUT('/staffMembers/{staffNumber}', {
        params: { path: { staffNumber: '10058' }, header: { 'If-Match': etag } },
        body: { cellPhone },
      });
    expect(data?.cellPhone).toBeNull();
    expect((await put('(763) 555-0100')).response.status).toBe(200);
    expect((await put('(763) 555-0101')).response.status).toBe(412);
    expect((await staff()).cellPhone).toBe('(763) 555-0100');
  });
});

test('a spouse at the same address, a parent who is hired, a number that is taken, a rehire under a new number', async ({
  product,
  vendor,
  district,
}) => {
  const hr = hrSystem(product.baseUrl, vendor);
  const hire = (body: object) => hr.POST('/staffMembers', { body: body as never });
  const pat = {
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    birthDate: '1979-12-26',
    household: at(home),
  };
  const first = await hire(pat);

  await test.step('ADR-3, HH-2 the spouse: a household of their own, the same address', async () => {
    const line = { fullStreetAddress: '4321 S Lexington Avenue Southeast #45' };
    const { data } = await hire({
      staffNumber: '10059',
      lastName: 'Simpson',
      firstName: 'Lee',
      gender: 'M',
      household: at(line),
    });
    const [patHome, leeHome] = [first.data, data].map((answer) => answer?.staffMember.household);
    expect(leeHome?.id).not.toBe(patHome?.id);
    expect(leeHome?.householdLocations[0]?.address.id).toBe(patHome?.householdLocations[0]?.address.id);
  });

  await test.step('STAFF-4 a number that is taken, in other case and with blanks: 409, nothing changes', async () => {
    const { response, error } = await hire({
      staffNumber: ' 10058 ',
      lastName: 'Other',
      firstName: 'Al',
      gender: 'M',
    });
    expect(response.status).toBe(409);
    expect(error?.detail).toContain('10058');
    const { data } = await hr.GET('/staffMembers/{staffNumber}', one('10058'));
    expect(data?.lastName).toBe('Simpson');
  });

  await test.step('CMB-2 a parent is hired: the warning names a candidate and none of their data; reject is 409', async () => {
    const parent = await insertPerson(district.ctx, {
      lastName: 'Okafor',
      firstName: 'Katherine',
      birthDate: '1985-04-02',
      cellPhone: '(763) 555-0177',
    });
    await insertHousehold(district.ctx, { members: [parent.id] });
    const kate = {
      staffNumber: '20001',
      lastName: 'Okafor',
      firstName: 'Kate',
      gender: 'F',
      birthDate: '1985-04-02',
    };
    const rejected = await hire({ ...kate, onLikelyDuplicate: 'reject' });
    expect(rejected.response.status).toBe(409);
    const { data, response } = await hire(kate);
    expect(response.status).toBe(201);
    const warning = data?.warnings.find(({ code }) => code === 'likelyDuplicate');
    expect(warning?.candidates).toMatchObject([{ id: parent.id, staffNumber: null }]);
    expect(JSON.stringify(warning)).not.toContain('555-0177');
  });

  await test.step('CMB-2 a rehire under a new number is found the same way', async () => {
    const { data } = await hire({ ...pat, staffNumber: '30001', household: undefined });
    expect(data?.warnings.find(({ code }) => code === 'likelyDuplicate')?.candidates).toMatchObject([
      { staffNumber: '10058' },
    ]);
  });

  await test.step('ID-1, ID-2 married: a new identity from today, the old one ends yesterday', async () => {
    await insertPerson(district.ctx, {
      ...{
        staffNumber: '50001',
        lastName: 'Vega',
        firstName: 'Ines',
        gender: 'F',
        identityStart: '2021-08-01',
      },
    });
    const { data } = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('50001'),
      body: { lastName: 'Ruiz' },
    });
    expect(data?.staffMember.identities).toMatchObject([
      { lastName: 'Ruiz', startDate: today, endDate: null, current: true },
      { lastName: 'Vega', startDate: '2021-08-01', endDate: dayBefore(today), current: false },
    ]);
  });

  await test.step('HH-4 a shared household is HR’s no more: ignored with a warning', async () => {
    const parent = await insertPerson(district.ctx, {
      staffNumber: '40001',
      lastName: 'Reyes',
      firstName: 'Ana',
      gender: 'F',
    });
    const child = await insertPerson(district.ctx, { lastName: 'Reyes', firstName: 'Leo' });
    await insertHousehold(district.ctx, { members: [parent.id, child.id] });
    const { data, response } = await hr.PUT('/staffMembers/{staffNumber}', {
      ...one('40001'),
      body: { household: at(home) },
    });
    expect(response.status).toBe(200);
    expect(data?.warnings).not.toEqual([]);
    expect(
      data?.staffMember.household?.householdLocations.filter(({ address }) => address.street === 'Lexington'),
    ).toEqual([]);
  });
});
