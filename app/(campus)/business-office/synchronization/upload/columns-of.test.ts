import { expect, test } from 'vitest';
import { columnsOf, isNeeded, needsChoice } from './columns-of.ts';
import type { Draft, DraftLook } from './draft.ts';

const NEEDED = [
  { list: '', names: ['staffNumber', 'lastName'] },
  { list: 'employments', names: ['hireDate'] },
];
const column = (property: string | null, over: Partial<DraftLook['columns'][number]> = {}) => ({
  ...{ header: property ?? 'Notes', property, dates: 'mdy' as const, blanks: 'leave' as const },
  ...{
    placeholders: [],
    by: 'term' as const,
    samples: ['a'],
    filled: 3,
    blank: 0,
    asked: [],
    initials: false,
    unclear: [],
    ...over,
  },
});
const look = (...columns: DraftLook['columns']) => ({ columns, needed: NEEDED }) as unknown as DraftLook;
const draft = (mapping: Partial<NonNullable<Draft['mapping']>> | null) => ({ mapping }) as Draft;
const asked = (text: string) => ({ asked: [{ text, count: 2 }] });

test.each([
  ['workEmail', 'N/A', 'blank'],
  ['positions.1.endDate', '12/31/9999', 'openEnd'],
  ['employments.1.terminationDate', '00/00/0000', 'openEnd'],
  ['employments.1.hireDate', 'unknown', 'value'],
  ['lastName', 'Null', 'value'],
  ['fullName.lastFirst', 'N/A', 'value'],
])('%s with %s: unanswered it is %s', (property, text, means) => {
  const [chosen] = columnsOf(draft(null), look(column(property, asked(text))));
  expect(chosen?.placeholders).toEqual([{ text, means }]);
});

test('what was answered stays, whatever its case; of a column that is not used nothing is asked', () => {
  const answered = { placeholders: [{ text: 'n/a', means: 'value' as const }] };
  const [chosen, unused] = columnsOf(
    draft(null),
    look(column('workEmail', { ...asked('N/A'), ...answered }), column(null, asked('N/A'))),
  );
  expect(chosen?.placeholders).toEqual(answered.placeholders);
  expect(unused?.placeholders).toEqual([]);
});

test('choices come before what was read, if they are of all columns', () => {
  const saved = { ...column('ssn'), property: 'ssn' };
  const both = look(column('workEmail'), column('lastName'));
  expect(columnsOf(draft({ columns: [saved, saved] }), both).map(({ property }) => property)).toEqual([
    'ssn',
    'ssn',
  ]);
  expect(columnsOf(draft({ columns: [saved] }), both).map(({ property }) => property)).toEqual([
    'workEmail',
    'lastName',
  ]);
});

test.each([
  ['a column that nothing is known of', column(null, { by: null }), true],
  ['one without any value', column(null, { by: null, filled: 0 }), false],
  ['one that was left out before', column(null, { by: 'remembered' }), false],
  ['one with a placeholder', column('workEmail', asked('N/A')), true],
  ['ID-6 one of initials', column('middleName', { initials: true }), true],
  ['one of whole names that are First Last by their values', column('fullName.firstLast'), true],
  ['the same as last time', column('fullName.firstLast', { by: 'remembered' }), false],
  ['one of Last, First', column('fullName.lastFirst'), false],
  [
    'one with a name that could be divided otherwise',
    column('fullName.lastFirst', { unclear: ['Poe, A B C'] }),
    true,
  ],
  ['one of middle names', column('middleName'), false],
])('%s needs a choice: %#', (_, one, expected) => {
  expect(needsChoice(one)).toBe(expected);
});

test.each([
  ['staffNumber', true],
  ['middleName', false],
  ['employments.2.hireDate', true],
  ['employments.1.terminationDate', false],
  ['household.address.lastName', false],
])('%s is required: %s', (property, expected) => {
  expect(isNeeded(property, NEEDED)).toBe(expected);
});
