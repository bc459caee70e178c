import { describe, expect, test } from 'vitest';
import { KEPT_BYTES, KEPT_JSON_BYTES, maskPayload } from './mask-payload.ts';

const unread = (text: string | Buffer) =>
  maskPayload({ bytes: Buffer.from(text as string), whole: true, readable: false });
const read = (text: string) => maskPayload({ bytes: Buffer.from(text), whole: true, readable: true });

describe('ERR-3 SSNs and secrets of a JSON body are masked, all else is as sent', () => {
  test.each([
    ['{"ssn" : "123-45-6789" , "x":1}', '{"ssn" : "***-**-****" , "x":1}'],
    ['{"taxNo":"123456789","note":"is 123-45-6789"}', '{"taxNo":"*********","note":"is ***-**-****"}'],
    [
      '{"staffNumber":"123456789","workPhone":"7238971184"}',
      '{"staffNumber":"*********","workPhone":"7238971184"}',
    ],
    [
      '[ 1e400, -0.10, "\\ud83d\\ude00", true , null ]\n',
      '[ 1e400, -0.10, "\\ud83d\\ude00", true , null ]\n',
    ],
  ])('%s', (sent, stored) => {
    expect(read(sent)).toBe(stored);
  });

  test('256 KiB are kept', () => {
    const stored = read(JSON.stringify([...new Array(30_000)].map((_, i) => `value ${i}`))) ?? '';
    expect(stored).toHaveLength(KEPT_JSON_BYTES + 1);
    expect(stored.endsWith('…')).toBe(true);
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

  test('no body is no payload', () => {
    expect(unread('')).toBeNull();
  });
});
