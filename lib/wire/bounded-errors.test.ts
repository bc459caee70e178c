import { expect, test } from 'vitest';
import { staffMemberCrossErrors } from '../record/cross-checks.ts';
import { staffMemberCreateRequest } from '../record/schema.ts';
import { validate } from '../record/validate.ts';

const errorsOf = (json: unknown) => {
  const outcome = validate(staffMemberCreateRequest, json, staffMemberCrossErrors);
  return 'errors' in outcome ? outcome.errors : [];
};
const simpson = { staffNumber: '1', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };
const unknown = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`lastNam${i}`, 'x']));

test('of an object a hundred unknown names are listed, then how many more; twenty are compared with the known ones', () => {
  const errors = errorsOf({ ...simpson, ...unknown(5_100) });
  expect(errors).toHaveLength(101);
  expect(errors.at(-1)).toMatchObject({
    pointer: '',
    code: 'unknownProperty',
    message: '5,000 more properties of this object are not known.',
  });
  expect(errors.filter(({ hint }) => hint?.startsWith('Rename it to "lastName"'))).toHaveLength(20);
});

test('of a record a thousand errors are listed, then how many more', () => {
  const list = Array.from({ length: 1_000 }, () => ({}));
  const errors = errorsOf({ ...simpson, positions: list, employments: list });
  expect(errors).toHaveLength(1_001);
  expect(errors.at(-1)).toMatchObject({
    code: 'moreErrors',
    message: expect.stringContaining(' more errors'),
  });
});
