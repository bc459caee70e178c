import { isDeepStrictEqual } from 'node:util';
import { asStored, DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { identityProvider } from '../../db/schema/single-sign-on.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { ErrorCode } from '../codes/code.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { lockUserSecurity } from '../users/lock-user-security.ts';
import { issuerOf } from './issuer-of.ts';
import { lockProvider, type ProviderRow } from './provider-row.ts';
import { readSingleSignOnIn } from './read-single-sign-on.ts';
import { describeCertificate } from './saml/certificate.ts';
import type { Connection, ProviderEdit, ProviderSettings, SingleSignOn } from './schema.ts';
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
    const secretCipher = secretFor(ctx, { id, before, connection: settings.connection, secret });
    assertCertificates(settings.connection);
    const sameConnection =
      secret === undefined &&
      isDeepStrictEqual(before?.settings.connection, settings.connection) &&
      isDeepStrictEqual(before?.settings.claims, settings.claims);
    const testedAt = sameConnection ? (before?.testedAt ?? null) : null;
    const enabled = before?.enabled ?? false;
    await write(tx, { id, settings, secretCipher, testedAt, enabled, now: ctx.now });
    await recordAudit(ctx, tx, {
      action: before ? 'single-sign-on.edit' : 'single-sign-on.create',
      target: issuerOf(settings.connection),
      detail: {
        groups: settings.groups.length,
        ...(secret !== undefined && { secret: 'changed' }),
      },
    });
    return readSingleSignOnIn(ctx, tx);
  });

/** The client secret to keep; null for SAML, which has none. */
function secretFor(
  { keys, district }: Context,
  {
    id,
    before,
    connection,
    secret,
  }: { id: string; before: ProviderRow | undefined; connection: Connection; secret: string | undefined },
): Buffer | null {
  const receiver = receiverOf(connection);
  if (receiver === null) return null;
  if (secret !== undefined) return sealProviderSecret(keys, district.id, id, secret);
  const kept = before && receiverOf(before.settings.connection) === receiver ? before.secretCipher : null;
  if (!kept) throw invalid('/secret', 'required', SIGN_ON_TEXTS.secretNeeded());
  return kept;
}

function assertCertificates(connection: Connection): void {
  if (connection.protocol === 'saml' && !connection.certificates.every(describeCertificate))
    throw invalid('/connection/certificates', 'invalid', SIGN_ON_TEXTS.badCertificate());
}

const invalid = (pointer: string, code: ErrorCode, message: string) =>
  new Invalid(message, [{ pointer, code, message }]);
