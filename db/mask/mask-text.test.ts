import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskText } from './mask-text.ts';
import { maskJson, maskValue } from './mask-value.ts';

describe('values by their name, in any case and with any separators', () => {
  test.each([
    ['{"ssn":"123-45-6789"}', '{"ssn":"***-**-****"}'],
    ['{"ssn" : "123456789" , "x":1}', '{"ssn" : "*********" , "x":1}'],
    ['{"ssn":123456789}', '{"ssn":*********}'],
    ['{"ssn":["123-45-6789",{"a":1}],"b":2}', '{"ssn":["***-**-****",{"a":*}],"b":2}'],
    ['{"\\u0073sn":"12345"}', '{"\\u0073sn":"*****"}'],
    ['{"ssn":"\\u0031\\u0032"}', '{"ssn":"**"}'],
    [
      '{"employeeSSN":"12345","Social Security-Number":"12345"}',
      '{"employeeSSN":"*****","Social Security-Number":"*****"}',
    ],
    ['{"social_security_number":"12345"}', '{"social_security_number":"*****"}'],
    ['{"ｓｓｎ":"１２３４５"}', '{"ｓｓｎ":"*****"}'],
    ['"{\\"ssn\\":\\"12345\\",\\"a\\":1}"', '"{\\"ssn\\":\\"*****\\",\\"a\\":1}"'],
    ['<ssn>12345</ssn><n>12345</n>', '<ssn>*****</ssn><n>12345</n>'],
    ['{"clientSecret":"aBc","client_secret":null}', '{"clientSecret":"***","client_secret":null}'],
    ['{"client_secret": "s3cr3t-s3cr3t', '{"client_secret": "***'],
    [
      '{"pwd":"a b","PASSWD":"x\\"y","pass-phrase":"q","API Key":"k"}',
      '{"pwd":"***","PASSWD":"***","pass-phrase":"*","API Key":"*"}',
    ],
    ['{"refresh_token":"abc","token":["ab",{"c":1}],"x":1}', '{"refresh_token":"***","token":***,"x":1}'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['authorization=Basic%20YWJjOmRlZg==&x=1', 'authorization=Basic%20***&x=1'],
    [
      'grant_type=client_credentials&client_id=pp9jqf5d.QmFzZTY0X3Rlc3Q0&client_secret=s3cr3t&token_type_hint=x&token=abc',
      'grant_type=client_credentials&client_id=pp9jqf5d.QmFzZTY0X3Rlc3Q0&client_secret=***&token_type_hint=x&token=***',
    ],
    ['{"a":1,"a":2,"ssn":"1","ssn":"2"}', '{"a":1,"a":2,"ssn":"*","ssn":"*"}'],
  ])('%s', (sent, stored) => {
    expect(maskText(sent)).toBe(stored);
  });
});

test.each([
  '{"zip":"55123-1234","workPhone":"(723) 897-1184","cellPhone":"17238971184","className":"5","ssnLast4":"6789"}',
  '[ 1e400, -0.10, "\\ud83d\\ude00", true , null ]\n',
  '{"quote":"a \\" : 1","slash":"\\\\","employments":[{"hireDate":"2020-07-25"}]}',
  '{"ssn":null,"positions":[{"startDate":"2023-10-01","endDate":"2024-10-01"}]}',
  '/campus/api/staffMembers/01981e5c-1234-7123-8123-012345678901/positions',
  '{"time":"2026-11-29T02:00:26.123Z","milliseconds":12}',
  'The access token is unknown. Request a new one.',
  'Send the access token in the header `Authorization: Bearer …`.',
  'Basic authentication or the bearer token; the token endpoint: see /oauth2/token',
  '120 people would be created; the limit is 50 (10 % of 500).',
  'pp9jqf5d.QmFzZTY0X3Rlc3Q0',
  'householdLocationsPrimaryPhysical',
  '',
])('%s stays as it is', (text) => {
  expect(maskText(text)).toBe(text);
});

const DIGITS = '412108751';
const parts = [DIGITS.slice(0, 3), DIGITS.slice(3, 5), DIGITS.slice(5)] as const;
const inScript = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const encoded = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');
const escaped = (text: string) =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** An SSN as people and programs write it. */
const WRITINGS: Record<string, string> = {
  plain: DIGITS,
  ...Object.fromEntries(
    ['-', ' ', '.', '/', '_', ',', '–', '\u00a0', '  ', ' - ', ', ', '\u200b', '·', '::', 'x'].map((sign) => [
      `with ${JSON.stringify(sign)}`,
      parts.join(sign),
    ]),
  ),
  'one by one': [...DIGITS].join(' '),
  'one by one, three signs': [...DIGITS].join(' - '),
  'full width': inScript(0xff10)(DIGITS),
  'full width, dashed': inScript(0xff10)(parts.join('－')),
  Arabic: inScript(0x660)(DIGITS),
  Devanagari: inScript(0x966)(parts.join('-')),
  mathematical: inScript(0x1d7ce)(DIGITS),
  'percent dash': parts.join('%2D'),
  'percent blank': parts.join('%20'),
  'percent dot': parts.join('%2E'),
  'percent dash twice': parts.join('%252d'),
  'percent digits': encoded(DIGITS),
  'percent all': encoded(parts.join('-')),
  'percent full width': encoded(inScript(0xff10)(DIGITS)),
  escapes: escaped(parts.join('-')),
  references: [...DIGITS].map((digit) => `&#${48 + Number(digit)};`).join(''),
  exponent: '4.12108751e8',
  decimal: `${DIGITS}.0`,
  'ten digits': `${DIGITS}0`,
  list: `[${[...DIGITS].join(',')}]`,
  'list of texts': JSON.stringify([...DIGITS]),
  base64: Buffer.from(DIGITS).toString('base64'),
  'base64 dashed': Buffer.from(parts.join('-')).toString('base64'),
  'UTF-16': Buffer.from(parts.join('-'), 'utf16le').toString('latin1'),
};

/** Where it is written. */
const PLACES: Record<string, (ssn: string) => string> = {
  alone: (ssn) => ssn,
  sentence: (ssn) => `The staffNumber ${ssn} is used already.`,
  path: (ssn) => `/campus/api/businessOfficeIntegration/staffMembers/${ssn}`,
  query: (ssn) => `/staffMembers?${ssn}=1`,
  form: (ssn) => `grant_type=x&client_id=${ssn}&scope=y`,
  broken: (ssn) => `{"a":"${ssn}", oops`,
  tag: (ssn) => `<n>${ssn}</n>`,
  row: (ssn) => `"Morgan","Alex","${ssn}","F"`,
  ...Object.fromEntries(
    ['ssn', 'SSN', 'x', 'staffNumber', 'workPhone', 'zip', 'number', 'ssnLast4', 'lastName'].map((name) => [
      `JSON ${name}`,
      (ssn: string) => `{"firstName":"Pat","${name}":${ssn.startsWith('[') ? ssn : `"${ssn}"`},"gender":"F"}`,
    ]),
  ),
};

/** The digits that a reader finds, whatever they are written with. */
function readable(text: string): string {
  let plain = text;
  for (let i = 0; i < 3; i += 1)
    plain = plain.replace(/(%[0-9a-f]{2})+/gi, (all) =>
      Buffer.from(all.replaceAll('%', ''), 'hex').toString(),
    );
  plain = plain
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/[A-Za-z0-9]{12,}=*/g, (all) => all + Buffer.from(all, 'base64').toString('latin1'));
  return [...plain].map((char) => (/\p{Nd}/u.test(char) ? digitOf(char) : '')).join('');
}
function digitOf(char: string): string {
  const point = char.normalize('NFKC').codePointAt(0) as number;
  if (point <= 0x39) return String.fromCodePoint(point);
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

const matrix = Object.entries(PLACES).flatMap(([place, put]) =>
  Object.entries(WRITINGS).map(([writing, ssn]) => ({ place, writing, text: put(ssn) })),
);
/** In a phone number's place, ten digits are one. */
const isPhoneNumber = ({ place, writing }: (typeof matrix)[number]) =>
  place === 'JSON workPhone' && writing === 'ten digits';

test(`an SSN is readable in none of ${matrix.length} placements`, () => {
  expect(matrix.filter(({ text }) => !readable(text).includes(DIGITS))).toEqual([]);
  const left = matrix.filter((one) => !isPhoneNumber(one) && readable(maskText(one.text)).includes(DIGITS));
  expect(left.map(({ place, writing, text }) => `${place}, ${writing}: ${maskText(text)}`)).toEqual([]);
});

test('secrets in our own forms are found anywhere', () => {
  for (let i = 0; i < 500; i += 1) {
    const secret = randomBytes(32).toString('base64url');
    for (const text of [
      secret,
      `pp9jqf5d.${secret}`,
      `/x/${secret}?y`,
      `{"a":["${secret}"]}`,
      `id ${secret}.`,
    ])
      expect(maskText(text)).not.toContain(secret.slice(0, 20));
  }
});

const letters = fc.stringMatching(/^[A-Za-z ,.;:()é漢]{0,40}$/);
/** No name, UUID or moment among it. */
const noise = fc.stringMatching(/^[0-9０-９٠-٩ ./,_–%2D"{}[\]:xyz\n-]{0,60}$/);
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), noise, fc.json());

describe('laws', () => {
  test('no nine digits with at most three signs between two of them are left', () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(maskText(text)).not.toMatch(/\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){8}/u);
      }),
      { numRuns: 2_000 },
    );
  });
  test('masking twice is masking once', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(maskText(maskText(text))).toBe(maskText(text));
      }),
      { numRuns: 2_000 },
    );
  });
  test('a masked text is never longer', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(maskText(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
  test('a text without digits and secrets stays', () => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(maskText(text)).toBe(text);
      }),
    );
  });
  test('a JSON value stays JSON, and masking twice is masking once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = maskValue(value);
        expect(maskValue(once)).toEqual(once);
        expect(() => JSON.parse(maskJson(JSON.stringify(value)))).not.toThrow();
      }),
    );
  });
});

test.each([
  ['1 '],
  ['%25'],
  ['"ssn":"'],
  ['token='],
  ['{"token":['],
  ['a'],
  ['aB3-'],
  ['\\u0031'],
  ['secret'],
  ['N'],
  ['1.'],
  ['é1'],
])('fifty thousand characters of %j are read once, not once from each', (piece) => {
  const text = piece.repeat(Math.ceil(50_000 / piece.length));
  const before = process.cpuUsage();
  maskText(text);
  const { user, system } = process.cpuUsage(before);
  // Read once they take 0.1 s of the processor; read from each of them, a hundred times the limit.
  expect((user + system) / 1_000).toBeLessThan(2_000);
});

test.each([
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh <b>Maximiliana</b>',
  'Started by Hubert-Wolfeschlegelsteinhausenbergerdorff-VonFeatherstonehaugh',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
])('%s is a name, not a secret', (text) => expect(maskText(text)).toBe(text));
