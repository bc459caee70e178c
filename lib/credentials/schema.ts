import { z } from 'zod';
import { SCOPES } from '../access/scopes.ts';
import { requiredDate, requiredText } from '../record/fields.ts';

const moment = z.iso.datetime();

/** How long the previous secret keeps working beside the new one (CRED-5, CRED-6). */
export const OVERLAPS = ['none', '1h', '24h', '7d'] as const;
export type Overlap = (typeof OVERLAPS)[number];

const secretSchema = z.object({
  id: z.uuid(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
  /** The end of its overlap; null for the current one. */
  expiresAt: moment.nullable(),
});

/** An HR system that may call the API. It never holds a secret, only when each was created and used. */
export const clientSchema = z.object({
  id: z.uuid(),
  clientId: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
  /** The network address of the last call. */
  lastUsedFrom: z.string().nullable(),
  /** The last day on which it works, in the district's time zone; null: no end. */
  expiresOn: z.iso.date().nullable(),
  state: z.enum(['active', 'expired', 'disabled']),
  /** The latest link that hands it over; null if there is none, or nobody opened it in time. */
  handOver: z.object({ expiresAt: moment, openedAt: moment.nullable() }).nullable(),
  /** The secrets that work, the current one first. */
  secrets: z.array(secretSchema),
});
export type Client = z.infer<typeof clientSchema>;
export type Secret = z.infer<typeof secretSchema>;

/** The end of the link (handOverLink), and until when it works. */
export const handOverLinkSchema = z.object({ token: z.string(), expiresAt: moment });
export type HandOverLink = z.infer<typeof handOverLinkSchema>;

/** Where a vendor calls. */
export interface VendorUrls {
  tokenUrl: string;
  baseUrl: string;
  docsUrl: string;
}

/** All that a vendor needs to call the API, as the page of a hand-over link gets it. */
export interface HandedOverAnswer extends VendorUrls {
  /** The district's and the client's names. */
  district: string;
  name: string;
  clientId: string;
  clientSecret: string;
}

/** The calls of a connection test, in order; after one that failed none is made. */
export const connectionTestSchema = z.object({
  steps: z.array(
    z.object({
      name: z.enum(['token', 'read']),
      url: z.string(),
      /** Null if nothing answered. */
      status: z.int().nullable(),
      succeeded: z.boolean(),
      text: z.string(),
    }),
  ),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
export type ConnectionStep = ConnectionTest['steps'][number];

export const clientsSchema = z.object({ data: z.array(clientSchema) });

const name = requiredText('name', 'Name');
const scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .transform((given) => SCOPES.filter((scope) => given.includes(scope)));
const expiresOn = z.union([z.null(), requiredDate('Last day')]);

export const newClientSchema = z.strictObject({ name, scopes, expiresOn });
export type NewClientAsked = z.output<typeof newClientSchema>;

/** Replaces everything that can be changed of a client. */
export const clientEditSchema = z.strictObject({ name, scopes, expiresOn, disabled: z.boolean() });
export type ClientEdit = z.output<typeof clientEditSchema>;

const MAX_APP_NAME_CHARS = 200;

export const generateSchema = z.strictObject({
  overlap: z.enum(OVERLAPS).default('none'),
  /** The admin types it, so that nobody does this by mistake. */
  appName: z.string().max(MAX_APP_NAME_CHARS),
});
