import { expect, test } from 'vitest';
import { columnsOf } from './columns-of.ts';
import type { Draft, DraftLook } from './draft.ts';
import { previewOf, unclearOf } from './preview-of.ts';

const column = (property: string | null, over: Partial<DraftLook['columns'][number]> = {}) => ({
  ...{ header: 'x', property, dates: 'mdy' as const, blanks: 'leave' as const, placeholders: [] },
  ...{
    by: 'term' as const,
    samples: [],
    filled: 1,
    blank: 0,
    asked: [],
    initials: false,
    unclear: [],
    ...over,
  },
});

test('the first rows as Campus reads them: names split, dates read, placeholders blank, SSNs masked', () => {
  const look = {
    columns: [
      column('fullName.lastFirst'),
      column('birthDate'),
      column('workEmail', { placeholders: [{ text: 'N/A', means: 'blank' }] }),
      column('ssn'),
      column(null),
    ],
    rows: [
      ['Brown, Ann M', '3/4/27', 'N/A', '123456789', 'x'],
      ['Cher', 'soon', 'c@d.org', '', 'y'],
    ],
    properties: [{ name: 'birthDate', date: true }],
    needed: [],
  } as unknown as DraftLook;
  const columns = columnsOf({ mapping: null } as Draft, look);
  const fixed = [{ property: 'household.address.state', value: 'TX' }];
  expect(previewOf(columns, fixed, look, '2026-11-29')).toEqual([
    { label: 'Last name', values: ['Brown', 'Cher'] },
    { label: 'First name', values: ['Ann', ''] },
    { label: 'Middle name', values: ['M', ''] },
    { label: 'Birth date', values: ['3/4/1927', 'soon'] },
    { label: 'Work email', values: ['', 'c@d.org'] },
    { label: 'Social Security number', values: ['*****6789', ''] },
    { label: 'State', values: ['TX', 'TX'] },
  ]);
});

test('names that could be divided otherwise, as Campus divides them in the chosen order; of other columns none', () => {
  const unclear = ['Ana de la Cruz', 'Mary Ann Smith', 'Ann Brown Jr.'];
  const look = {
    columns: [
      column('fullName.firstLast', { unclear }),
      column('workEmail', { unclear }),
      column(null, { unclear }),
    ],
    needed: [],
  } as unknown as DraftLook;
  expect(unclearOf(columnsOf({ mapping: null } as Draft, look))).toEqual([
    { name: 'Ana de la Cruz', lastName: 'de la Cruz', firstName: 'Ana', middleName: '' },
    { name: 'Mary Ann Smith', lastName: 'Smith', firstName: 'Mary', middleName: 'Ann' },
    { name: 'Ann Brown Jr.', lastName: 'Brown Jr.', firstName: 'Ann', middleName: '' },
  ]);
});
