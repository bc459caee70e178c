import { expect, test } from 'vitest';
import type { ErrorCode } from '../codes/code.ts';
import { causeOf } from './cause.ts';

const error = (pointer: string, code: ErrorCode) => ({ pointer, code, message: '' });

test('ERR-3 one cause, whichever record of the call and item of the list it was in', () => {
  const of = (pointer: string) =>
    causeOf({ status: 422, message: 'Two records.', errors: [error(pointer, 'unknownSchool')] });
  const places = [
    '/positions/0/schoolNumber',
    '/staffMembers/17/positions/2/schoolNumber',
    '/3/positions/1/schoolNumber',
  ];
  expect(new Set(places.map(of))).toEqual(new Set(['422 unknownSchool /positions/schoolNumber']));
});

test('ERR-3 another status, code or field is another cause', () => {
  const causes = [
    causeOf({ status: 422, message: '', errors: [error('/ssn', 'notAnSsn')] }),
    causeOf({ status: 409, message: '', errors: [error('/ssn', 'notAnSsn')] }),
    causeOf({ status: 422, message: '', errors: [error('/gender', 'notAnSsn')] }),
    causeOf({ status: 422, message: '', errors: [error('/ssn', 'required')] }),
  ];
  expect(new Set(causes).size).toBe(4);
});

test('ERR-3 without field errors the cause is the sentence, without names', () => {
  const of = (message: string) => causeOf({ status: 404, message, errors: [] });
  expect(of('Staff number 10058 is unknown.')).toBe(of('Staff number 20-77 is unknown.'));
  expect(of('The path “a b” is unknown.')).toBe(of('The path “c” is unknown.'));
  expect(of('Staff number 10058 is unknown.')).not.toBe(of('There is no run.'));
});

test('ERR-3 a cause holds no SSN and nothing that the database refuses', () => {
  const cause = causeOf({
    status: 422,
    message: '',
    errors: [error(`/123-45-6789\0${'x'.repeat(500)}`, 'unknownProperty')],
  });
  expect(cause).toContain('***-**-****');
  expect(cause).not.toContain('\0');
  expect(cause.length).toBeLessThanOrEqual(200);
});
