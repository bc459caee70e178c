import { z } from 'zod';
import { timeOfDay } from '../sync/schedule/schema.ts';

const MAX_CHARS = 500;
const words = (most = MAX_CHARS) => z.string().trim().max(most);
const needed = (most = MAX_CHARS) => words(most).min(1, 'is required');

/** `staff-*.csv`: `*` is any text, `?` one character. Never a path. */
const pattern = needed(200).refine((text) => !/[/\\]/.test(text), 'must be a file name, without a folder');

/** Below the district's own folder of the server. */
const folder = z.strictObject({
  kind: z.literal('folder'),
  /** Empty: the district's folder itself. */
  folder: words(),
  pattern,
  /** Where a file goes after it was taken; null: it stays. */
  archive: words().nullable(),
});
const sftp = z.strictObject({
  kind: z.literal('sftp'),
  host: needed(253).regex(/^[A-Za-z0-9.:-]+$/, 'must be a host name or an address'),
  port: z.int().min(1).max(65_535),
  username: needed(200),
  /** What the secret is. */
  signIn: z.enum(['password', 'key']),
  folder: words(),
  pattern,
  archive: words().nullable(),
});
const https = z.strictObject({
  kind: z.literal('https'),
  url: z.url({ protocol: /^https$/, error: 'must begin with https://' }).max(2_000),
  /** The secret is its value; null: no header. */
  header: words(100)
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header, such as Authorization')
    .nullable(),
});

export const feedSourceSchema = z.discriminatedUnion('kind', [folder, sftp, https]);
export type FeedSource = z.infer<typeof feedSourceSchema>;
export type FolderSource = z.infer<typeof folder>;
export type SftpSource = z.infer<typeof sftp>;
export type HttpsSource = z.infer<typeof https>;

/** Write-only. Left out: the one that is kept stays. */
const secret = z.string().min(1).max(16_000).optional();
/** SHA-256 of the SFTP server's key, as `Test connection` showed it and the admin accepted it. */
const hostKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}$/)
  .nullable();

const settings = {
  name: needed(100),
  source: feedSourceSchema,
  hostKey,
  /** Name of a mapping; null: the columns are named by the API's properties. */
  mapping: needed(100).nullable(),
  /** 1 is Monday, 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1, 'must have at least one day').max(7),
  at: timeOfDay,
  policy: z.enum(['stop', 'validate', 'commit']),
  setsAside: z.boolean(),
  maxAgeHours: z.int().min(1).max(8_760).nullable(),
  leastPercent: z.int().min(1).max(100).nullable(),
};

/** All that an admin sets of a feed. */
export const feedEditSchema = z.strictObject({ ...settings, secret });
export type FeedEdit = z.output<typeof feedEditSchema>;

export const feedRunSchema = z.object({
  id: z.uuid(),
  trigger: z.enum(['schedule', 'user', 'command']),
  requestedAt: z.iso.datetime(),
  requestedBy: z.string(),
  status: z.enum([
    'queued',
    'running',
    'validating',
    'transferred',
    'validated',
    'held',
    'commitStarted',
    'unchanged',
    'failed',
  ]),
  endedAt: z.iso.datetime().nullable(),
  fileName: z.string().nullable(),
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  rows: z.number().nullable(),
  runId: z.uuid().nullable(),
  /** Of the synchronization that it began, in its own words. */
  runStatus: z.string().nullable(),
  hasReport: z.boolean(),
  reason: z.string().nullable(),
});
export type FeedRun = z.infer<typeof feedRunSchema>;

/** A feed as the page shows it; never its secret. */
export const feedSchema = z.object({
  ...settings,
  id: z.uuid(),
  hasSecret: z.boolean(),
  paused: z.boolean(),
  nextAt: z.iso.datetime().nullable(),
  createdBy: z.string(),
  lastRun: feedRunSchema.nullable(),
});
export type Feed = z.infer<typeof feedSchema>;

export const feedsSchema = z.object({
  data: z.array(feedSchema),
  /** The district's folder of the server; null: the operator allows none. */
  folder: z.string().nullable(),
});

/** @see FeedEdit; `id` of the feed whose secret is used if none is sent */
export const connectionSchema = z.strictObject({
  id: z.uuid().optional(),
  source: feedSourceSchema,
  hostKey,
  secret,
});
export type Connection = z.output<typeof connectionSchema>;

export const connectionFoundSchema = z.object({
  /** The key that the SFTP server has now. */
  hostKey: z.string().nullable(),
  /** The file that would be taken. */
  file: z
    .object({ name: z.string(), bytes: z.number().nullable(), modifiedAt: z.iso.datetime().nullable() })
    .nullable(),
  /** Why there is none. */
  problem: z.string().nullable(),
});
export type ConnectionFound = z.infer<typeof connectionFoundSchema>;
