import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { CHECKS } from './schema.ts';
import { CHECK_TEXTS as TEXTS } from './texts.ts';

test.each(CHECKS)('%s: a list has a title, and sentences for nobody, one and many', (list) => {
  expect(TEXTS.title(list)).toMatch(/^[A-Z][^.]+$/);
  for (const people of [0, 1, 1_200]) expectPlainSentences(TEXTS.extent(list, { people, numbers: 1 }));
});

test.each([
  ['duplicate', 2, 1, '2 people with 1 shared number. Staff Numbers must be unique.'],
  ['duplicate', 1_200, 600, '1,200 people with 600 shared numbers. Staff Numbers must be unique.'],
  ['missing', 1, 0, '1 person without a number.'],
] as const)('%s: %i people with %i numbers', (list, people, numbers, text) => {
  expect(TEXTS.extent(list, { people, numbers })).toBe(text);
});
