import { asStored, DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { identityProvider } from '../../../db/schema/single-sign-on.ts';
import type { Context } from '../../context.ts';
import type { ProviderSettings, SamlConnection } from '../schema.ts';
import { sealProviderSecret } from '../secret.ts';
import { derOf, SAML_ISSUER, SAML_KEYS, SAML_SIGN_ON_URL } from './forged-saml.ts';
import { OIDC_CLIENT } from './oidc-server.ts';

const write = defineCommand(
  'test: insert an identity provider',
  (orm, p: Params<{ id: string; settings: ProviderSettings; secretCipher: Buffer | null; now: Date }>) => {
    const set = {
      settings: asStored(p.settings, identityProvider.settings),
      secretCipher: asStored(p.secretCipher, identityProvider.secretCipher),
    };
    return orm
      .insert(identityProvider)
      .values({ districtId: DISTRICT_ID, id: p.id, ...set, enabled: true, testedAt: p.now, changedAt: p.now })
      .onConflictDoUpdate({ target: identityProvider.districtId, set });
  },
);

const OIDC = {
  connection: (issuer: string): ProviderSettings['connection'] => ({
    ...{ protocol: 'oidc', issuer, clientId: OIDC_CLIENT.clientId },
    scopes: 'openid profile email groups',
  }),
  claims: { username: 'preferred_username', name: 'name', email: 'email', groups: 'groups' },
};
const SAML_CONNECTION: SamlConnection = {
  ...({ protocol: 'saml', entityId: SAML_ISSUER, signOnUrl: SAML_SIGN_ON_URL } as const),
  ...{ certificates: [derOf(SAML_KEYS.cert)], metadataUrl: null, identity: null },
};
const SAML_CLAIMS = { username: 'username', name: 'name', email: 'email', groups: 'groups' };

/** A provider that is switched on: *office* gives Staff, *admins* also Error Log and User Security. */
const insert = async (
  ctx: Context,
  given: Pick<ProviderSettings, 'connection' | 'claims' | 'linksByUsername'>,
): Promise<void> => {
  const settings: ProviderSettings = {
    ...given,
    groups: [
      { group: 'office', rights: ['Staff'] },
      { group: 'admins', rights: ['Staff', 'Error Log', 'User Security'] },
    ],
  };
  // The row may be there with another id, which its secret is sealed for.
  const id = ctx.district.id;
  const secretCipher =
    given.connection.protocol === 'oidc'
      ? sealProviderSecret(ctx.keys, ctx.district.id, id, OIDC_CLIENT.clientSecret)
      : null;
  await ctx.db.inDistrict(ctx.district.id, (tx) => write(tx, { id, settings, secretCipher, now: ctx.now }));
};

export const insertProvider = (
  ctx: Context,
  { issuer, linksByUsername = false }: { issuer: string; linksByUsername?: boolean },
): Promise<void> => insert(ctx, { ...OIDC, connection: OIDC.connection(issuer), linksByUsername });

/** The forged SAML provider. */
export const insertSamlProvider = (
  ctx: Context,
  {
    connection,
    linksByUsername = false,
  }: { connection?: Partial<SamlConnection>; linksByUsername?: boolean } = {},
): Promise<void> =>
  insert(ctx, {
    connection: { ...SAML_CONNECTION, ...connection },
    claims: SAML_CLAIMS,
    linksByUsername,
  });
