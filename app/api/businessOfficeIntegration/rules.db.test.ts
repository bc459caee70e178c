import { describe, expect, test } from 'vitest';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { type Answer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';

/*
 * The rules of single people as a vendor meets them, over HTTP; what is expected is written from RULES.md. The rest of
 * each rule is proved next to its code.
 */

const simpson = (over: object = {}) => ({
  ...{ staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
  ...over,
});
const position = (over: object = {}) => ({
  ...{
    schoolNumber: '010',
    assignmentCode: '20',
    titleCode: '4A61E262',
    startDate: '2023-10-01',
    endDate: null,
  },
  ...over,
});
const at = (address: object) => ({
  householdLocations: [{ address: { city: 'Blaine', state: 'MN', zip: '55123', ...address } }],
});

const create = (vendor: Vendor, body: object) => vendor.call('POST', '/staffMembers', body);
const update = (vendor: Vendor, body: object, number = '10058') =>
  vendor.call('PUT', `/staffMembers/${number}`, body);
const read = async (vendor: Vendor, number = '10058') =>
  (await vendor.call('GET', `/staffMembers/${number}`)).body;
const codes = ({ body }: Answer) =>
  body.errors?.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);
const spans = (body: { positions: { startDate: string; endDate: string | null }[] }) =>
  body.positions.map(({ startDate, endDate }) => `${startDate}..${endDate ?? ''}`).sort();

async function hired(over: object = {}): Promise<Vendor> {
  const vendor = await testVendor(api);
  const { status, body } = await create(vendor, simpson(over));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return vendor;
}

describe('STAFF', () => {
  test('STAFF-1 case and blanks do not matter, leading zeros do; HR’s spelling is stored; paths are refused', async () => {
    const vendor = await hired({ staffNumber: ' Ab-01 ' });
    expect((await read(vendor, 'aB-01')).staffNumber).toBe('Ab-01');
    expect((await vendor.call('GET', '/staffMembers/b-01')).status).toBe(404);
    expect((await create(vendor, simpson({ staffNumber: 'AB-1' }))).status).toBe(201);
    for (const staffNumber of ['sync', 'Search', '', 'x'.repeat(16), 'a b', 'ä'])
      expect(await create(vendor, simpson({ staffNumber }))).toMatchObject({ status: 422 });
  });

  test('STAFF-2, STAFF-3 every demographic property comes back; an unknown gender is an error', async () => {
    const demographics = {
      ...{
        middleName: 'Q',
        birthDate: '1979-12-26',
        workPhone: '(723)897-1184 x6033',
        cellPhone: '1',
        otherPhone: '2',
      },
      ...{ workEmail: 'a@b.us', personalEmail: 'c@d.us' },
    };
    const vendor = await hired({ ...demographics, ssn: '123-45-6789' });
    expect(await read(vendor)).toMatchObject({
      ...simpson(),
      ...demographics,
      ssnLast4: '6789',
      genderDescription: 'Female',
    });
    expect(codes(await update(vendor, { gender: 'Q' }))).toEqual(['/gender unknownGender']);
  });

  test('STAFF-6 left out stays, null and an empty string clear, required ones can not be cleared', async () => {
    const vendor = await hired({ middleName: 'Q', workPhone: '723-897-1184', workEmail: 'Pat@School.us' });
    await update(vendor, { middleName: null, workPhone: '' });
    expect(await read(vendor)).toMatchObject({
      middleName: null,
      workPhone: null,
      workEmail: 'Pat@School.us',
    });
    expect(codes(await update(vendor, { lastName: null, positions: null }))).toEqual(
      expect.arrayContaining([expect.stringContaining('/lastName'), expect.stringContaining('/positions')]),
    );
    const before = await read(vendor);
    await update(vendor, {
      workEmail: ' pat@school.US ',
      lastName: ' Simpson ',
      employments: [],
      household: null,
    });
    expect(await read(vendor)).toEqual(before);
    expect(codes(await update(vendor, { staffNumber: '2' }))).toEqual(['/staffNumber staffNumberDiffers']);
  });

  test('STAFF-7, STAFF-8, STAFF-9 too long is never cut; all errors at once, an unknown property with the nearest', async () => {
    const vendor = await testVendor(api);
    const answer = await create(vendor, {
      ...simpson({ lastName: 'x'.repeat(51), ssn: '12345678', birthDate: '2023-02-30' }),
      positions: [{ schooNumber: '010', startDate: '2023-10-01', assignmentCode: '20' }],
    });
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual(
      expect.arrayContaining([
        '/lastName tooLong',
        '/ssn notAnSsn',
        '/birthDate notADate',
        '/positions/0/schooNumber unknownProperty',
        '/positions/0/schoolNumber required',
      ]),
    );
    expect(JSON.stringify(answer.body.errors)).toContain('schoolNumber');
    expect((await vendor.call('GET', '/staffMembers/10058')).status).toBe(404);
  });
});

describe('ID, EMP', () => {
  test('ID-3 a change of gender, SSN, birth date, phone or e-mail makes no identity', async () => {
    const vendor = await hired();
    await update(vendor, {
      gender: 'M',
      ssn: '987654321',
      birthDate: '1980-01-01',
      cellPhone: '1',
      workEmail: 'a@b.us',
    });
    expect((await read(vendor)).identities).toHaveLength(1);
  });

  test('ID-4 a second name of one day is another identity, and the first one is kept', async () => {
    const vendor = await hired();
    await update(vendor, { lastName: 'Brown' });
    expect((await update(vendor, { lastName: 'Miller' })).body.warnings).toEqual([]);
    const { identities } = await read(vendor);
    expect(identities).toMatchObject([
      { lastName: 'Miller', startDate: '2026-11-24', endDate: null, current: true },
      { lastName: 'Brown', startDate: '2026-11-24', endDate: '2026-11-24', current: false },
      { lastName: 'Simpson', startDate: '2026-11-24', endDate: '2026-11-24', current: false },
    ]);
  });

  test('ID-5 what a reader does not see is no difference; a name of nothing visible is missing', async () => {
    const vendor = await hired({ lastName: "O'Brien", firstName: 'Jose\u0301', middleName: 'Mary Ann' });
    const before = await read(vendor);
    expect(before).toMatchObject({ firstName: 'José' });
    await update(vendor, {
      lastName: '\ufeffO’Brien\u200b',
      firstName: 'Jos\u00e9',
      middleName: 'Mary\u00a0 Ann',
    });
    expect(await read(vendor)).toEqual(before);
    for (const name of ['\u200b', '\u3164', '\u0301', '.']) {
      expect(codes(await update(vendor, { firstName: name }))).toEqual(['/firstName required']);
      expect(codes(await create(vendor, simpson({ staffNumber: '2', lastName: name })))).toEqual([
        '/lastName required',
      ]);
    }
  });

  test('EMP-2 a termination before the hire and overlaps are taken, with warnings; no calendar date is an error', async () => {
    const vendor = await testVendor(api);
    const employments = [
      { hireDate: '2020-07-25', terminationDate: '2020-01-01' },
      { hireDate: '2019-01-01', terminationDate: null },
    ];
    const { status, body } = await create(vendor, simpson({ employments }));
    expect(status).toBe(201);
    expect(body.staffMember.employments).toHaveLength(2);
    expect(body.warnings.map(({ code }: { code: string }) => code)).toContain('terminationBeforeHire');
    expect(codes(await update(vendor, { employments: [{ hireDate: '2021-02-29' }] }))).toEqual([
      '/employments/0/hireDate notADate',
    ]);
  });
});

describe('POS', () => {
  test('POS-1, POS-2 a position needs a school, a start and a code', async () => {
    const vendor = await hired({ positions: [position({ titleDescription: 'Varsity Basketball' })] });
    expect((await read(vendor)).positions[0]).toMatchObject(
      position({ titleDescription: 'Varsity Basketball' }),
    );
    const bare = await vendor.call('POST', '/staffMembers/10058/position', {});
    expect(codes(bare)).toEqual(expect.arrayContaining(['/schoolNumber required', '/startDate required']));
    const codeless = await vendor.call('POST', '/staffMembers/10058/position', {
      schoolNumber: '010',
      startDate: '2023-10-01',
    });
    expect(codeless.status).toBe(422);
  });

  test('POS-3 an end before the start is taken with a warning', async () => {
    const vendor = await hired();
    const { status, body } = await vendor.call(
      'POST',
      '/staffMembers/10058/position',
      position({ endDate: '2020-01-01' }),
    );
    expect(status).toBe(201);
    expect(body.warnings).toMatchObject([{ code: 'endBeforeStart' }]);
  });

  test('POS-4, POS-5, POS-6, POS-7 key and start set the end, key and end the start; else a new one', async () => {
    const vendor = await hired({ positions: [position()] });
    // The title is not sent: it takes no part in matching.
    const put = (over: object) =>
      vendor.call('PUT', '/staffMembers/10058/position', position({ titleCode: undefined, ...over }));
    expect((await put({ endDate: '2024-06-30' })).body.updated).toMatchObject([{ endDate: '2024-06-30' }]);
    expect((await put({ startDate: '2023-09-01', endDate: '2024-06-30' })).body.updated).toMatchObject([
      { startDate: '2023-09-01', titleCode: '4A61E262' },
    ]);
    await update(vendor, {
      positions: [
        position({ startDate: '2025-01-01' }),
        position({ startDate: '2023-09-01', endDate: '2024-06-30' }),
      ],
    });
    expect(spans(await read(vendor))).toEqual(['2023-09-01..2024-06-30', '2025-01-01..']);
  });

  test('POS-4 a code that Campus lacks is filled in: by a position call, and on a linked position by an update', async () => {
    const vendor = await testVendor(api);
    await insertPerson(vendor.ctx, {
      ...{ staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
      positions: [
        { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01', section: 'Algebra' },
        { schoolNumber: '010', assignmentCode: '20', startDate: '2021-08-01' },
      ],
    });
    const put = await vendor.call(
      'PUT',
      '/staffMembers/10058/position',
      position({ startDate: '2021-08-01', endDate: '2022-06-30', titleDescription: 'Varsity Basketball' }),
    );
    expect(put.body.updated).toMatchObject([
      { titleCode: '4A61E262', assignmentCode: '20', endDate: '2022-06-30' },
    ]);
    const positions = [
      position({ startDate: '2020-08-01', titleCode: 'T2' }),
      position({ startDate: '2021-08-01', endDate: '2022-06-30' }),
    ];
    const first = await update(vendor, { positions });
    expect(first.body.warnings).toEqual([]);
    expect(first.body.staffMember.positions).toMatchObject([
      { startDate: '2021-08-01', titleCode: '4A61E262' },
      { startDate: '2020-08-01', titleCode: 'T2' },
    ]);
    const again = await update(vendor, { positions });
    expect(again.body.staffMember).toEqual(first.body.staffMember);
  });

  test('POS-8 POST always creates, twins too; POS-5 then sets the end of both', async () => {
    const vendor = await hired({ positions: [position()] });
    expect((await vendor.call('POST', '/staffMembers/10058/position', position())).status).toBe(201);
    expect(spans(await read(vendor))).toEqual(['2023-10-01..', '2023-10-01..']);
    const put = await vendor.call('PUT', '/staffMembers/10058/position', position({ endDate: '2024-01-31' }));
    expect(put.body.updated).toHaveLength(2);
  });

  test('POS-11 one that a section is taught by stays, with a warning that names it; POS-10 the other goes', async () => {
    const vendor = await testVendor(api);
    await insertPerson(vendor.ctx, {
      ...{ staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
      positions: [
        { startDate: '2020-08-01', assignmentCode: '20', section: 'Algebra' },
        { startDate: '2021-08-01', assignmentCode: '20' },
      ],
    });
    const { body } = await update(vendor, {
      positions: [position({ startDate: '2024-08-01', endDate: '2025-06-01' })],
    });
    expect(spans(body.staffMember)).toEqual(['2020-08-01..', '2024-08-01..2025-06-01']);
    expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual(['positionKept']);
  });

  test('POS-12 without positions they stay; POS-13 the same list twice changes nothing and collapses none', async () => {
    const vendor = await hired({ positions: [position()] });
    await update(vendor, { cellPhone: '1' });
    expect((await read(vendor)).positions).toHaveLength(1);
    const positions = [position(), position({ titleCode: undefined }), position({ startDate: '2024-01-01' })];
    const first = await update(vendor, { positions });
    expect(first.body.staffMember.positions).toHaveLength(3);
    const ids = (body: { positions: { id: string }[] }) => body.positions.map(({ id }) => id).sort();
    const again = await update(vendor, { positions });
    expect(ids(again.body.staffMember)).toEqual(ids(first.body.staffMember));
    expect(spans(again.body.staffMember)).toEqual(spans(first.body.staffMember));
  });
});

describe('HH, ADR, SRCH', () => {
  test('HH-5 no household: one is made; a household that is no staff household is left alone, with a warning', async () => {
    const vendor = await hired();
    const line = { fullStreetAddress: '4321 South Lexington Ave SE Apt 45' };
    expect((await update(vendor, { household: at(line) })).body.staffMember.household.staffHousehold).toBe(
      true,
    );
    const parent = await insertPerson(vendor.ctx, {
      staffNumber: '2',
      lastName: 'Reyes',
      firstName: 'Ana',
      gender: 'F',
    });
    await insertHousehold(vendor.ctx, { members: [parent.id], staffHousehold: false });
    const { body } = await update(vendor, { household: at(line) }, '2');
    expect(body.warnings).toMatchObject([{ code: 'householdIgnored' }]);
    expect(body.staffMember.household.householdLocations).toEqual([]);
  });

  test('ADR-1, ADR-2 both forms are an error, and so is a PO box with a street part', async () => {
    const vendor = await hired();
    const codesOf = async (address: object) => codes(await update(vendor, { household: at(address) }));
    expect(String(await codesOf({ fullStreetAddress: '1 Main St', number: '1' }))).toContain(
      'addressBothForms',
    );
    expect(String(await codesOf({ postOfficeBox: true, number: '54', street: 'Main' }))).toContain(
      'poBoxStreetPart',
    );
  });

  test.each([
    [
      '4321 109th Ave Northwest',
      { number: '4321', prefix: null, street: '109th', tag: 'Ave', direction: 'NW' },
    ],
    ['4321 W 109th Ave NW', { number: '4321', prefix: 'W', street: '109th', tag: 'Ave', direction: 'NW' }],
    ['P.O. Box 125', { postOfficeBox: true, number: '125', street: null }],
    [
      '12500 South 42nd Gardens Apt 123',
      { number: '12500', prefix: 'S', street: '42nd', tag: 'Gardens', apt: '123' },
    ],
  ])('ADR-5, ADR-6 %s', async (fullStreetAddress, parts) => {
    const vendor = await hired({ household: at({ fullStreetAddress }) });
    expect((await read(vendor)).household.householdLocations[0].address).toMatchObject(parts);
  });

  test('ADR-4, ADR-7 parts that HR split otherwise are the same door; another unit or direction is another', async () => {
    const vendor = await hired({ household: at({ number: '4321', street: 'N Lexington Ave' }) });
    const address = async (number: string) =>
      (await read(vendor, number)).household.householdLocations[0].address.id;
    const others = [
      ['1', { number: '4321', prefix: 'North', street: 'Lexington', tag: 'Avenue' }],
      ['2', { number: '4321', prefix: 'S', street: 'Lexington', tag: 'Ave' }],
      ['3', { number: '4321', prefix: 'N', street: 'Lexington', tag: 'Ave', apt: '5' }],
    ] as const;
    for (const [staffNumber, parts] of others)
      await create(vendor, simpson({ staffNumber, lastName: `L${staffNumber}`, household: at(parts) }));
    const first = await address('10058');
    expect(await address('1')).toBe(first);
    expect(new Set([first, await address('2'), await address('3')]).size).toBe(3);
  });

  test('ADR-8 an address of the search is taken unchanged', async () => {
    const vendor = await hired({ household: at({ fullStreetAddress: '4321 N Lexington Ave' }) });
    const search = '/addresses?fullStreetAddress=4321+North+Lexington+Avenue&city=Blaine&state=MN&zip=55123';
    const { data } = (await vendor.call('GET', search)).body;
    const household = { householdLocations: [{ address: data[0] }] };
    const { status, body } = await create(
      vendor,
      simpson({ staffNumber: '2', lastName: 'Brown', household }),
    );
    expect(status).toBe(201);
    expect(body.staffMember.household.householdLocations[0].address).toEqual(data[0]);
  });

  test('SRCH-1, SRCH-2 no position, not found; by number, name’s beginning, e-mail, birth date and SSN, page by page', async () => {
    const vendor = await hired({
      workEmail: 'Pat@School.us',
      birthDate: '1979-12-26',
      ssn: '123456789',
      positions: [position()],
    });
    await create(vendor, simpson({ staffNumber: '2', lastName: 'Símpkins' }));
    const found = async (query: string) =>
      (await vendor.call('GET', `/staffMembers?${query}`)).body.data.map(
        ({ staffNumber }: { staffNumber: string }) => staffNumber,
      );
    for (const query of [
      'staffNumber=10058',
      'lastName=SIM',
      'firstName=p',
      'email=pat@school.us',
      'birthDate=1979-12-26',
      'ssn=123-45-6789',
    ])
      expect([query, await found(query)]).toEqual([query, ['10058']]);
    expect((await found('lastName=simp&includeIncomplete=true')).sort()).toEqual(['10058', '2']);
    // An unencoded plus of the zone arrives as a blank.
    for (const plus of ['+', '%2B', '%20'])
      expect(await found(`updatedSince=2020-01-01T00:00:00${plus}02:00`)).toEqual(['10058']);
    const without = await vendor.call('GET', '/staffMembers?updatedSince=2020-01-01T00:00:00');
    expect(without.status).toBe(422);
    expect(without.body.errors[0].message).toContain('with its zone, such as 2026-01-31T08:00:00-06:00');
    const page = (await vendor.call('GET', '/staffMembers?lastName=simp&includeIncomplete=true&limit=1'))
      .body;
    expect(page.data).toHaveLength(1);
    expect(
      await found(`lastName=simp&includeIncomplete=true&limit=1&cursor=${page.nextCursor}`),
    ).toHaveLength(1);
  });
});
