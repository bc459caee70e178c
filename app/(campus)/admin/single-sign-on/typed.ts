import type { ProviderEdit, SingleSignOn } from '../../../../lib/single-sign-on/schema.ts';

type Provider = NonNullable<SingleSignOn['provider']>;
export type Group = Provider['groups'][number];

/** The settings as they are typed. */
export interface Typed {
  issuer: string;
  clientId: string;
  secret: string;
  scopes: string;
  claims: Provider['claims'];
  linksByUsername: boolean;
  groups: Group[];
}

const NEW: Typed = {
  ...{ issuer: '', clientId: '', secret: '', scopes: 'openid profile email' },
  claims: { username: 'preferred_username', name: 'name', email: 'email', groups: 'groups' },
  ...{ linksByUsername: false, groups: [] },
};

/** @param provider null before it was set up */
export function typedOf(provider: Provider | null): Typed {
  if (!provider) return NEW;
  const { connection, claims, linksByUsername, groups } = provider;
  const { issuer, clientId, scopes } = connection;
  return { issuer, clientId, scopes, secret: '', claims, linksByUsername, groups };
}

export const editOf = ({ issuer, clientId, scopes, secret, ...rest }: Typed): ProviderEdit => ({
  connection: { protocol: 'oidc', issuer: issuer.trim(), clientId, scopes },
  ...rest,
  ...(secret && { secret }),
});
