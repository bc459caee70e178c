import { expect, test } from 'vitest';
import { base32, newTotpKey, otpauthUri, stepOf, stepOfCode, totpCode } from './totp.ts';

// RFC 6238, appendix B, SHA-1; the table has eight digits, of which six are the last six.
const KEY = Buffer.from('12345678901234567890');
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('RFC 6238: at %i s the code is %s', (seconds, code) => {
  expect(totpCode(KEY, stepOf(new Date(seconds * 1000)))).toBe(code);
});

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648: %j is %j', (text, encoded) => expect(base32(Buffer.from(text))).toBe(encoded));

const now = new Date('2026-11-24T18:00:10Z');
const step = stepOf(now);

test('the code of this half minute, the one before and the one after, no other', () => {
  for (const offset of [-1, 0, 1])
    expect(stepOfCode(KEY, totpCode(KEY, step + offset), { now, last: null })).toBe(step + offset);
  for (const far of [-2, 2])
    expect(stepOfCode(KEY, totpCode(KEY, step + far), { now, last: null })).toBeUndefined();
  expect(stepOfCode(newTotpKey(), totpCode(KEY, step), { now, last: null })).toBeUndefined();
});

test('a code is taken once; blanks in it do not matter, other text is none', () => {
  const code = totpCode(KEY, step);
  expect(stepOfCode(KEY, `${code.slice(0, 3)} ${code.slice(3)}`, { now, last: step - 1 })).toBe(step);
  expect(stepOfCode(KEY, code, { now, last: step })).toBeUndefined();
  for (const none of ['', '12345', '1234567', 'é12345', '１２３４５６'])
    expect(stepOfCode(KEY, none, { now, last: null })).toBeUndefined();
});

test('what an authenticator app opens names district and user', () => {
  expect(otpauthUri(KEY, { issuer: 'Campus Grand Bend ISD', account: 'kim@x' })).toBe(
    'otpauth://totp/Campus%20Grand%20Bend%20ISD:kim%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Campus%20Grand%20Bend%20ISD',
  );
});
