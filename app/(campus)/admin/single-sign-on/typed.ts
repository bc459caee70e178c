import type { Certificate, ProviderEdit, SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';

type Provider = NonNullable<SingleSignOn['provider']>;
export type Group = Provider['groups'][number];
export type Protocol = Provider['connection']['protocol'];

/** What was read of a SAML provider's metadata. */
export interface Metadata {
  entityId: string;
  signOnUrl: string;
  certificates: Certificate[];
  /** Null if they were pasted. */
  url: string | null;
}

/** The settings as they are typed. Both protocols' are kept while an admin looks at the other. */
export interface Typed {
  protocol: Protocol;
  issuer: string;
  clientId: string;
  secret: string;
  scopes: string;
  /** Null until they are read. */
  metadata: Metadata | null;
  /** The attribute that names a person for ever; empty for the persistent NameID. */
  identity: string;
  claims: Provider['claims'];
  linksByUsername: boolean;
  groups: Group[];
}

/** The fields of the form: what is typed, how it is changed, and what is wrong. */
export interface TypedFields {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  errorAt: (name: string) => string | undefined;
}

/** What providers usually call these. */
export const usualClaims = (protocol: Protocol): Provider['claims'] => ({
  username: protocol === 'oidc' ? 'preferred_username' : 'username',
  ...{ name: 'name', email: 'email', groups: 'groups' },
});

export function areUsual({ claims, protocol }: Typed): boolean {
  const usual = usualClaims(protocol);
  return CLAIM_NAMES.every((name) => claims[name] === usual[name]);
}
export const CLAIM_NAMES = ['username', 'name', 'email', 'groups'] as const;

const NEW: Typed = {
  ...{ protocol: 'oidc', issuer: '', clientId: '', secret: '', scopes: 'openid profile email' },
  ...{ metadata: null, identity: '' },
  claims: usualClaims('oidc'),
  ...{ linksByUsername: false, groups: [] },
};

/** @param provider null before it was set up */
export function typedOf(provider: Provider | null): Typed {
  if (!provider) return NEW;
  const { connection, claims, linksByUsername, groups, certificates } = provider;
  const common = { ...NEW, claims, linksByUsername, groups };
  if (connection.protocol === 'oidc') {
    const { issuer, clientId, scopes } = connection;
    return { ...common, protocol: 'oidc', issuer, clientId, scopes };
  }
  const { entityId, signOnUrl, metadataUrl: url, identity } = connection;
  const metadata = { entityId, signOnUrl, certificates, url };
  return { ...common, protocol: 'saml', metadata, identity: identity ?? '' };
}

/** What is saved; undefined until a SAML provider's metadata are read. */
export function editOf(typed: Typed): ProviderEdit | undefined {
  const { protocol, claims, linksByUsername, groups, secret } = typed;
  const common = { claims, linksByUsername, groups };
  if (protocol === 'oidc') {
    const { issuer, clientId, scopes } = typed;
    const connection = { protocol, issuer: issuer.trim(), clientId, scopes };
    return { ...common, connection, ...(secret && { secret }) };
  }
  if (!typed.metadata) return undefined;
  const { entityId, signOnUrl, certificates, url: metadataUrl } = typed.metadata;
  const connection = {
    ...{ protocol, entityId, signOnUrl, metadataUrl, identity: typed.identity.trim() || null },
    certificates: certificates.map(({ certificate }) => certificate),
  };
  return { ...common, connection };
}

const CONNECTION_FIELDS = [
  ...['issuer', 'clientId', 'secret', 'scopes'],
  ...['identity', 'certificates', 'entityId', 'signOnUrl'],
];

/** Where the fields show errors: pointers into the edit, without the first `/`. */
export const fieldsOf = ({ claims, groups }: Typed): string[] => [
  ...CONNECTION_FIELDS.flatMap((name) => [name, `connection/${name}`]),
  ...Object.keys(claims).map((name) => `claims/${name}`),
  ...groups.map((_, at) => `groups/${at}/group`),
];
