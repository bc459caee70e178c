import { open, type Place, seal } from '../crypto/envelope.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { Connection } from './schema.ts';

/** The one place that the client secret opens in. */
export const providerSecretPlace = (districtId: string, providerId: string): Place => ({
  table: 'identity_provider',
  column: 'secret_cipher',
  districtId,
  rowId: providerId,
});

export const sealProviderSecret = (
  keys: CryptoKeys,
  districtId: string,
  id: string,
  secret: string,
): Buffer => seal(keys, providerSecretPlace(districtId, id), secret);

export const openProviderSecret = (
  keys: CryptoKeys,
  districtId: string,
  { id, secretCipher }: { id: string; secretCipher: Buffer | null },
): string => (secretCipher ? open(keys, providerSecretPlace(districtId, id), secretCipher) : '');

/**
 * Whom the secret is for; null where there is none. A kept one goes nowhere else: otherwise an admin could have it sent to
 * a server of their own.
 */
export const receiverOf = (connection: Connection): string | null =>
  connection.protocol === 'oidc' ? `${connection.issuer} ${connection.clientId}` : null;
