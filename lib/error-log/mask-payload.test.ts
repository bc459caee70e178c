import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskJson } from './mask-json.ts';
import { FORM, KEPT_BYTES, maskPayload } from './mask-payload.ts';

const unread = (text: string | Buffer, contentType = 'application/json') =>
  maskPayload({ bytes: Buffer.from(text as string), whole: true, readable: false, contentType });

describe('ERR-3 SSNs and secrets of a JSON body are masked, all else is as sent', () => {
  test.each([
    ['{"ssn":"123-45-6789"}', '{"ssn":"***-**-****"}'],
    ['{"ssn" : "123456789" , "x":1}', '{"ssn" : "*********" , "x":1}'],
    ['{"ssn":123456789}', '{"ssn":*********}'],
    ['{"ssn":["123-45-6789",{"a":1}],"b":2}', '{"ssn":["***-**-****",{"a":*}],"b":2}'],
    ['{"\\u0073sn":"123456789"}', '{"\\u0073sn":"*********"}'],
    ['{"ssn":"\\u0031\\u0032"}', '{"ssn":"***"}'],
    ['{"employeeSSN":"12345"}', '{"employeeSSN":"*****"}'],
    ['{"social_security_number":"12345"}', '{"social_security_number":"*****"}'],
    ['{"clientSecret":"aBc","client_secret":null}', '{"clientSecret":"***","client_secret":null}'],
    ['{"taxNo":"123456789","note":"is 123-45-6789"}', '{"taxNo":"*********","note":"is ***-**-****"}'],
    ['{"123-45-6789":1}', '{"***-**-****":1}'],
    ['[[{"ssn":"1"}],{"ssn":"2"}]', '[[{"ssn":"*"}],{"ssn":"*"}]'],
    ['{"a":1,"a":2,"ssn":"1","ssn":"2"}', '{"a":1,"a":2,"ssn":"*","ssn":"*"}'],
  ])('%s', (sent, stored) => {
    expect(maskJson(sent)).toBe(stored);
  });

  test.each([
    '{"staffNumber":"123456789","zip":"551231234","workPhone":"7238971184","className":"5","ssnLast4":"6789"}',
    '[ 1e400, -0.10, "\\ud83d\\ude00", true , null ]\n',
    '{"quote":"a \\" : 1","slash":"\\\\","employments":[{"hireDate":"2020-07-25"}]}',
    '{"ssn":null,"positions":[{"startDate":"2023-10-01"}]}',
  ])('%s stays as it is', (sent) => {
    expect(maskJson(sent)).toBe(sent);
  });

  test('no planted SSN is left in any JSON, and nothing moves', () => {
    const ssn = fc.stringMatching(/^[1-8]\d{8}$/);
    const key = fc.constantFrom('ssn', 'SSN', 'ssnNumber', 'x', 'lastName', '__proto__');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), ssn, key, fc.boolean(), (value, digits, name, dashed) => {
        const written = dashed ? `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}` : digits;
        const text = `[${JSON.stringify(value)},{"before":1,${JSON.stringify(name)}:{"v":["${written}"]}}]`;
        const stored = maskJson(text);
        expect(stored.replaceAll('-', '')).not.toContain(digits);
        expect(stored.length).toBe(text.length);
      }),
    );
  });
});

describe('ERR-3 of an unreadable body a capped part is kept, every run of nine digits masked', () => {
  test.each([
    ['{"ssn":"123-45-6789", oops', '{"ssn":"***-**-****", oops'],
    ['<ssn>123456789</ssn><n>12345678</n>', '<ssn>*********</ssn><n>12345678</n>'],
    ['{"client_secret": "s3cr3t-s3cr3t', '{"client_secret": "***'],
  ])('%s', (sent, stored) => {
    expect(unread(sent)).toBe(stored);
  });

  test('UTF-16 hides nothing, and no NUL is left for Postgres to refuse', () => {
    const stored = unread(Buffer.from('{"ssn":"123456789"', 'utf16le'));
    expect(stored).not.toMatch(/[1-9]/);
    expect(stored).not.toContain('\0');
  });

  test('an SSN at the cut is not cut in half', () => {
    for (let before = KEPT_BYTES - 12; before <= KEPT_BYTES; before += 1) {
      const stored = unread(`${'x'.repeat(before)}123456789${'y'.repeat(500)}`) ?? '';
      expect(stored).not.toMatch(/\d/);
      expect(stored.length).toBe(KEPT_BYTES + 1);
    }
  });

  test('a form keeps its names', () => {
    const sent =
      'grant_type=client_credentials&client_id=ab.cd&client_secret=s3cr3t&token_type_hint=x&token=abc';
    expect(unread(sent, FORM)).toBe(
      'grant_type=client_credentials&client_id=ab.cd&client_secret=***&token_type_hint=x&token=***',
    );
  });

  test('no body is no payload', () => {
    expect(unread('')).toBeNull();
  });
});
