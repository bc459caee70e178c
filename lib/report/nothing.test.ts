import { expect, test } from 'vitest';
import { nothingIn } from './nothing.ts';

const sent = { employments: 0, assignments: 3, addresses: 0 };
const report = (errors = 0) => ({ sent, sections: { errors: { total: errors } } });

test('an empty section that HR sent nothing of is no good news', () => {
  expect(nothingIn('employments', report())).toEqual({ good: false, text: 'HR sent no employments.' });
  expect(nothingIn('addresses', report(2))).toEqual({ good: false, text: 'HR sent no addresses.' });
  expect(nothingIn('assignments', report())).toMatchObject({ good: true });
  expect(nothingIn('employments', { ...report(), sent: null })).toMatchObject({ good: true });
});

test('people whom the commit refuses were not compared, so nothing agrees without them', () => {
  expect(nothingIn('demographics', report(1))).toEqual({
    good: false,
    text: expect.stringContaining('The people under Errors were not compared.'),
  });
  expect(nothingIn('campusNotInHr', report(1))).toMatchObject({ good: true });
});
