import { expect, test } from 'vitest';
import { asUtf8 } from './as-utf8.ts';

const TEXT = '{"lastName":"Peña","ssn":"123-45-6789"}';
const read = (bytes: Uint8Array, charset?: string) => Buffer.from(asUtf8(bytes, charset)).toString();
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(TEXT), undefined],
  ['Latin-1', Buffer.from(TEXT, 'latin1'), 'iso-8859-1'],
  ['Windows’ encoding without its name', Buffer.from(TEXT, 'latin1'), undefined],
  ['an encoding that says it is UTF-8', Buffer.from(TEXT, 'latin1'), 'utf-8'],
  ['an encoding that nobody knows', Buffer.from(TEXT, 'latin1'), 'utf-9'],
  ['UTF-16', Buffer.from(TEXT, 'utf16le'), undefined],
  ['UTF-16, big-endian', utf16be(TEXT), undefined],
  ['UTF-16 by its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), undefined],
])('ERR-3 %s is read as what was sent', (_, bytes, charset) => {
  expect(read(bytes, charset)).toBe(TEXT);
});

test('UTF-8 that is cut within a character stays as it is', () => {
  const cut = Buffer.from('Peña').subarray(0, 3);
  expect(asUtf8(cut)).toBe(cut);
  expect(asUtf8(new Uint8Array())).toHaveLength(0);
});
