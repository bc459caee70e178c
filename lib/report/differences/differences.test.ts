import { describe, expect, test } from 'vitest';
import { Campus } from '../../change/testing/campus.ts';
import { hr, livesAt, position, seal } from '../../change/testing/hr.ts';
import { seedHousehold, seedPerson, seedPosition } from '../../change/testing/seed.ts';
import type { StaffRecord } from '../../record/record.ts';
import { staffNumberKey } from '../../record/record.ts';
import { differencesOf } from './differences.ts';

/** The entries of each record, planned in one batch. */
function report(campus: Campus, ...records: StaffRecord[]) {
  const { people } = campus.state();
  const plans = campus.plan(records);
  return records.flatMap((record, index) => {
    const found = people.get(staffNumberKey(record.staffNumber)) ?? [];
    return differencesOf(
      plans[index] as (typeof plans)[0],
      record,
      found.length === 1 ? (found[0] ?? null) : null,
    );
  });
}
const counts = (entries: ReturnType<typeof report>) =>
  entries.map(({ section, counted, campus, hr: sent }) =>
    [section, counted ? 'counted' : 'listed', campus && 'campus', sent && 'hr'].filter(Boolean).join(' '),
  );

function campusWith(person: Parameters<typeof seedPerson>[1] = {}) {
  const campus = new Campus();
  const personId = seedPerson(campus, { workPhone: '1', birthDate: '1979-12-26', ...person });
  return { campus, personId };
}

describe('VAL-1, VAL-2 demographics', () => {
  test('nothing differs: no entry, though the commit marks the person (RO-1)', () => {
    expect(report(campusWith().campus, hr())).toEqual([]);
  });
  test('one pair a person, with the columns of the report and whatever else differs', () => {
    const { campus } = campusWith({ cellPhone: '5' });
    const [entry, ...more] = report(campus, hr({ lastName: 'Brown', cellPhone: '6', workPhone: '2' }));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      section: 'demographics',
      counted: true,
      fields: ['lastName', 'workPhone', 'cellPhone'],
    });
    const shown = { staffNumber: '10058', firstName: 'Pat', middleName: null, gender: 'F', workEmail: null };
    expect(entry?.campus).toEqual({
      ...shown,
      lastName: 'Simpson',
      workPhone: '1',
      birthDate: '1979-12-26',
      cellPhone: '5',
    });
    expect(entry?.hr).toEqual({
      ...shown,
      lastName: 'Brown',
      workPhone: '2',
      birthDate: '1979-12-26',
      cellPhone: '6',
    });
    expect(entry?.why).toMatchObject({ rule: 'ID-1', reason: expect.stringContaining('Brown') });
  });
  test('ID-6 an initial for the middle name is marked where nothing else of the name differs', () => {
    const entriesOf = (sent: Record<string, unknown>, chosen = false) => {
      const { campus } = campusWith({ middleName: 'May' });
      campus.initialIsNoChange = chosen;
      return report(campus, hr(sent));
    };
    expect(entriesOf({ middleName: 'M.' })).toMatchObject([
      { fields: ['middleName'], initialOnly: true, why: { rule: 'ID-6' } },
    ]);
    expect(entriesOf({ middleName: 'M', workPhone: '2' })).toMatchObject([
      { fields: ['middleName', 'workPhone'], initialOnly: true, why: { reason: /Other fields differ/ } },
    ]);
    expect(entriesOf({ middleName: 'M', lastName: 'Brown' })).toMatchObject([{ initialOnly: false }]);
    expect(entriesOf({ middleName: 'J' })).toMatchObject([{ initialOnly: false, why: { rule: 'ID-1' } }]);
    expect(entriesOf({ middleName: 'M' }, true)).toEqual([]);
    expect(entriesOf({ middleName: 'M', workPhone: '2' }, true)).toMatchObject([{ fields: ['workPhone'] }]);
  });
  test('STAFF-1 a spelling of the number that differs is a Staff Number difference', () => {
    const { campus } = campusWith({ staffNumber: 'pending' });
    expect(report(campus, hr({ staffNumber: 'PENDING' }))).toMatchObject([
      { fields: ['staffNumber'], campus: { staffNumber: 'pending' }, hr: { staffNumber: 'PENDING' } },
    ]);
  });
  test('STAFF-6 a field that differs in form only is none of the fields', () => {
    const { campus } = campusWith({ workEmail: 'A@b.org' });
    expect(report(campus, hr({ workEmail: 'a@B.org', gender: 'M' }))[0]?.fields).toEqual(['gender']);
  });
  test('VAL-4 an SSN appears as "differs" and last four digits only', () => {
    const { campus } = campusWith({ ssn: seal('123456789', '') });
    const [entry] = report(campus, hr({ ssn: '987654321' }));
    expect(entry).toMatchObject({
      fields: ['ssn'],
      campus: { ssn: 'differs, ••••6789' },
      hr: { ssn: 'differs, ••••4321' },
    });
    expect(JSON.stringify(entry)).not.toMatch(/123456789|987654321|cipher|index/);
  });
});

describe('VAL-1 employments and assignments', () => {
  test('a changed employment is a pair, a new one is a row of HR', () => {
    const { campus, personId } = campusWith();
    campus.add('employment', { personId, hireDate: '2015-01-01', terminationDate: null });
    const employments = [
      { hireDate: '2015-01-01', terminationDate: '2018-01-01' },
      { hireDate: '2020-07-25' },
    ];
    const entries = report(campus, hr({ employments }));
    expect(counts(entries)).toEqual(['employments counted campus hr', 'employments counted hr']);
    expect(entries[0]).toMatchObject({
      fields: ['terminationDate'],
      campus: { staffNumber: '10058', hireDate: '2015-01-01', terminationDate: null },
      hr: { staffNumber: '10058', hireDate: '2015-01-01', terminationDate: '2018-01-01' },
      why: { rule: 'EMP-3' },
    });
  });
  test('an update of two positions counts two', () => {
    const { campus, personId } = campusWith();
    for (const titleCode of ['T1', 'T2']) seedPosition(campus, personId, { titleCode });
    expect(counts(report(campus, hr({ positions: [position({ endDate: '2024-01-01' })] })))).toEqual([
      'assignments counted campus hr',
      'assignments counted campus hr',
    ]);
  });
  test('POS-4 a code that is added is a pair with its reason, and one with the date that changes with it', () => {
    const { campus, personId } = campusWith();
    seedPosition(campus, personId, { titleCode: null });
    seedPosition(campus, personId, { titleCode: null, schoolNumber: '001' });
    const positions = [
      position({ titleCode: 'T1' }),
      position({ titleCode: 'T1', schoolNumber: '001', endDate: '2024-01-01' }),
    ];
    const entries = report(campus, hr({ positions }));
    expect(counts(entries)).toEqual(Array(2).fill('assignments counted campus hr'));
    expect(entries).toMatchObject([
      { fields: ['titleCode'], campus: { titleCode: null }, hr: { titleCode: 'T1' }, why: { rule: 'POS-4' } },
      { fields: ['titleCode', 'endDate'], campus: { endDate: null }, why: { rule: 'POS-5' } },
    ]);
    expect(entries[1]?.why.reason).toMatch(/Campus has no title code.*the end date changes to/);
  });
  test('SYNC-11 what would be removed is a row of Campus', () => {
    const { campus, personId } = campusWith();
    seedPosition(campus, personId);
    const entries = report(campus, hr({ positions: [] }));
    expect(counts(entries)).toEqual(['assignments counted campus']);
    expect(entries[0]?.campus).toEqual({
      ...{
        staffNumber: '10058',
        staffMember: 'Simpson, Pat',
        titleCode: null,
        assignmentCode: '20',
        schoolNumber: '010',
      },
      ...{ startDate: '2023-10-01', endDate: null },
    });
  });
  test('SYNC-11 what stays because it is linked is listed with its reason, not counted', () => {
    const { campus, personId } = campusWith();
    seedPosition(campus, personId, {}, ['section "Algebra I"']);
    const entries = report(campus, hr({ positions: [] }));
    expect(counts(entries)).toEqual(['assignments listed campus']);
    expect(entries[0]?.why).toMatchObject({ rule: 'POS-11', reason: expect.stringContaining('Algebra I') });
    expect(entries[0]?.removesPosition ?? false).toBe(false);
  });
  test('one that goes and one that comes are one pair, the likest first', () => {
    const { campus, personId } = campusWith();
    seedPosition(campus, personId, { schoolNumber: '001', assignmentCode: '05' });
    seedPosition(campus, personId, { titleCode: 'T1' });
    const positions = [position({ titleCode: 'T2', startDate: '2020-07-25' })];
    const entries = report(campus, hr({ positions }));
    expect(counts(entries)).toEqual(['assignments counted campus hr', 'assignments counted campus']);
    expect(entries[0]).toMatchObject({ campus: { titleCode: 'T1' }, hr: { titleCode: 'T2' } });
    expect(entries[1]).toMatchObject({ campus: { schoolNumber: '001' } });
    expect(entries.map(({ removesPosition }) => removesPosition)).toEqual([true, true]);
  });
});

describe('VAL-1 addresses', () => {
  const home = { household: { householdLocations: [livesAt('4321 Lexington Ave')] } };
  test('those the commit would add, one row each, with the one they follow', () => {
    const { campus, personId } = campusWith();
    seedHousehold(campus, [personId], ['17 Oak St']);
    const [entry, ...more] = report(campus, hr(home));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      section: 'addresses',
      counted: true,
      campus: { staffMember: 'Simpson, Pat', number: '17', street: 'Oak' },
      hr: {
        staffMember: 'Simpson, Pat',
        postOfficeBox: false,
        number: '4321',
        street: 'Lexington',
        tag: 'Ave',
      },
      why: { rule: 'HH-3' },
    });
  });
  test('those the commit would change: flags, and details it fills in', () => {
    const { campus, personId } = campusWith();
    seedHousehold(campus, [personId], ['4321 Lexington Ave']);
    const address = {
      fullStreetAddress: '4321 Lexington Ave',
      city: 'Blaine',
      state: 'MN',
      zip: '55123',
      county: 'Anoka',
    };
    const entries = report(campus, hr({ household: { householdLocations: [{ mailing: false, address }] } }));
    expect(entries).toMatchObject([
      { counted: true, fields: ['mailing', 'county'], campus: { county: null }, hr: { county: 'Anoka' } },
    ]);
  });
  test('a detail that two people fill in counts for each of them, in one batch or in two', () => {
    const { campus, personId } = campusWith();
    const other = seedPerson(campus, { staffNumber: '2' });
    for (const member of [personId, other]) seedHousehold(campus, [member]);
    for (const householdId of campus.tables.household.keys()) {
      const [addressId = campus.add('address', { ...emptyAddress, matchKey: key })] =
        campus.tables.address.keys();
      campus.add('householdLocation', { ...openLocation, householdId, addressId });
    }
    const records = ['10058', '2'].map((staffNumber) => hr({ staffNumber, ...inCounty }));
    expect(counts(report(campus, ...records))).toEqual(Array(2).fill('addresses counted campus hr'));
    for (const record of records) expect(counts(report(campus, record))).toHaveLength(1);
  });
  test('an address that is there already is no entry', () => {
    const { campus, personId } = campusWith();
    seedHousehold(campus, [personId], ['4321 Lexington Avenue']);
    expect(report(campus, hr(home))).toEqual([]);
  });
  test('an ignored one is listed with its reason, not counted', () => {
    const { campus, personId } = campusWith();
    seedHousehold(campus, [personId, seedPerson(campus, { staffNumber: '2' })], ['17 Oak St']);
    const entries = report(campus, hr(home));
    expect(counts(entries)).toEqual(['addresses listed hr']);
    expect(entries[0]).toMatchObject({ hr: { street: 'Lexington' }, why: { rule: 'HH-4' } });
  });
  test('household name and phone count under addresses', () => {
    const { campus, personId } = campusWith();
    seedHousehold(campus, [personId], ['4321 Lexington Ave']);
    const household = { ...home.household, phone: '763-555-0100' };
    expect(report(campus, hr({ household }))).toMatchObject([
      {
        section: 'addresses',
        counted: true,
        fields: ['householdPhone'],
        campus: { householdPhone: null },
        hr: { householdPhone: '763-555-0100' },
      },
    ]);
  });
});

test('SYNC-11 a new person counts under HR staff NOT in Campus, with all they bring, and a new address once more', () => {
  const sent = {
    employments: [{ hireDate: '2020-07-25' }],
    positions: [position()],
    household: { householdLocations: [livesAt('17 Oak St')] },
  };
  const entries = report(new Campus(), hr(sent));
  expect(counts(entries)).toEqual(['hrNotInCampus counted hr', 'addresses counted hr']);
  expect(entries[0]?.why.reason).toContain(
    'HR sends with them: employment from 2020-07-25; position at school 010, assignment code 20, from 2023-10-01; ' +
      'address 17 Oak St, Blaine MN 55123.',
  );
  expect(entries[1]).toMatchObject({
    hr: { staffNumber: '10058', staffMember: 'Simpson, Pat', number: '17', street: 'Oak' },
  });
  expect(entries[0]?.hr).toMatchObject({
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
  });
});

test('SYNC-11 an address that Campus has is none of a new person’s new addresses; one of two new people is new for both', () => {
  const { campus, personId } = campusWith({ staffNumber: '2' });
  seedHousehold(campus, [personId], ['17 Oak St']);
  const at = (line: string) => ({ household: { householdLocations: [livesAt(line)] } });
  expect(counts(report(campus, hr(at('17 Oak Street'))))).toEqual(['hrNotInCampus counted hr']);
  const both = ['7', '8'].map((staffNumber) => hr({ staffNumber, ...at('4 Elm St') }));
  expect(counts(report(campus, ...both)).filter((text) => text.startsWith('addresses'))).toHaveLength(2);
});

test('CMB-2 the entry of a new person names who in Campus is likely the same, and why', () => {
  const [plan] = new Campus().plan([hr()]);
  const candidates = [{ id: 'p1', staffNumber: null, score: 0.75, reasons: ['same name', 'same address'] }];
  const warning = { code: 'likelyDuplicate' as const, message: 'Campus likely has this person.', candidates };
  plan?.warnings.push(warning);
  const [entry] = differencesOf(plan as NonNullable<typeof plan>, hr(), null);
  expect(entry?.why).toEqual({
    rule: 'CMB-2',
    reason: expect.stringContaining(
      'HR sent no household, so there will be no address. Campus likely has this person.',
    ),
    candidates,
  });
});

test('VAL-2 what the commit will refuse, and why: one entry a record', () => {
  const { campus } = campusWith();
  seedPerson(campus);
  const entries = report(campus, hr({ gender: 'Z', positions: [position({ schoolNumber: '999' })] }));
  expect(counts(entries)).toEqual(['errors counted hr']);
  expect(entries[0]).toMatchObject({
    hr: { staffNumber: '10058', lastName: 'Simpson' },
    why: { rule: 'SYNC-7' },
  });
  for (const part of ['2 people', '"Z"', '"999"']) expect(entries[0]?.why.reason).toContain(part);
});

const inCounty = {
  household: {
    householdLocations: [
      {
        address: {
          fullStreetAddress: '17 Oak St',
          city: 'Blaine',
          state: 'MN',
          zip: '55123',
          county: 'Anoka',
        },
      },
    ],
  },
};
const [read] = hr(inCounty).household?.householdLocations ?? [];
const emptyAddress = { ...(read as NonNullable<typeof read>).address, county: null };
const key = (read as NonNullable<typeof read>).matchKeys[0] as string;
const openLocation = {
  ...{ startDate: '2020-01-01', endDate: null },
  ...{ mailing: true, physical: true, private: false, secondary: false },
};
