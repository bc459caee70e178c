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

test('an address needs city, state and a place; all that is missing is told at once', () => {
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
