import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFeed } from './feed.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campus-feed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEAD = 'staffNumber,lastName,firstName,birthDate,positions.1.schoolNumber';
const people = async (lines: readonly string[], setAside: boolean) => {
  const file = join(folder, 'staff.csv');
  await writeFile(file, [HEAD, ...lines].join('\n'));
  return Array.fromAsync(readFeed(file, { setAside }));
};
const BAD = [
  '1,Brown,Ann,1980-01-02,010',
  '2,Roe,Jo,1981-01-01,010',
  '1,Brown,Ann,1980-02-01,044',
  '3,Do\u0007e,Al,1982-01-01,0\u000010',
  '2,Roe,Jo,,044',
];

test('SYNC-2 rows that contradict each other or can’t be read: all are named by line, and nothing is sent', async () => {
  await expect(people(BAD, false)).rejects.toThrow(
    /line 2, 4: .*lines 2 and 4[\s\S]*line 5: [\s\S]*line 5: /,
  );
});

test('STAFF-1 SYNC-2 rows whose numbers differ in case are sent as one person, as the first row spells it', async () => {
  const [one, ...others] = await people(['f1,Brown,Ann,,010', ' F1 ,Brown,Ann,,044'], false);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    place: 'line 2, 3',
    record: { staffNumber: 'f1', positions: [{ schoolNumber: '010' }, { schoolNumber: '044' }] },
  });
});

test('SYNC-2 with set aside such people are sent as what Campus refuses, in the faulty properties alone', async () => {
  const sent = await people(BAD, true);
  expect(sent.map(({ place, record }) => [place, record])).toEqual([
    [
      'line 2, 4',
      {
        ...{ staffNumber: '1', lastName: 'Brown', firstName: 'Ann', birthDate: ['1980-01-02', '1980-02-01'] },
        positions: [{ schoolNumber: '010' }, { schoolNumber: '044' }],
      },
    ],
    [
      'line 5',
      {
        ...{ staffNumber: '3', lastName: [expect.any(String)], firstName: 'Al', birthDate: '1982-01-01' },
        positions: [{ schoolNumber: [expect.any(String)] }],
      },
    ],
    [
      'line 3, 6',
      {
        ...{ staffNumber: '2', lastName: 'Roe', firstName: 'Jo', birthDate: '1981-01-01' },
        positions: [{ schoolNumber: '010' }, { schoolNumber: '044' }],
      },
    ],
  ]);
});

test('a row that can’t be split into cells ends the command, also with set aside: nobody knows whose it is', async () => {
  await expect(people(['1,Brown,Ann,1980-01-02,010,x'], true)).rejects.toThrow(/line 2/);
});
