import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SETTING_NAMES, SettingsError } from './settings.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://campus_app:p%40ss@db.example:5433/campus?sslmode=require',
  PUBLIC_URL: 'https://campus.example.org/',
  NEXTAUTH_SECRET: 'a secret of more than thirty-two characters',
  CAMPUS_KEY: key,
  CAMPUS_INDEX_KEY: key,
  SMTP_URL: '',
} as const;

test('complete settings are read; an empty value counts as none', () => {
  expect(readSettings(complete)).toMatchObject({
    port: 3000,
    publicUrl: 'https://campus.example.org',
    mail: undefined,
    campusKey: Buffer.alloc(32, 7),
  });
});

test.each(['DATABASE_URL', 'PUBLIC_URL', 'NEXTAUTH_SECRET', 'CAMPUS_KEY', 'CAMPUS_INDEX_KEY'])(
  'production without %s refuses and names it',
  (name) => {
    expect(() => readSettings({ ...complete, [name]: '' })).toThrow(new RegExp(`${name} is missing`));
  },
);

test.each([
  ['DATABASE_URL', 'mysql://owner@host/campus'],
  ['DATABASE_URL', 'postgres://owner@host'],
  ['OWNER_DATABASE_URL', 'owner@host/campus'],
  ['PORT', '99999'],
  ['PORT', 'web'],
  ['PUBLIC_URL', 'https://campus.example.org/campus'],
  ['NEXTAUTH_SECRET', 'short'],
  ['CAMPUS_KEY', 'c2hvcnQ='],
  ['SMTP_URL', 'http://mail.example.org'],
  ['MAIL_FROM', 'Campus'],
])('%s=%s is refused by name, without its value', (name, value) => {
  const refused = () => readSettings({ ...complete, [name]: value });
  expect(refused).toThrow(SettingsError);
  expect(refused).toThrow(new RegExp(`${name} `));
  expect(refused).not.toThrow(new RegExp(`${value}$`, 'm'));
});

test('PUBLIC_URL is https, except on this machine', () => {
  const read = (url: string) => readSettings({ ...complete, PUBLIC_URL: url }).publicUrl;
  for (const open of ['http://campus.example.org', 'http://10.0.0.7:3000', 'http://localhost.example.org'])
    expect(() => read(open)).toThrow('PUBLIC_URL must begin with https://');
  for (const own of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    expect(read(own)).toBe(own);
});

test('every wrong setting is named at once', () => {
  expect(() => readSettings({ NODE_ENV: 'production', PORT: '0' })).toThrow(
    /DATABASE_URL[\s\S]*PORT[\s\S]*PUBLIC_URL[\s\S]*NEXTAUTH_SECRET[\s\S]*CAMPUS_KEY[\s\S]*CAMPUS_INDEX_KEY/,
  );
});

test('outside production the public address follows PORT', () => {
  expect(readSettings({ ...complete, NODE_ENV: 'test', PUBLIC_URL: '', PORT: '4100' }).publicUrl).toBe(
    'http://localhost:4100',
  );
});

test('web and worker need no URL of the owner', () => {
  expect(readSettings(complete)).toMatchObject({
    appDatabaseUrl: complete.DATABASE_URL,
    ownerDatabaseUrl: undefined,
  });
  expect(readSettings({ ...complete, OWNER_DATABASE_URL: 'postgres://owner@db/campus' })).toMatchObject({
    ownerDatabaseUrl: 'postgres://owner@db/campus',
  });
});

test('old keys are a list of up to three, separated by commas', () => {
  const old = (n: number) => Buffer.alloc(32, n).toString('base64');
  const read = (text: string) => readSettings({ ...complete, CAMPUS_KEY_OLD: text }).campusKeyOld;
  expect(read('')).toEqual([]);
  expect(read(`${old(1)}, ${old(2)}`)).toEqual([Buffer.alloc(32, 1), Buffer.alloc(32, 2)]);
  expect(() => read('c2hvcnQ=')).toThrow('CAMPUS_KEY_OLD must be at most 3 keys of 32 bytes');
  expect(() => read([1, 2, 3, 4].map(old).join(','))).toThrow('CAMPUS_KEY_OLD');
});

test('e-mails go to the SMTP server, else into the folder, from an address at the host of PUBLIC_URL', () => {
  const read = (given: object) => readSettings({ ...complete, ...given }).mail;
  const smtp = { SMTP_URL: 'smtp://mail.example.org:587' };
  const sender = { from: 'no-reply@campus.example.org', host: 'campus.example.org' };
  expect(read({ ...smtp, MAIL_FOLDER: '/tmp/mail' })).toEqual({ smtpUrl: smtp.SMTP_URL, ...sender });
  expect(read({ MAIL_FOLDER: '/tmp/mail' })).toEqual({ folder: '/tmp/mail', ...sender });
  expect(read({ ...smtp, MAIL_FROM: 'hr@example.org' })).toMatchObject({ from: 'hr@example.org' });
});

test("traces go nowhere, or to where OpenTelemetry's standard variables say", () => {
  const read = (given: object) => readSettings({ ...complete, ...given }).tracing;
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
  expect(read({})).toBeUndefined();
  expect(read({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBeUndefined();
  expect(read(endpoint)).toEqual({ url: 'http://127.0.0.1:4318/v1/traces', protocol: 'http/protobuf' });
  const own = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example.org/in' };
  expect(read({ ...endpoint, ...own, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' })).toEqual({
    ...{ url: 'https://traces.example.org/in', protocol: 'http/json' },
  });
  expect(() => read({ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow('must be http/protobuf');
});

test('.env.example lists every setting, and no other', () => {
  const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(SETTING_NAMES.toSorted());
});
