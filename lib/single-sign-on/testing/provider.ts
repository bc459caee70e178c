import { asStored, DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { identityProvider } from '../../../db/schema/single-sign-on.ts';
import type { Context } from '../../context.ts';
import type { ProviderSettings } from '../schema.ts';
import { sealProviderSecret } from '../secret.ts';
import { OIDC_CLIENT } from './oidc-server.ts';

const write = defineCommand(
  'test: insert an identity provider',
  (orm, p: Params<{ id: string; settings: ProviderSettings; secretCipher: Buffer; now: Date }>) => {
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

/** A provider that is switched on: *office* gives Staff, *admins* also Error Log and User Security. */
export async function insertProvider(
  ctx: Context,
  { issuer, linksByUsername = false }: { issuer: string; linksByUsername?: boolean },
): Promise<void> {
  const settings: ProviderSettings = {
    connection: {
      ...{ protocol: 'oidc', issuer, clientId: OIDC_CLIENT.clientId },
      scopes: 'openid profile email groups',
    },
    claims: { username: 'preferred_username', name: 'name', email: 'email', groups: 'groups' },
    linksByUsername,
    groups: [
      { group: 'office', rights: ['Staff'] },
      { group: 'admins', rights: ['Staff', 'Error Log', 'User Security'] },
    ],
  };
  // The row may be there with another id, which its secret is sealed for.
  const id = ctx.district.id;
  const secretCipher = sealProviderSecret(ctx.keys, ctx.district.id, id, OIDC_CLIENT.clientSecret);
  await ctx.db.inDistrict(ctx.district.id, (tx) => write(tx, { id, settings, secretCipher, now: ctx.now }));
}
