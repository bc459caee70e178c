import type { Transaction } from '../../db/client.ts';
import { inDistrict, json } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { identityProvider } from '../../db/schema/single-sign-on.ts';
import type { ProviderSettings } from './schema.ts';

const providerRead = (lock: boolean) =>
  defineQuery(`the identity provider of a district${lock ? ', locked' : ''}`, (orm) => {
    const { id, settings, secretCipher, enabled, passwordsOff, testedAt } = identityProvider;
    const query = orm
      .select({
        id,
        settings: json<ProviderSettings>(settings),
        secretCipher,
        enabled,
        passwordsOff,
        testedAt,
      })
      .from(identityProvider)
      .where(inDistrict(identityProvider));
    return lock ? query.for('update') : query;
  });
const read = providerRead(false);
const locked = providerRead(true);

export type ProviderRow = NonNullable<Awaited<ReturnType<typeof read.first>>>;

/** The district's provider; undefined until an admin has set it up. */
export const readProvider = (tx: Transaction): Promise<ProviderRow | undefined> => read.first(tx);

/** The same, and nobody changes it until the transaction ends. */
export const lockProvider = (tx: Transaction): Promise<ProviderRow | undefined> => locked.first(tx);
