import { expect, test } from 'vitest';
import { maskValue } from './mask-value.ts';

test.each([
  [
    { ssn: '412-10-8751', 'Social Security': 12345 },
    { ssn: '***-**-****', 'Social Security': '*****' },
  ],
  [{ a: [{ clientSecret: 'abc' }, 'x 412108751'] }, { a: [{ clientSecret: '***' }, 'x *********'] }],
  [
    { n: 412108751, m: 41210875, z: 4.12108751e8 },
    { n: '*********', m: 41210875, z: '*********' },
  ],
  [
    [4, 1, 2, 1, 0, 8, 7, 5, 1],
    ['*', '*', '*', '*', '*', '*', '*', '*', '*'],
  ],
  [{ '412-10-8751': 1 }, { '***-**-****': 1 }],
  [
    { workPhone: '7238971184', cellPhone: '412108751' },
    { workPhone: '7238971184', cellPhone: '*********' },
  ],
  [{ token: { a: 'x', n: 1 } }, { token: { a: '*', n: '*' } }],
  // A computed fraction stays a number: a likely match's score is one. A written one may be an SSN.
  [{ score: 11 / 12, shares: [1 / 3, 2 / 3] }, undefined],
  [
    { a: 412108.751, b: 0.412108751, ssn: 11 / 12 },
    { a: '******.***', b: '*.*********', ssn: '*.****************' },
  ],
  [null, null],
  [{ counts: { created: 12, updated: 345 }, at: '2026-11-29T02:00:26.123Z' }, undefined],
])('%j', (value, masked) => {
  expect(maskValue(value)).toEqual(masked === undefined ? value : masked);
});
