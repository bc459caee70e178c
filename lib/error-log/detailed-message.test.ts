import { expect, test } from 'vitest';
import type { FieldError } from '../failure.ts';
import { detailedMessage } from './detailed-message.ts';

const error = (pointer: string, message: string, staffNumber?: string): FieldError => ({
  ...{ pointer, message, code: 'invalid' },
  ...(staffNumber !== undefined && { staffNumber }),
});

test('ERR-1 the message names each value with its place, its staff member and its fault', () => {
  expect(
    detailedMessage("2 values can't be accepted.", [
      error('/staffMembers/0/gender', 'There is no gender "Q".', '7'),
      error('/ssn', 'ssn must have nine digits.'),
    ]),
  ).toBe(
    '2 values can\'t be accepted. 7 /staffMembers/0/gender: There is no gender "Q". /ssn: ssn must have nine digits.',
  );
});

test('ERR-1 a fault that the message says already is not repeated', () => {
  expect(
    detailedMessage('firstName is required. Send it.', [error('/firstName', 'firstName is required.')]),
  ).toBe('firstName is required. Send it.');
});

test('ERR-1 as many as fit, then how many more', () => {
  const many = Array.from({ length: 1_000 }, (_, i) => error(`/${i}/gender`, 'There is no gender "Q".'));
  const text = detailedMessage('1,000 records.', many);
  expect(text.length).toBeLessThan(2_100);
  const listed = text.split('There is no gender').length - 1;
  expect(text.endsWith(` And ${1_000 - listed} more.`)).toBe(true);
});
