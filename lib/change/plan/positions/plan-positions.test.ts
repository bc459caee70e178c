import { describe, expect, test } from 'vitest';
import type { PositionRecord } from '../../../record/record.ts';
import type { Batch } from '../../person-plan.ts';
import { Campus } from '../../testing/campus.ts';
import { hrUpdate, position } from '../../testing/hr.ts';
import { seedPerson, seedPosition } from '../../testing/seed.ts';

type Stored = Parameters<typeof seedPosition>[2] & { links?: string[] };
type Sent = Partial<PositionRecord>;

/** Sends `sent` as all the positions of a person who has `stored`; afterwards in stored order, new ones behind. */
function send(stored: Stored[], sent: Sent[], more: Partial<Batch> = {}) {
  const campus = new Campus();
  for (const code of ['T1', 'T2', 'T3']) campus.add('title', { code, description: code });
  const personId = seedPerson(campus, { hrManagedAt: '2025-01-01T00:00:00Z' });
  for (const { links = [], ...given } of stored) seedPosition(campus, personId, given, links);
  const record = () => hrUpdate({ positions: sent.map(position) });
  const [plan] = campus.commit([record()], more.mode ?? 'update', more);
  const [again] = campus.plan([record()], more.mode ?? 'update', more);
  return { plan, again, rows: campus.rows('districtAssignment').map(text) };
}

const text = (
  row: Pick<PositionRecord, 'schoolNumber' | 'assignmentCode' | 'titleCode' | 'startDate' | 'endDate'>,
) =>
  `${row.schoolNumber} ${row.assignmentCode ?? '-'} ${row.titleCode ?? '-'} ${row.startDate}..${row.endDate ?? ''}`;

const [S1, S2, E1, E2] = ['2020-01-01', '2021-01-01', '2024-06-30', '2025-06-30'];
const both = { assignmentCode: '20', titleCode: 'T1' };
const onlyTitle = { assignmentCode: null, titleCode: 'T1' };

describe('POS-4 the key is the school and those of the codes that HR sent', () => {
  test('a code not sent takes no part', () => {
    expect(send([{ ...both, startDate: S1 }], [{ startDate: S1, endDate: E1 }]).rows).toEqual([
      `010 20 T1 ${S1}..${E1}`,
    ]);
  });
  test('a code sent that Campus has otherwise is another key', () => {
    const { plan, rows } = send([{ ...both, startDate: S1 }], [{ ...both, titleCode: 'T2', startDate: S1 }]);
    expect(rows).toEqual([`010 20 T2 ${S1}..`]);
    expect(plan?.changes.map(({ op }) => op)).toEqual(['delete', 'insert']);
  });
  test('another school is another key', () => {
    expect(send([{ startDate: S1 }], [{ schoolNumber: '001', startDate: S1 }]).rows).toEqual([
      `001 20 - ${S1}..`,
    ]);
  });
  test('a matched position keeps its codes', () => {
    expect(send([{ ...both, startDate: S1 }], [{ ...onlyTitle, startDate: S1, endDate: E1 }]).rows).toEqual([
      `010 20 T1 ${S1}..${E1}`,
    ]);
  });
});

describe('POS-4 a code that Campus lacks is filled in', () => {
  const onlyCode = { assignmentCode: '20', titleCode: null };
  const linked = { links: ['section "Algebra I"'] };

  test.each([
    ['the title code', onlyCode],
    ['the assignment code', onlyTitle],
  ])('%s, in a change of its own, with its reason', (label, lacking) => {
    const { plan, again, rows } = send([{ ...lacking, startDate: S1 }], [{ ...both, startDate: S1 }]);
    expect(rows).toEqual([`010 20 T1 ${S1}..`]);
    expect(plan?.changes).toMatchObject([
      { op: 'update', rule: 'POS-4', reason: expect.stringContaining(`Campus has no ${label.slice(4)}`) },
    ]);
    expect(again?.changes).toEqual([]);
  });
  test('POS-5 the end moves in another change', () => {
    const { plan, rows } = send([{ startDate: S1 }], [{ ...both, startDate: S1, endDate: E1 }]);
    expect(rows).toEqual([`010 20 T1 ${S1}..${E1}`]);
    expect(plan?.changes.map(({ op, rule }) => `${op} ${rule}`)).toEqual(['update POS-4', 'update POS-5']);
  });
  test('POS-6 so does the start', () => {
    const { plan, rows } = send([{ startDate: S1 }], [{ ...both, startDate: S2 }]);
    expect(rows).toEqual([`010 20 T1 ${S2}..`]);
    expect(plan?.changes.map(({ op, rule }) => `${op} ${rule}`)).toEqual(['update POS-4', 'update POS-6']);
  });
  test('POS-11 also on a linked position: no twin', () => {
    const { plan, rows } = send(
      [{ ...linked, startDate: S1, endDate: E1 }],
      [{ ...both, startDate: S1, endDate: E1 }],
    );
    expect(rows).toEqual([`010 20 T1 ${S1}..${E1}`]);
    expect(plan?.warnings).toEqual([]);
  });
  test('REF-2 with a title that is new', () => {
    const { plan, rows } = send([{ startDate: S1 }], [{ ...both, titleCode: 'N1', startDate: S1 }]);
    expect(rows).toEqual([`010 20 N1 ${S1}..`]);
    expect(plan?.changes.map(({ table }) => table)).toEqual(['title', 'districtAssignment']);
  });
  test('on all matches', () => {
    const stored = [{ startDate: S1, endDate: E1 }, { startDate: S1, endDate: E2 }, { startDate: S2 }];
    expect(send(stored, [{ ...both, startDate: S1 }]).rows).toEqual([
      `010 20 T1 ${S1}..`,
      `010 20 T1 ${S1}..`,
    ]);
  });
  test('not where HR sent one code, and Campus has the other: they have nothing in common', () => {
    expect(send([{ startDate: S1 }], [{ ...onlyTitle, startDate: S1 }]).rows).toEqual([`010 - T1 ${S1}..`]);
  });
  test('not where neither date matches', () => {
    expect(send([{ startDate: S1, endDate: E1 }], [{ ...both, startDate: S2 }]).rows).toEqual([
      `010 20 T1 ${S2}..`,
    ]);
  });
  test.each<[string, Stored]>([
    ['start', { ...both, startDate: S1, endDate: E1 }],
    ['end', { ...both, startDate: S2, endDate: null }],
  ])(
    'exact keys first: one with all codes matches by its %s, so one that lacks a code does not',
    (_, exact) => {
      const lacking = { ...linked, startDate: S1, endDate: null };
      const { plan, rows } = send([lacking, exact], [{ ...both, startDate: S1 }]);
      expect(rows).toEqual([`010 20 - ${S1}..`, `010 20 T1 ${S1}..`]);
      expect(plan?.warnings).toMatchObject([{ code: 'positionKept' }]);
    },
  );
  test('a position with all codes whose dates do not match leaves the record to one that lacks a code', () => {
    const past = { ...both, startDate: '2015-01-01', endDate: '2016-06-30' };
    const stored = [past, { ...linked, startDate: S1 }];
    expect(send(stored, [{ ...both, startDate: S1 }]).rows).toEqual([`010 20 T1 ${S1}..`]);
    expect(send(stored, [{ ...both, startDate: S1 }, past]).rows).toEqual([
      '010 20 T1 2015-01-01..2016-06-30',
      `010 20 T1 ${S1}..`,
    ]);
  });
  test('exact keys first among the records, too', () => {
    const sent = [
      { ...both, startDate: S1 },
      { startDate: S1, endDate: E1 },
    ];
    expect(send([{ startDate: S1, endDate: E2 }], sent).rows).toEqual([
      `010 20 - ${S1}..${E1}`,
      `010 20 T1 ${S1}..`,
    ]);
  });
  test('POS-13a records that differ in the code Campus lacks each take one of twins', () => {
    const twins = [
      { ...linked, startDate: S1 },
      { ...linked, startDate: S1 },
    ];
    const sent = [
      { ...both, startDate: S1 },
      { ...both, titleCode: 'T2', startDate: S1 },
    ];
    expect(send(twins, sent).rows).toEqual([`010 20 T1 ${S1}..`, `010 20 T2 ${S1}..`]);
  });
  test('POS-13c twins that both lack the code of one record both take it', () => {
    const { plan, again, rows } = send([{ startDate: S1 }, { startDate: S1 }], [{ ...both, startDate: S1 }]);
    expect(rows).toEqual([`010 20 T1 ${S1}..`, `010 20 T1 ${S1}..`]);
    expect(plan?.changes.map(({ rule }) => rule)).toEqual(['POS-4', 'POS-4']);
    expect(again?.changes).toEqual([]);
  });
  test('SYNC-11 in a synchronization, also of a district that keeps what HR leaves out', () => {
    const more = { mode: 'sync', keepUnlistedPositions: true } as const;
    expect(send([{ startDate: S1 }], [{ ...both, startDate: S1 }], more).rows).toEqual([`010 20 T1 ${S1}..`]);
  });
});

describe('POS-5 key and startDate match', () => {
  test('the endDate is updated', () => {
    expect(send([{ startDate: S1 }], [{ startDate: S1, endDate: E1 }]).rows).toEqual([
      `010 20 - ${S1}..${E1}`,
    ]);
    expect(send([{ startDate: S1, endDate: E1 }], [{ startDate: S1 }]).rows).toEqual([`010 20 - ${S1}..`]);
  });
  test('of all such positions', () => {
    const stored = [
      { startDate: S1, titleCode: 'T1' },
      { startDate: S1, titleCode: 'T2', endDate: E2 },
    ];
    expect(send(stored, [{ startDate: S1, endDate: E1 }]).rows).toEqual([
      `010 20 T1 ${S1}..${E1}`,
      `010 20 T2 ${S1}..${E1}`,
    ]);
  });
});

describe('POS-6 else key and endDate match', () => {
  test('the startDate is updated', () => {
    expect(send([{ startDate: S1, endDate: E1 }], [{ startDate: S2, endDate: E1 }]).rows).toEqual([
      `010 20 - ${S2}..${E1}`,
    ]);
  });
  test('on all matches', () => {
    const stored = [
      { startDate: S1, titleCode: 'T1', endDate: E1 },
      { startDate: '2019-01-01', titleCode: 'T2', endDate: E1 },
    ];
    expect(send(stored, [{ startDate: S2, endDate: E1 }]).rows).toEqual([
      `010 20 T1 ${S2}..${E1}`,
      `010 20 T2 ${S2}..${E1}`,
    ]);
  });
  test('two open ends match each other', () => {
    expect(send([{ startDate: S1 }], [{ startDate: S2 }]).rows).toEqual([`010 20 - ${S2}..`]);
  });
  test('only where no start matches', () => {
    const stored = [
      { startDate: S2, endDate: E2 },
      { startDate: S1, endDate: E1 },
    ];
    expect(send(stored, [{ startDate: S2, endDate: E1 }]).rows).toEqual([`010 20 - ${S2}..${E1}`]);
  });
});

test('POS-7 else a position is created', () => {
  const { plan, rows } = send([], [{ startDate: S1, endDate: E1 }]);
  expect(rows).toEqual([`010 20 - ${S1}..${E1}`]);
  expect(plan?.changes).toMatchObject([{ op: 'insert', rule: 'POS-7' }]);
});

describe('POS-10 these are all the positions', () => {
  test('one that is not included is removed', () => {
    const { rows, plan } = send(
      [{ startDate: S1 }, { schoolNumber: '001', startDate: S1 }],
      [{ startDate: S1 }],
    );
    expect(rows).toEqual([`010 20 - ${S1}..`]);
    expect(plan?.changes).toMatchObject([{ op: 'delete', rule: 'POS-10' }]);
  });
  test('STAFF-6 positions: [] is with none', () => {
    expect(send([{ startDate: S1 }, { startDate: S2 }], []).rows).toEqual([]);
  });
  test('a match is updated before anything is created or removed', () => {
    const stored = [{ startDate: S1 }, { schoolNumber: '001', startDate: S1 }];
    expect(
      send(stored, [
        { startDate: S1, endDate: E1 },
        { schoolNumber: '044', startDate: S2 },
      ]).rows,
    ).toEqual([`010 20 - ${S1}..${E1}`, `044 20 - ${S2}..`]);
  });
});

describe('POS-11 a linked position', () => {
  const linked = { startDate: S1, links: ['section "Algebra I"'] };
  test('that is not included stays, unchanged, and a warning names it and the link', () => {
    const { plan, rows } = send([linked], []);
    expect(rows).toEqual([`010 20 - ${S1}..`]);
    expect(plan).toMatchObject({ outcome: 'unchanged', changes: [], warnings: [{ code: 'positionKept' }] });
    expect(plan?.warnings[0]?.message).toContain('section "Algebra I"');
    expect(plan?.warnings[0]?.message).toContain('school 010');
    expect(plan?.notes).toMatchObject([{ about: 'positionKept', rule: 'POS-11' }]);
  });
  test('is updated where it matches', () => {
    expect(send([linked], [{ startDate: S1, endDate: E1 }]).rows).toEqual([`010 20 - ${S1}..${E1}`]);
  });
});

test('POS-12 without positions they are left alone', () => {
  const campus = new Campus();
  seedPosition(campus, seedPerson(campus, { hrManagedAt: '2025-01-01' }));
  expect(campus.plan([hrUpdate({ workPhone: '1' })], 'update')[0]?.changes).toMatchObject([
    { table: 'person' },
  ]);
});

describe('SYNC-11', () => {
  test('in a synchronization the list is all the positions, too', () => {
    expect(send([{ startDate: S1 }], [], { mode: 'sync' }).rows).toEqual([]);
  });
  test('a district may keep what HR leaves out', () => {
    const { rows, plan } = send([{ startDate: S1 }], [], { mode: 'sync', keepUnlistedPositions: true });
    expect(rows).toEqual([`010 20 - ${S1}..`]);
    expect(plan?.changes).toEqual([]);
  });
  test('that choice is the synchronization’s: PUT removes all the same', () => {
    expect(send([{ startDate: S1 }], [], { mode: 'update', keepUnlistedPositions: true }).rows).toEqual([]);
  });
});

describe('POS-13a equal ones first, one to one', () => {
  test('a start match does not take a position that another record equals', () => {
    const stored = [{ startDate: S1, endDate: E1 }];
    const { rows, plan } = send(stored, [
      { startDate: S1, endDate: E2 },
      { startDate: S1, endDate: E1 },
    ]);
    expect(rows).toEqual([`010 20 - ${S1}..${E1}`, `010 20 - ${S1}..${E2}`]);
    expect(plan?.changes).toMatchObject([{ op: 'insert' }]);
  });
  test('records with more codes choose first', () => {
    const stored = [
      { ...both, startDate: S1 },
      { ...both, titleCode: 'T2', startDate: S1 },
    ];
    const sent = [{ startDate: S1 }, { ...both, startDate: S1 }];
    expect(send(stored, sent).plan).toMatchObject({ outcome: 'unchanged' });
  });
  test('a record takes the position with the fewest codes beyond its own', () => {
    const stored = [{ ...both, startDate: S1 }, { startDate: S1 }];
    const { rows, plan } = send(stored, [{ startDate: S1 }, { ...onlyTitle, startDate: S1 }]);
    expect(plan?.outcome).toBe('unchanged');
    expect(rows).toHaveLength(2);
  });
  test('records with more codes choose first, also where there is not enough for all', () => {
    const stored = [{ ...both, startDate: S1 }];
    expect(send(stored, [{ startDate: S1 }, { ...both, startDate: S1 }]).rows).toEqual([
      `010 20 T1 ${S1}..`,
      `010 20 - ${S1}..`,
    ]);
  });
  test('what has more codes is left to a record that names them', () => {
    const stored = [{ ...both, startDate: S1 }, { startDate: S1 }];
    expect(send(stored, [{ startDate: S1 }, { ...both, startDate: S1, endDate: E2 }]).rows).toEqual([
      `010 20 T1 ${S1}..${E2}`,
      `010 20 - ${S1}..`,
    ]);
  });
  test('one to one: two equal records need two positions', () => {
    expect(send([{ startDate: S1 }], [{ startDate: S1 }, { startDate: S1 }]).rows).toEqual([
      `010 20 - ${S1}..`,
      `010 20 - ${S1}..`,
    ]);
  });
  test('among positions as good, it leaves to another record the only one that this can take', () => {
    const stored = [
      { ...both, startDate: S1 },
      { ...both, titleCode: 'T2', startDate: S1 },
    ];
    for (const sent of [
      [{ startDate: S1 }, { ...onlyTitle, startDate: S1 }],
      [{ startDate: S1 }, { ...onlyTitle, titleCode: 'T2', startDate: S1 }],
    ])
      expect(send(stored, sent).plan?.outcome).toBe('unchanged');
  });
});

describe('POS-13b the remaining records, in the order sent', () => {
  test('a position that a record has met meets no other', () => {
    const { rows } = send(
      [{ startDate: S1 }],
      [
        { startDate: S1, endDate: E1 },
        { startDate: S1, endDate: E2 },
      ],
    );
    expect(rows).toEqual([`010 20 - ${S1}..${E1}`, `010 20 - ${S1}..${E2}`]);
  });
  test('the order sent decides', () => {
    const { rows } = send(
      [{ startDate: S1 }],
      [
        { startDate: S1, endDate: E2 },
        { startDate: S1, endDate: E1 },
      ],
    );
    expect(rows).toEqual([`010 20 - ${S1}..${E2}`, `010 20 - ${S1}..${E1}`]);
  });
  test('a position that a record has created meets no other', () => {
    expect(send([], [{ startDate: S1 }, { startDate: S2 }]).rows).toEqual([
      `010 20 - ${S1}..`,
      `010 20 - ${S2}..`,
    ]);
  });
  test('a remaining record may meet by end what an equal record left over', () => {
    const stored = [{ startDate: S1 }, { startDate: S2 }];
    expect(send(stored, [{ startDate: S2 }, { startDate: '2022-02-02' }]).rows).toEqual([
      '010 20 - 2022-02-02..',
      `010 20 - ${S2}..`,
    ]);
  });
});

describe('POS-13c a stored position that none has met, but whose key and start match a record', () => {
  test("takes that record's end and counts as included", () => {
    const stored = [
      { startDate: S1, endDate: E1 },
      { startDate: S1, endDate: E2 },
    ];
    const { rows, plan } = send(stored, [{ startDate: S1, endDate: E1 }]);
    expect(rows).toEqual([`010 20 - ${S1}..${E1}`, `010 20 - ${S1}..${E1}`]);
    expect(plan?.changes).toMatchObject([{ op: 'update', rule: 'POS-13c' }]);
  });
  test('the first such record in the order sent', () => {
    const stored = [{ startDate: S1, endDate: E1 }, { startDate: S1, endDate: E2 }, { startDate: S1 }];
    expect(
      send(stored, [
        { startDate: S1, endDate: E2 },
        { startDate: S1, endDate: E1 },
      ]).rows,
    ).toEqual([`010 20 - ${S1}..${E1}`, `010 20 - ${S1}..${E2}`, `010 20 - ${S1}..${E2}`]);
  });
  test('twins in Campus stay twins', () => {
    expect(send([{ startDate: S1 }, { startDate: S1 }], [{ startDate: S1 }]).plan?.outcome).toBe('unchanged');
  });
});

describe('POS-13 the same list sent twice changes nothing', () => {
  test.each<[string, Stored[], Sent[]]>([
    [
      'a start match and an end match at twin codes',
      [
        { ...both, startDate: S2, endDate: E1 },
        { ...both, titleCode: 'T2', startDate: S1 },
      ],
      [
        { startDate: S1, endDate: E1 },
        { ...onlyTitle, startDate: S1, endDate: E1 },
      ],
    ],
    [
      'an earlier record with the same start and another end',
      [
        { ...both, titleCode: 'T3', startDate: S1, endDate: E1 },
        { ...both, startDate: S1 },
        { ...both, startDate: S1 },
      ],
      [
        { startDate: S1, endDate: E1 },
        { ...both, startDate: S1, endDate: E2 },
      ],
    ],
  ])('%s', (_, stored, sent) => {
    expect(send(stored, sent).again?.changes).toEqual([]);
  });
});

test('POS-3 an end before the start is stored as sent, with a warning', () => {
  const { rows, plan } = send([], [{ startDate: S2, endDate: S1 }]);
  expect(rows).toEqual([`010 20 - ${S2}..${S1}`]);
  expect(plan?.warnings).toMatchObject([{ code: 'endBeforeStart', pointer: '/positions/0/endDate' }]);
});
