import { z } from 'zod';
import { TOOL_RIGHTS } from '../access/rights.ts';

const needed = (most: number) => z.string().trim().min(1, 'is required').max(most);

/** http is for a provider on this machine only; whether it may be reached is the operator's choice. */
export const providerUrl = z
  .url({ protocol: /^https?$/, error: 'must be a web address that begins with https://' })
  .max(2_000)
  .refine(
    (text) => /^https:/i.test(text) || /^http:\/\/(localhost|127(\.\d+){3})(:\d+)?(\/|$)/i.test(text),
    'must begin with https://',
  );

/** How Campus speaks with an OpenID Connect provider. */
const oidc = z.strictObject({
  protocol: z.literal('oidc'),
  /** As the provider writes it, with or without a slash at its end. */
  issuer: providerUrl,
  clientId: needed(500),
  /** Separated by spaces. */
  scopes: needed(500).refine((text) => text.split(/\s+/).includes('openid'), 'must have openid among them'),
});

const claim = needed(200);

/** How Campus speaks with a SAML 2.0 provider: what its metadata say. */
const saml = z.strictObject({
  protocol: z.literal('saml'),
  /** Compared exactly with the issuer of its answers. */
  entityId: needed(1_024),
  /** Where the browser takes the request to. */
  signOnUrl: providerUrl,
  /** What its answers are signed with, DER in base64. Several while it changes its key. */
  certificates: z
    .array(z.string().max(12_000))
    .min(1, 'must hold at least one certificate')
    .max(5, 'must hold at most 5 certificates'),
  /** Where the metadata were read; null if they were pasted. */
  metadataUrl: providerUrl.nullable(),
  /** The attribute that names a person for ever; null for the persistent NameID. */
  identity: claim.nullable(),
});

const MAX_GROUPS = 200;

/** What an admin sets, without the secret. */
const settings = {
  connection: z.discriminatedUnion('protocol', [oidc, saml]),
  /** The claims, or SAML’s attributes, that have what Campus wants to know of a person. */
  claims: z.strictObject({ username: claim, name: claim, email: claim, groups: claim }),
  /** Whether a first sign-in links the existing user with this username. */
  linksByUsername: z.boolean(),
  /** The tool rights of each group. Who is in none of them can't sign in. */
  groups: z
    .array(
      z.strictObject({
        group: needed(500),
        rights: z
          .array(z.enum(TOOL_RIGHTS))
          .max(TOOL_RIGHTS.length)
          .transform((given) => TOOL_RIGHTS.filter((right) => given.includes(right))),
      }),
    )
    .max(MAX_GROUPS),
};

export const providerSettingsSchema = z.strictObject(settings);
export type ProviderSettings = z.output<typeof providerSettingsSchema>;
export type Connection = ProviderSettings['connection'];
export type OidcConnection = Extract<Connection, { protocol: 'oidc' }>;
export type SamlConnection = Extract<Connection, { protocol: 'saml' }>;

/** `secret` is write-only, and OpenID Connect’s; left out, the kept one stays if it is for the same provider. */
export const providerEditSchema = z.strictObject({
  ...settings,
  secret: z.string().min(1).max(2_000).optional(),
});
export type ProviderEdit = z.output<typeof providerEditSchema>;

const certificate = z.object({
  /** DER in base64. */
  certificate: z.string(),
  subject: z.string(),
  /** Answers are accepted after it, too: it tells when the provider will change its key. */
  expiresAt: z.iso.datetime(),
  /** SHA-256. */
  fingerprint: z.string(),
});
export type Certificate = z.infer<typeof certificate>;

/** Where the metadata of a SAML provider are. */
export const metadataSourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('text'), xml: needed(1_048_576) }),
  z.strictObject({ from: z.literal('url'), url: providerUrl }),
]);
export type MetadataSource = z.output<typeof metadataSourceSchema>;

/** What they say. */
export const metadataFoundSchema = z.object({
  entityId: z.string(),
  signOnUrl: z.string(),
  certificates: z.array(certificate),
  /** What the provider asks for and Campus does not do, in words. */
  notes: z.array(z.string()),
});
export type MetadataFound = z.infer<typeof metadataFoundSchema>;

/** A user whose password could still sign in where passwords are off. */
const emergencyCandidate = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string(),
  chosen: z.boolean(),
});

export const singleSignOnSchema = z.object({
  /** Null until an admin sets it up. */
  provider: z
    .object({
      ...settings,
      hasSecret: z.boolean(),
      /** A SAML provider’s, as its connection has them. */
      certificates: z.array(certificate),
      enabled: z.boolean(),
      passwordsOff: z.boolean(),
      /** When a test sign-in succeeded with these settings. */
      testedAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** What the provider has to be told: the redirect URI, or where SAML’s answers are posted to. */
  redirectUri: z.string(),
  /** Who Campus is for a SAML provider; its metadata are at this address. */
  entityId: z.string(),
  /** Users who sign in by it already. */
  linkedUsers: z.int().nonnegative(),
  /** Enabled users with User Security, a password and a second factor who are not linked. */
  emergencyAdmins: z.array(emergencyCandidate),
});
export type SingleSignOn = z.infer<typeof singleSignOnSchema>;

/** Who signs in how. */
export const signOnStateSchema = z.strictObject({
  enabled: z.boolean(),
  passwordsOff: z.boolean(),
  /** All emergency admins. */
  emergencyAdmins: z.array(z.uuid()).max(20),
});
export type SignOnState = z.output<typeof signOnStateSchema>;

/** Where the browser goes next. */
export const departureSchema = z.object({ url: z.string() });

/** What a test sign-in brought. */
export const testFoundSchema = z.object({
  /** In words, if it failed before anything arrived. */
  problem: z.string().nullable(),
  claims: z.array(z.object({ name: z.string(), value: z.string() })),
  /** What it leads to, in words. */
  result: z.string().nullable(),
  username: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  groups: z.array(z.string()),
  rights: z.array(z.enum(TOOL_RIGHTS)),
});
export type TestFound = z.infer<typeof testFoundSchema>;
