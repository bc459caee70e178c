import { isDeepStrictEqual } from 'node:util';
import { asStored, DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { identityProvider } from '../../db/schema/single-sign-on.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { lockUserSecurity } from '../users/lock-user-security.ts';
import { lockProvider } from './provider-row.ts';
import { readSingleSignOnIn } from './read-single-sign-on.ts';
import type { ProviderEdit, ProviderSettings, SingleSignOn } from './schema.ts';
import { receiverOf, sealProviderSecret } from './secret.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

interface Written {
  id: string;
  settings: ProviderSettings;
  secretCipher: Buffer | null;
  testedAt: Date | null;
  enabled: boolean;
  now: Date;
}

const write = defineCommand('save the identity provider', (orm, p: Params<Written>) => {
  const { settings, secretCipher, testedAt, enabled, changedAt } = identityProvider;
  const set = {
    settings: asStored(p.settings, settings),
    secretCipher: asStored(p.secretCipher, secretCipher),
    testedAt: asStored(p.testedAt, testedAt),
    enabled: asStored(p.enabled, enabled),
    changedAt: asStored(p.now, changedAt),
  };
  return orm
    .insert(identityProvider)
    .values({ districtId: DISTRICT_ID, id: p.id, ...set })
    .onConflictDoUpdate({ target: identityProvider.districtId, set });
});

/**
 * Saves how the district's users sign in. Another connection or secret has to be tested again; where single sign-on is on,
 * it stays on. Without a secret the kept one stays, unless it would go to another provider. @throws Invalid at /secret
 */
export const saveProvider = (ctx: Context, { secret, ...settings }: ProviderEdit): Promise<SingleSignOn> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const before = await lockProvider(tx);
    const id = before?.id ?? ctx.newId();
    const sameReceiver =
      before !== undefined && receiverOf(before.settings.connection) === receiverOf(settings.connection);
    const kept = sameReceiver ? before.secretCipher : null;
    const secretCipher =
      secret === undefined ? kept : sealProviderSecret(ctx.keys, ctx.district.id, id, secret);
    if (!secretCipher) {
      const message = SIGN_ON_TEXTS.secretNeeded();
      throw new Invalid(message, [{ pointer: '/secret', code: 'required', message }]);
    }
    const sameConnection =
      secret === undefined &&
      isDeepStrictEqual(before?.settings.connection, settings.connection) &&
      isDeepStrictEqual(before?.settings.claims, settings.claims);
    const testedAt = sameConnection ? (before?.testedAt ?? null) : null;
    const enabled = before?.enabled ?? false;
    await write(tx, { id, settings, secretCipher, testedAt, enabled, now: ctx.now });
    await recordAudit(ctx, tx, {
      action: before ? 'single-sign-on.edit' : 'single-sign-on.create',
      target: settings.connection.issuer,
      detail: {
        groups: settings.groups.length,
        ...(secret !== undefined && { secret: 'changed' }),
      },
    });
    return readSingleSignOnIn(ctx, tx);
  });
