import { open, type Place, seal } from '../crypto/envelope.ts';
import type { CryptoKeys } from '../crypto/keys.ts';

/** The one place that the sealed end of an e-mail's link opens in. */
export const mailSecretPlace = (districtId: string, mailId: string): Place => ({
  table: 'mail',
  column: 'secret_cipher',
  districtId,
  rowId: mailId,
});

export const sealMailSecret = (
  keys: CryptoKeys,
  districtId: string,
  mailId: string,
  secret: string,
): Buffer => seal(keys, mailSecretPlace(districtId, mailId), secret);

export const openMailSecret = (
  keys: CryptoKeys,
  districtId: string,
  mailId: string,
  cipher: Buffer,
): string => open(keys, mailSecretPlace(districtId, mailId), cipher);
