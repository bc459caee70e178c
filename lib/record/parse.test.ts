import { describe, expect, test } from 'vitest';
import { seal } from '../change/testing/hr.ts';
import type { FieldError } from '../failure.ts';
import { parseNewStaffMember, parseStaffMemberUpdate } from './parse.ts';
import { parsePosition } from './parse-position.ts';

const whole = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };
const position = {
  schoolNumber: '010',
  assignmentCode: '20',
  titleCode: '4A61E262',
  startDate: '2023-10-01',
};
const address = { number: '4321', street: 'Lexington', city: 'Blaine', state: 'MN', zip: '55123' };

const parse = (json: unknown) => parseNewStaffMember(json, seal);
const create = (more: Record<string, unknown>) => parse({ ...whole, ...more });
const update = (json: unknown, path = '10058') => parseStaffMemberUpdate(json, path, seal);
const at = (location: Record<string, unknown>) => ({ household: { householdLocations: [location] } });

function errorsOf(parsed: object): FieldError[] {
  return 'errors' in parsed ? (parsed.errors as FieldError[]) : [];
}
const faultsOf = (parsed: object) => errorsOf(parsed).map(({ pointer, code }) => `${pointer} ${code}`);
function recordOf(parsed: ReturnType<typeof parse>) {
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.record;
}

describe('STAFF-1 staffNumber', () => {
  test.each(['1', '000123', 'A-1_b.C', 'x'.repeat(15), 'synchro'])('%s is one', (staffNumber) => {
    expect(recordOf(create({ staffNumber })).staffNumber).toBe(staffNumber);
  });
  test('surrounding blanks are no part of it', () => {
    expect(recordOf(create({ staffNumber: '  00123 ' })).staffNumber).toBe('00123');
    expect(recordOf(create({ staffNumber: ` ${'x'.repeat(15)} ` })).staffNumber).toBe('x'.repeat(15));
  });
  test.each([
    ['', 'required'],
    ['   ', 'required'],
    ['x'.repeat(16), 'tooLong'],
    ['12 34', 'notAStaffNumber'],
    ['12/34', 'notAStaffNumber'],
    ['Å1', 'notAStaffNumber'],
    ['１２', 'notAStaffNumber'],
    ['sync', 'reserved'],
    [' Search ', 'reserved'],
    [10058, 'notAString'],
    [null, 'required'],
    [undefined, 'required'],
  ])('%j is refused: %s', (staffNumber, code) => {
    expect(faultsOf(create({ staffNumber }))).toEqual([`/staffNumber ${code}`]);
  });
});

describe('ID-5 invisible characters', () => {
  test.each(['\u200b', '\u3164', '\u2800', '\u0301', '.', '-', '\u00ad \u2060'])(
    'a required name of %j alone is missing, on create and on update',
    (name) => {
      for (const field of ['lastName', 'firstName']) {
        const errors = [
          ...errorsOf(create({ [field]: name })),
          ...errorsOf(parseStaffMemberUpdate({ [field]: name }, '10058', seal)),
        ];
        expect(errors).toHaveLength(2);
        for (const { pointer, code, message } of errors) {
          expect(`${pointer} ${code}`).toBe(`/${field} required`);
          expect(message).toMatch(/can't be blank|no visible letter/);
        }
      }
    },
  );
  test('an optional text of them alone is null', () => {
    const { demographics } = recordOf(
      create({ middleName: '\u200b', workEmail: '\ufeff', cellPhone: '\u3164' }),
    );
    expect(demographics).toMatchObject({ middleName: null, workEmail: null, cellPhone: null });
  });
  test('they are left out of every text, and letters are composed', () => {
    const record = recordOf(
      create({
        lastName: '\ufeffPen\u0303a\u200e',
        birthDate: '\u200e1979-12-26\u200f',
        ssn: '123-45-6789\u200b',
        workEmail: 'p\u200b@x.org',
        workPhone: '\u2068763 555 0100\u2069',
        employments: [{ hireDate: '2020-07-25\u200e' }],
        positions: [
          { ...position, schoolNumber: '\u200b010', titleDescription: 'Coa\u00adch', titleCode: '' },
        ],
        household: {
          name: 'Pen\u0303a',
          householdLocations: [{ address: { ...address, street: 'Lex\u200bington', zip: '55123\u200e' } }],
        },
      }),
    );
    expect(record).toMatchObject({
      demographics: {
        lastName: 'Peña',
        birthDate: '1979-12-26',
        workEmail: 'p@x.org',
        workPhone: '763 555 0100',
      },
      ssn: seal('123456789', '10058'),
      employments: [{ hireDate: '2020-07-25' }],
      positions: [{ schoolNumber: '010', titleCode: null, titleDescription: 'Coach' }],
      household: { name: 'Peña', householdLocations: [{ address: { street: 'Lexington', zip: '55123' } }] },
    });
  });
  test('a text is as long as what is stored of it', () => {
    const composed = 'é'.repeat(50);
    expect(recordOf(create({ lastName: `\u200b${composed.normalize('NFD')}` })).demographics.lastName).toBe(
      composed,
    );
    expect(faultsOf(create({ lastName: `${composed}e\u0301` }))).toEqual(['/lastName tooLong']);
  });
  test('a position and an address of them alone lack what they need', () => {
    const nothing = { ...position, titleCode: '\u200b', assignmentCode: '\u200b' };
    expect(faultsOf(create({ positions: [nothing] }))).toEqual(['/positions/0/titleCode required']);
    const nowhere = { ...address, number: '\u200b', street: '\u200b' };
    const household = { householdLocations: [{ address: nowhere }] };
    expect(faultsOf(create({ household }))).toEqual([
      '/household/householdLocations/0/address/street required',
    ]);
  });
  test('none is let into a staff number', () => {
    expect(faultsOf(create({ staffNumber: '100\u200b58' }))).toEqual(['/staffNumber notAStaffNumber']);
  });
});

test('STAFF-2 every demographic property arrives, trimmed', () => {
  const sent = {
    middleName: ' Ann ',
    birthDate: '1979-12-26',
    workPhone: ' (723)897-1184 x6033',
    cellPhone: '1',
    otherPhone: '2',
    workEmail: 'p@x.org ',
    personalEmail: 'q@x.org',
  };
  const { demographics, ssn } = recordOf(create({ ...sent, ssn: '123-45-6789' }));
  expect(demographics).toEqual({
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    middleName: 'Ann',
    birthDate: '1979-12-26',
    workPhone: '(723)897-1184 x6033',
    cellPhone: '1',
    otherPhone: '2',
    workEmail: 'p@x.org',
    personalEmail: 'q@x.org',
  });
  expect(ssn).toEqual(seal('123456789', '10058'));
});

test('STAFF-2 lastName, firstName, gender and staffNumber are required on create and transfer', () => {
  expect(faultsOf(parse({})).sort()).toEqual([
    '/firstName required',
    '/gender required',
    '/lastName required',
    '/staffNumber required',
  ]);
});

describe('STAFF-6 update', () => {
  test('a property left out stays: it is absent from the record', () => {
    const record = recordOf(update({}));
    expect(record).toEqual({ staffNumber: '10058', demographics: {}, staffNumberLeftOut: true });
  });
  test('null clears, and so does an empty or blank string, where the property is optional', () => {
    const record = recordOf(
      update({ middleName: null, workPhone: '', cellPhone: '  ', birthDate: '', ssn: '' }),
    );
    expect(record.demographics).toEqual({
      middleName: null,
      workPhone: null,
      cellPhone: null,
      birthDate: null,
    });
    expect(record.ssn).toBeNull();
  });
  test.each(['lastName', 'firstName', 'gender', 'staffNumber'])("%s can't be cleared", (field) => {
    for (const cleared of [null, '', '  '])
      expect(faultsOf(update({ [field]: cleared }))).toEqual([`/${field} required`]);
  });
  test.each(['employments', 'positions'])('null for %s is an error', (list) => {
    expect(faultsOf(update({ [list]: null }))).toEqual([`/${list} notAList`]);
    expect(faultsOf(create({ [list]: null }))).toEqual([`/${list} notAList`]);
    expect(faultsOf(update({ [list]: '' }))).toEqual([`/${list} notAList`]);
  });
  test('null for householdLocations is an error, too', () => {
    expect(faultsOf(update({ household: { householdLocations: null } }))).toEqual([
      '/household/householdLocations notAList',
    ]);
  });
  test('empty lists arrive as such', () => {
    expect(recordOf(update({ employments: [], positions: [] }))).toMatchObject({
      employments: [],
      positions: [],
    });
  });
  test('household: null is as left out', () => {
    for (const household of [null, ''])
      expect(recordOf(update({ household }))).not.toHaveProperty('household');
  });
  test('items of lists are whole statements: what one leaves out is null', () => {
    const record = recordOf(
      update({
        employments: [{ hireDate: '2020-07-25' }],
        positions: [
          { schoolNumber: '010', titleCode: 'T', startDate: '2023-10-01', assignmentCode: '', endDate: '' },
        ],
      }),
    );
    expect(record.employments).toEqual([{ hireDate: '2020-07-25', terminationDate: null }]);
    expect(record.positions).toEqual([
      {
        schoolNumber: '010',
        assignmentCode: null,
        titleCode: 'T',
        titleDescription: null,
        startDate: '2023-10-01',
        endDate: null,
      },
    ]);
  });
  test("a staffNumber that differs from the path's is an error", () => {
    expect(faultsOf(update({ staffNumber: '10059' }))).toEqual(['/staffNumber staffNumberDiffers']);
  });
  test('one that differs in case or blanks only is not, and its spelling is kept', () => {
    expect(recordOf(update({ staffNumber: ' AB-1 ' }, 'ab-1')).staffNumber).toBe('AB-1');
  });
  test('flags may be empty strings: null, as every optional property', () => {
    const record = recordOf(create(at({ mailing: '', address })));
    expect(record.household?.householdLocations[0]?.mailing).toBeNull();
  });
});

describe("STAFF-7 contact data that can't be what it says", () => {
  test.each([
    ['workEmail', 'NULL', 'notAnEmail'],
    ['personalEmail', 'not an email', 'notAnEmail'],
    ['workPhone', 'N/A', 'notAPhone'],
    ['cellPhone', 'none', 'notAPhone'],
    ['otherPhone', 'unlisted', 'notAPhone'],
  ])('%s %j: %s, on create and on update', (field, value, code) => {
    expect(faultsOf(create({ [field]: value }))).toEqual([`/${field} ${code}`]);
    expect(faultsOf(update({ [field]: value }))).toEqual([`/${field} ${code}`]);
  });
  test('also the phone of a household; none is null or empty', () => {
    const household = { phone: 'TBD', householdLocations: [{ address }] };
    expect(faultsOf(create({ household }))).toEqual(['/household/phone notAPhone']);
    expect(faultsOf(create({ workEmail: '', cellPhone: ' ', otherPhone: null }))).toEqual([]);
  });
});

describe('STAFF-7 lengths', () => {
  test.each([
    ['lastName', 50],
    ['firstName', 50],
    ['middleName', 50],
    ['workPhone', 25],
    ['cellPhone', 25],
    ['otherPhone', 25],
    ['workEmail', 100],
    ['personalEmail', 100],
    ['gender', 15],
  ])('%s holds %d characters', (field, most) => {
    const begun = field.endsWith('Phone') ? '1' : field.endsWith('Email') ? '@' : 'x';
    const longest = begun + 'x'.repeat(most - 1);
    expect(faultsOf(create({ [field]: ` ${longest} ` }))).toEqual([]);
    expect(faultsOf(create({ [field]: `${longest}x` }))).toEqual([`/${field} tooLong`]);
  });
  test('a character outside the basic plane is one character', () => {
    expect(faultsOf(create({ lastName: '𐐀'.repeat(50) }))).toEqual([]);
    expect(faultsOf(create({ lastName: '𐐀'.repeat(51) }))).toEqual(['/lastName tooLong']);
  });
  test.each([
    ['schoolNumber', 15],
    ['assignmentCode', 15],
    ['titleCode', 15],
    ['titleDescription', 100],
  ])('%s of a position holds %d characters', (field, most) => {
    expect(faultsOf(create({ positions: [{ ...position, [field]: 'x'.repeat(most) }] }))).toEqual([]);
    expect(faultsOf(create({ positions: [{ ...position, [field]: 'x'.repeat(most + 1) }] }))).toEqual([
      `/positions/0/${field} tooLong`,
    ]);
  });
  test.each(['123-45-6789', '123456789', ' 123-45-6789 '])('%s is an SSN', (ssn) => {
    expect(recordOf(create({ ssn })).ssn?.last4).toBe('6789');
  });
  test.each(['12345678', '1234567890', '123 45 6789', '12345678X', '***-**-6789', '---------', '-'])(
    '%s is none, and its digits are in no message',
    (ssn) => {
      const errors = errorsOf(create({ ssn }));
      expect(errors).toMatchObject([{ pointer: '/ssn', code: 'notAnSsn' }]);
      expect(JSON.stringify(errors)).not.toContain('45678');
    },
  );
});

describe('EMP-2, POS-2 dates', () => {
  test.each(['2023-02-29', '2023-13-01', '10/01/2023', '2023-10-01T00:00:00Z', 'soon', '0000-01-01'])(
    '%s is no calendar date, in any property',
    (date) => {
      const parsed = create({
        birthDate: date,
        employments: [{ hireDate: date, terminationDate: date }],
        positions: [{ ...position, startDate: date, endDate: date }],
        ...at({ startDate: date, endDate: date, address }),
      });
      expect(faultsOf(parsed)).toEqual([
        '/birthDate notADate',
        '/employments/0/hireDate notADate',
        '/employments/0/terminationDate notADate',
        '/positions/0/startDate notADate',
        '/positions/0/endDate notADate',
        '/household/householdLocations/0/startDate notADate',
        '/household/householdLocations/0/endDate notADate',
      ]);
    },
  );
  test('EMP-2, POS-3 an end before the start is a warning, never an error', () => {
    const parsed = create({
      employments: [{ hireDate: '2020-07-25', terminationDate: '2019-01-01' }, { hireDate: '2021-01-01' }],
      positions: [{ ...position, endDate: '2020-01-01' }],
    });
    expect('warnings' in parsed && parsed.warnings.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual([
      '/employments/0/terminationDate terminationBeforeHire',
      '/positions/0/endDate endBeforeStart',
    ]);
  });
  test('EMP-2 overlapping employments are a warning', () => {
    const parsed = create({ employments: [{ hireDate: '2020-07-25' }, { hireDate: '2022-01-01' }] });
    expect(parsed).toMatchObject({
      warnings: [{ code: 'employmentsOverlap', pointer: '/employments/1/hireDate' }],
    });
  });
});

describe('POS-2 a position', () => {
  test('requires schoolNumber, startDate, and titleCode or assignmentCode', () => {
    expect(faultsOf(create({ positions: [{}] }))).toEqual([
      '/positions/0/schoolNumber required',
      '/positions/0/startDate required',
      '/positions/0/titleCode required',
    ]);
  });
  test.each([{ titleCode: 'T' }, { assignmentCode: '20' }])('%j is enough of a code', (code) => {
    expect(
      faultsOf(create({ positions: [{ schoolNumber: '010', startDate: '2023-10-01', ...code }] })),
    ).toEqual([]);
  });
  test('a code that is blank is none', () => {
    const blank = { schoolNumber: '010', startDate: '2023-10-01', titleCode: ' ', assignmentCode: '' };
    expect(faultsOf(create({ positions: [blank] }))).toEqual(['/positions/0/titleCode required']);
  });
  test('alone, as the body of a position call, is read with pointers into itself', () => {
    expect(parsePosition(position)).toEqual({
      position: { ...position, titleDescription: null, endDate: null },
    });
    expect(faultsOf(parsePosition({ schooNumber: '010', startDate: 'x' }))).toEqual([
      '/schoolNumber required',
      '/startDate notADate',
      '/schooNumber unknownProperty',
      '/titleCode required',
    ]);
    expect(faultsOf(parsePosition([]))).toEqual([' notAnObject']);
  });
  test("an answer's position is taken back: what the answer adds is ignored", () => {
    const answer = {
      ...position,
      id: '0190',
      schoolName: 'High',
      assignmentDescription: 'Coach',
      endDate: null,
    };
    expect(recordOf(create({ positions: [answer] })).positions?.[0]).not.toHaveProperty('schoolName');
  });
});

describe('STAFF-8 all errors of a record at once', () => {
  test('a missing property, an unknown one, a bad date, wrong types and both address forms come together', () => {
    const parsed = parse({
      staffNumber: 10058,
      firstName: 'x'.repeat(51),
      gender: null,
      ssn: 12,
      shoeSize: 42,
      employments: [{ hireDate: '2023-02-30', fired: true }, 'x'],
      positions: [{ schooNumber: '010', startDate: 'x' }],
      household: {
        householdLocations: [
          { mailing: 'yes', address: { ...address, fullStreetAddress: '4321 Lexington', zip: '5512' } },
          {},
        ],
      },
    });
    expect(faultsOf(parsed).sort()).toEqual(
      [
        '/staffNumber notAString',
        '/lastName required',
        '/firstName tooLong',
        '/gender required',
        '/ssn notAString',
        '/shoeSize unknownProperty',
        '/employments/0/hireDate notADate',
        '/employments/0/fired unknownProperty',
        '/employments/1 notAnObject',
        '/positions/0/schoolNumber required',
        '/positions/0/schooNumber unknownProperty',
        '/positions/0/startDate notADate',
        '/positions/0/titleCode required',
        '/household/householdLocations/0/mailing notABoolean',
        '/household/householdLocations/0/address/fullStreetAddress addressBothForms',
        '/household/householdLocations/0/address/zip zipFormat',
        '/household/householdLocations/1/address required',
      ].sort(),
    );
  });
  test('a number for a string has a hint', () => {
    expect(errorsOf(create({ staffNumber: 58 }))[0]?.hint).toContain('quotes');
  });
  test.each([null, 5, 'x', true, [], [whole]])('%j is no record', (json) => {
    expect(faultsOf(parse(json))).toEqual([' notAnObject']);
    expect(faultsOf(update(json))).toEqual([' notAnObject']);
  });
});

describe('STAFF-9 unknown properties', () => {
  test('are named, with the nearest known one', () => {
    const [error] = errorsOf(create({ lastNmae: 'x' }));
    expect(error).toMatchObject({ pointer: '/lastNmae', code: 'unknownProperty' });
    expect(error?.message).toContain('"lastNmae"');
    expect(error?.message).toContain('"lastName"');
  });
  test('a name that needs it is escaped in the pointer', () => {
    expect(faultsOf(create({ 'a/b~c': 1 }))).toEqual(['/a~1b~0c unknownProperty']);
  });
  test('__proto__, constructor and toString are just unknown', () => {
    const json = JSON.parse(`{"staffNumber":"1","lastName":"A","firstName":"B","gender":"F",
      "__proto__":{"x":1},"constructor":1,"toString":2,
      "positions":[{"schoolNumber":"010","titleCode":"T","startDate":"2023-10-01","__proto__":null}]}`);
    expect(faultsOf(parse(json)).sort()).toEqual([
      '/__proto__ unknownProperty',
      '/constructor unknownProperty',
      '/positions/0/__proto__ unknownProperty',
      '/toString unknownProperty',
    ]);
  });
});

describe('HH-1, ADR-1, ADR-2 household and address', () => {
  test('the smallest household is an address; what HR does not say is null', () => {
    expect(recordOf(create(at({ address }))).household).toMatchObject({
      name: null,
      phone: null,
      householdLocations: [
        { startDate: null, endDate: null, mailing: null, physical: null, private: null, secondary: null },
      ],
    });
  });
  test.each([{}, { householdLocations: [] }])(
    'a household without an address, %j, is none on create',
    (household) => {
      expect(faultsOf(create({ household }))).toEqual(['/household/householdLocations required']);
    },
  );
  test('on update it may have a name or phone only', () => {
    expect(faultsOf(update({ household: { phone: '763-555-0100' } }))).toEqual([]);
  });
  test('ADR-1 both forms are an error', () => {
    expect(faultsOf(create(at({ address: { ...address, fullStreetAddress: '4321 Lexington' } })))).toEqual([
      '/household/householdLocations/0/address/fullStreetAddress addressBothForms',
    ]);
  });
  test.each(['prefix', 'street', 'tag', 'direction', 'apt'])('ADR-2 a PO box with %s is an error', (part) => {
    const box = { postOfficeBox: true, number: '54', city: 'Blaine', state: 'MN', zip: '55123', [part]: 'S' };
    expect(faultsOf(create(at({ address: box })))).toEqual([
      `/household/householdLocations/0/address/${part} poBoxStreetPart`,
    ]);
  });
  test('an address needs city, state and a place', () => {
    expect(faultsOf(create(at({ address: {} }))).map((line) => line.split('/').at(-1))).toEqual([
      'city required',
      'state required',
      'street required',
    ]);
  });
  test("an answer's address, and one of the search, is taken back", () => {
    const answer = {
      ...{ id: '0190', score: 0.9, why: 'another tag', postOfficeBox: false, number: '4321', prefix: 'S' },
      ...{
        street: 'Lexington',
        tag: 'Ave',
        direction: 'SE',
        apt: '45',
        city: 'Blaine',
        state: 'MN',
        zip: '55123',
      },
      ...{ county: null, locationCode: null, tract: null, block: null },
    };
    expect(faultsOf(create(at({ address: answer })))).toEqual([]);
  });
  test('hostile values are errors, never a throw', () => {
    const hostile = { toString: 1, valueOf: null };
    const strange = Object.fromEntries(
      [...Object.keys(address), 'fullStreetAddress'].map((key) => [key, hostile]),
    );
    expect(
      errorsOf(create({ ...at({ address: strange }), positions: [hostile, [], null] })).length,
    ).toBeGreaterThan(5);
  });
  test('lists have a limit that bounds the work of one record', () => {
    expect(faultsOf(create({ positions: Array(1001).fill(position) }))).toEqual(['/positions tooMany']);
  });
});
