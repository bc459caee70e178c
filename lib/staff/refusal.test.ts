import { expect, test } from 'vitest';
import type { FailureCause } from '../change/person-plan.ts';
import { Conflict, type FieldError, Invalid, NotFound } from '../failure.ts';
import { failureOf } from './refusal.ts';

const first: FieldError = { pointer: '/a', code: 'required', message: 'It is required.', hint: 'Send it.' };
const second: FieldError = { pointer: '/b', code: 'unknownGender', message: 'It is unknown.' };

test.each<[FailureCause, unknown, number]>([
  ['values', Invalid, 2],
  ['numberTaken', Conflict, 1],
  ['numberShared', Conflict, 0],
  ['numberUnknown', NotFound, 0],
  ['positionUnknown', NotFound, 1],
])('a plan that failed for %s answers by its cause, also beside other errors', (cause, failure, errors) => {
  const answer = failureOf({ cause, errors: [first, second] });
  expect(answer).toBeInstanceOf(failure);
  expect(answer.errors).toEqual([first, second].slice(0, errors));
  expect(answer.message).toBe(
    cause === 'values'
      ? "2 values can't be accepted. Nothing was changed. Correct them and send the call again."
      : 'It is required. Send it.',
  );
});
