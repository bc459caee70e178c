import type { BlockList } from 'node:net';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type { FeedAccess } from './feeds/source/access.ts';
import { STAGING_GIGABYTES } from './limits.ts';
import { addressList } from './outgoing/addresses.ts';

const key = (purpose: string) =>
  z
    .string({ error: `is missing (${purpose})` })
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(
      (bytes) => bytes.length === 32,
      'must be 32 bytes in base64, such as `openssl rand -base64 32` prints',
    );

const MAX_OLD_KEYS = 3;

/** Keys that are only read with, until `campus keys rotate` has replaced them: base64, separated by commas. */
const oldKeys = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).flatMap((part) => (part ? [Buffer.from(part, 'base64')] : [])))
  .refine(
    (all) => all.length <= MAX_OLD_KEYS && all.every((bytes) => bytes.length === 32),
    `must be at most ${MAX_OLD_KEYS} keys of 32 bytes in base64, separated by commas`,
  );

const databaseUrl = z
  .string({ error: 'is missing (postgres://role:password@host:5432/database)' })
  .refine(isDatabaseUrl, 'must be postgres://role:password@host:5432/database');

const origin = z
  .string({ error: 'is missing in production (the origin that people and vendors use)' })
  .refine(isOrigin, 'must be an origin without a path, such as https://campus.example.org')
  .transform((text) => new URL(text).origin)
  .refine(
    (text) => text.startsWith('https:') || isLoopback(new URL(text).hostname),
    'must begin with https://, because passwords and access tokens are sent to it; http:// is for localhost only',
  );

const collector = z.url({ protocol: /^https?$/, error: 'must be http://… or https://…' });

const schema = z.object({
  DATABASE_URL: databaseUrl,
  OWNER_DATABASE_URL: databaseUrl.optional(),
  PORT: z.coerce.number('must be a number').int().min(1).max(65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'must be an address or a name, such as 127.0.0.1')
    .optional(),
  PUBLIC_URL: origin,
  NEXTAUTH_SECRET: z
    .string({ error: 'is missing (signs the session cookies)' })
    .min(32, 'must be 32 characters or more'),
  CAMPUS_KEY: key('encrypts SSNs and client secrets'),
  CAMPUS_INDEX_KEY: key('finds an SSN without deciphering it'),
  CAMPUS_KEY_OLD: oldKeys,
  CAMPUS_INDEX_KEY_OLD: oldKeys,
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .enum(['http/protobuf', 'http/json'], 'must be http/protobuf or http/json')
    .default('http/protobuf'),
  OTEL_SDK_DISABLED: z.enum(['true', 'false'], 'must be true or false').default('false'),
  METRICS_PORT: z.coerce.number('must be a number').int().min(1).max(65_535).optional(),
  DATABASE_CONNECTIONS: z.coerce.number('must be a number').int().min(6).max(100).default(10),
  DRAIN_SECONDS: z.coerce.number('must be a number').int().min(0).max(3_600).default(60),
  TRUSTED_PROXIES: z.coerce.number('must be a number').int().min(0).max(10).default(0),
  HSTS_SUBDOMAINS: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  STAGING_GIGABYTES: z.coerce.number('must be a number').min(0.001).max(1_000).default(STAGING_GIGABYTES),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  MAIL_FOLDER: z.string().optional(),
  FEED_FOLDER: z.string().refine(isAbsolute, 'must be an absolute path, such as /srv/feeds').optional(),
  FEED_PRIVATE_ADDRESSES: z.string().default('').transform(toAddressList),
  SIGN_ON_PRIVATE_ADDRESSES: z.string().default('').transform(toAddressList),
});

/** As `.env.example` lists them. */
export const SETTING_NAMES = Object.keys(schema.shape);

export type Settings = {
  /** The app's role, as which web and worker connect. */
  appDatabaseUrl: string;
  /** The owner, for `migrate` and other commands. Web and worker do not have it. */
  ownerDatabaseUrl: string | undefined;
  port: number;
  /** The address that web listens on; undefined for all. */
  host: string | undefined;
  /** Without a trailing slash. Every absolute URL is built from it, never from a Host header. */
  publicUrl: string;
  nextauthSecret: string;
  campusKey: Buffer;
  campusIndexKey: Buffer;
  /** Only to read what they sealed. */
  campusKeyOld: Buffer[];
  campusIndexKeyOld: Buffer[];
  /** How users get e-mails; undefined for none. */
  mail: MailSettings | undefined;
  /** What feeds may reach. */
  feedAccess: FeedAccess;
  /** Private addresses at which a district's identity provider may be. */
  providerAddresses: BlockList;
  /** Where the process serves its metrics; undefined for nowhere. */
  metricsPort: number | undefined;
  /** How the process sends traces; undefined for not at all. */
  tracing: TracingSettings | undefined;
  /** How many connections the process opens at most, besides the four of transfers. */
  databaseConnections: number;
  /** How long web, when it is stopped, waits for calls that are running. */
  drainSeconds: number;
  /** How many of our own proxies are in front of web and append to `X-Forwarded-For`; 0 without one. */
  trustedProxies: number;
  /** Whether browsers are to use https for the subdomains of the public URL's host, too. */
  hstsSubdomains: boolean;
  /** Bytes that a district's run may have in the staging. */
  stagingBytes: number;
};

/** By an SMTP server, or into a folder in its place. */
export type MailSettings = ({ smtpUrl: string } | { folder: string }) & {
  /** What recipients see as the sender. */
  from: string;
  /** The host of PUBLIC_URL, for Message-IDs. */
  host: string;
};

/** The packages of OpenTelemetry read its other variables themselves. */
export interface TracingSettings {
  /** That takes traces, such as http://127.0.0.1:4318/v1/traces. */
  url: string;
  protocol: 'http/protobuf' | 'http/json';
}

/** Names every missing or wrong setting, one per line. Never contains a value. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads the settings from an environment. An empty value counts as none, as in `.env.example`. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  if (given.NODE_ENV !== 'production') given.PUBLIC_URL ??= `http://localhost:${given.PORT ?? 3000}`;
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new SettingsError(`Campus BOI can't start with these settings:\n${lines.join('\n')}`);
  }
  return {
    appDatabaseUrl: parsed.data.DATABASE_URL,
    ownerDatabaseUrl: parsed.data.OWNER_DATABASE_URL,
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    publicUrl: parsed.data.PUBLIC_URL,
    nextauthSecret: parsed.data.NEXTAUTH_SECRET,
    campusKey: parsed.data.CAMPUS_KEY,
    campusIndexKey: parsed.data.CAMPUS_INDEX_KEY,
    campusKeyOld: parsed.data.CAMPUS_KEY_OLD,
    campusIndexKeyOld: parsed.data.CAMPUS_INDEX_KEY_OLD,
    mail: mailSettings(parsed.data),
    feedAccess: {
      folder: parsed.data.FEED_FOLDER,
      privateAddresses: parsed.data.FEED_PRIVATE_ADDRESSES,
    },
    providerAddresses: parsed.data.SIGN_ON_PRIVATE_ADDRESSES,
    metricsPort: parsed.data.METRICS_PORT,
    tracing: tracingSettings(parsed.data),
    databaseConnections: parsed.data.DATABASE_CONNECTIONS,
    drainSeconds: parsed.data.DRAIN_SECONDS,
    trustedProxies: parsed.data.TRUSTED_PROXIES,
    hstsSubdomains: parsed.data.HSTS_SUBDOMAINS === 'yes',
    stagingBytes: Math.round(parsed.data.STAGING_GIGABYTES * 1024 ** 3),
  };
}

function mailSettings(given: z.output<typeof schema>): MailSettings | undefined {
  const { SMTP_URL: smtpUrl, MAIL_FOLDER: folder, PUBLIC_URL } = given;
  const host = new URL(PUBLIC_URL).hostname;
  const sender = { from: given.MAIL_FROM ?? `no-reply@${host}`, host };
  if (smtpUrl) return { smtpUrl, ...sender };
  return folder ? { folder, ...sender } : undefined;
}

function tracingSettings(given: z.output<typeof schema>): TracingSettings | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = given;
  const url = own ?? (endpoint && `${endpoint.replace(/\/$/, '')}/v1/traces`);
  if (!url || given.OTEL_SDK_DISABLED === 'true') return undefined;
  return { url, protocol: given.OTEL_EXPORTER_OTLP_PROTOCOL };
}

let read: Settings | undefined;

/** The process's own settings, read at the first call: `next build` loads every module and has none. */
export const settings = (): Settings => {
  read ??= readSettings(process.env);
  return read;
};

/** The settings of a command that works as the database's owner. */
export function ownerSettings(): Settings & { ownerDatabaseUrl: string } {
  const all = settings();
  if (all.ownerDatabaseUrl === undefined)
    throw new SettingsError(
      'OWNER_DATABASE_URL is missing: this command works as the owner of the database, and DATABASE_URL is the role of web and worker.',
    );
  return { ...all, ownerDatabaseUrl: all.ownerDatabaseUrl };
}

function toAddressList(text: string, checked: z.RefinementCtx): BlockList {
  try {
    return addressList(text.split(/[\s,]+/).filter((entry) => entry !== ''));
  } catch {
    checked.addIssue('must be addresses or ranges, separated by commas, such as 10.20.0.0/16');
    return z.NEVER;
  }
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  );
}
