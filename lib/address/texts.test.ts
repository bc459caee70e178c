import { expect, test } from 'vitest';
import { ADDRESS_TEXTS as TEXTS } from './texts.ts';

const faults: { [key in Exclude<keyof typeof TEXTS, 'searchInvalid'>]: { message: string; hint?: string } } =
  {
    bothForms: TEXTS.bothForms(['street', 'apt']),
    boxHasPart: TEXTS.boxHasPart('street'),
    boxWithoutNumber: TEXTS.boxWithoutNumber(),
    textBesideBox: TEXTS.textBesideBox('Apt 3'),
    partMissing: TEXTS.partMissing('city'),
    placeMissing: TEXTS.placeMissing(),
    stateUnknown: TEXTS.stateUnknown('Minesota', 'Minnesota'),
    notAZip: TEXTS.notAZip(),
    searchNeedsPlace: TEXTS.searchNeedsPlace(),
  };

test.each(Object.values(faults))('$message', ({ message, hint }) => {
  for (const text of [message, hint ?? 'None.']) expect(text).toMatch(/^["A-Z].*[.]$/);
});

test('ADR-2 a state that is like no other gets an example instead of a guess', () => {
  expect(TEXTS.stateUnknown('Xx', undefined).hint).toContain('"MN"');
});
