import { expect, test } from 'vitest';
import type { GivenAddress } from './components.ts';
import { addressProblems } from './problems.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };
const codes = (given: GivenAddress) =>
  addressProblems({ ...BLAINE, ...given }).map(({ field, code }) => `${field}: ${code}`);

test('ADR-1 components or one line are sound, both are not', () => {
  expect(codes({ number: '4321', street: 'Lexington' })).toEqual([]);
  expect(codes({ fullStreetAddress: '4321 Lexington Ave', county: 'Anoka' })).toEqual([]);
  expect(codes({ fullStreetAddress: '4321 Lexington Ave', number: '4321' })).toEqual([
    'fullStreetAddress: addressBothForms',
  ]);
  expect(codes({ fullStreetAddress: 'PO Box 54', postOfficeBox: true })).toEqual([
    'fullStreetAddress: addressBothForms',
  ]);
  expect(codes({ fullStreetAddress: '', number: '4321' })).toEqual([]);
});

test('EX-2 both forms in one body: the message names what else was given', () => {
  const [problem] = addressProblems({ ...BLAINE, fullStreetAddress: '1 Main St', street: 'Main', tag: 'St' });
  expect(problem?.message).toContain('street, tag');
});

test('ADR-2 EX-4 a PO box has only its number', () => {
  expect(codes({ postOfficeBox: true, number: '54' })).toEqual([]);
  for (const part of ['prefix', 'street', 'tag', 'direction', 'apt'] as const) {
    expect(codes({ postOfficeBox: true, number: '54', [part]: 'N' })).toEqual([`${part}: poBoxStreetPart`]);
  }
  expect(codes({ postOfficeBox: true })).toEqual(['number: poBoxNumberMissing']);
});

test('an address needs city, state and a place; everything that is missing is listed at once', () => {
  expect(addressProblems({}).map(({ field }) => field)).toEqual(['city', 'state', 'street']);
  expect(codes({ street: 'Broadway' })).toEqual([]);
  expect(codes({ number: '12' })).toEqual([]);
  expect(codes({ apt: '4' })).toEqual(['street: required']);
});

test('a zip is 5 digits or ZIP+4', () => {
  for (const zip of ['55123', '55123-1234', '551231234', '', null])
    expect(codes({ number: '1', zip })).toEqual([]);
  for (const zip of ['5512', '55123-12', 'ABCDE', '55123 1234 5']) {
    expect(codes({ number: '1', zip })).toEqual(['zip: zipFormat']);
  }
});

test('ADR-2 a box has no other part, in its number or in one line', () => {
  for (const line of [
    'PO Box 88 Apt 3',
    'P.O. Box 88, Unit B',
    'PO Box 88 #3',
    'POB 88 Ste 200',
    'Box 88 Lot 7',
    'PO Box 88 2nd Floor',
    'Apt 3, PO Box 88',
    'PO Box 45, 101 Main St',
  ]) {
    expect(codes({ fullStreetAddress: line }), line).toEqual(['fullStreetAddress: poBoxStreetPart']);
  }
  expect(codes({ postOfficeBox: true, number: '88 Apt 3' })).toEqual(['number: poBoxStreetPart']);
  expect(codes({ postOfficeBox: true, number: 'PO Box 88 Apt 3' })).toEqual(['number: poBoxStreetPart']);
  for (const sound of [
    'PO Box 88',
    'Dept 12 PO Box 125',
    'PO Box 88 Dept 4411',
    'PO Box 88, Blaine, MN 55123',
    'Drawer # 1256 PO Box 5935',
    'RR 2 Box 18 Lot 3',
    '101 Main St Apt 3',
    '101 Main St PO Box 45',
    '12 Post Rd Apt 3',
    '9 Box Elder Ct Unit 2',
  ])
    expect(codes({ fullStreetAddress: sound }), sound).toEqual([]);
  expect(codes({ postOfficeBox: true, number: '2303 Dept 130' })).toEqual([]);
});

test('ADR-2 a PO box has no locationCode, tract or block', () => {
  for (const part of ['locationCode', 'tract', 'block'] as const)
    expect(codes({ postOfficeBox: true, number: '54', [part]: '2' })).toEqual([`${part}: poBoxStreetPart`]);
});

test('ADR-1 a state is one of the list, by name or code; the hint names the likely one', () => {
  for (const state of ['MN', 'mn', 'Minnesota', 'm.n.', 'D.C.', 'New  York', 'AE', 'PR', 'puerto rico'])
    expect(codes({ number: '1', state }), state).toEqual([]);
  for (const [state, hint] of [
    ['Minesota', 'Did you mean Minnesota (MN)?'],
    ['Minn.', 'Did you mean Minnesota (MN)?'],
    ['Calif', 'Did you mean California (CA)?'],
    ['XX', 'Send the two-letter code'],
    ['NULL', 'Send the two-letter code'],
    ['Ontario', 'Send the two-letter code'],
  ] as const) {
    const problems = addressProblems({ ...BLAINE, number: '1', state });
    expect(problems).toMatchObject([{ field: 'state', code: 'unknownState' }]);
    expect(problems[0]?.hint).toContain(hint);
  }
});
