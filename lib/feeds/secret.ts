import { open, type Place, seal } from '../crypto/envelope.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { FeedSource } from './schema.ts';

/** The one place that a feed's secret opens in. */
export const feedSecretPlace = (districtId: string, feedId: string): Place => ({
  table: 'feed',
  column: 'secret_cipher',
  districtId,
  rowId: feedId,
});

export const sealFeedSecret = (
  keys: CryptoKeys,
  districtId: string,
  feedId: string,
  secret: string,
): Buffer => seal(keys, feedSecretPlace(districtId, feedId), secret);

export const openFeedSecret = (
  keys: CryptoKeys,
  districtId: string,
  feedId: string,
  cipher: Buffer | null,
): string | undefined => (cipher ? open(keys, feedSecretPlace(districtId, feedId), cipher) : undefined);

/** Where a secret is sent. A kept one is never sent anywhere else: otherwise an admin could have it sent to a server of their own. */
export function receiverOf(source: FeedSource): string {
  switch (source.kind) {
    case 'folder':
      return 'folder';
    case 'sftp':
      return `sftp ${source.username}@${source.host}:${source.port} ${source.signIn}`;
    case 'https':
      return `https ${new URL(source.url).host} ${source.header}`;
  }
}

export const needsSecret = (source: FeedSource): boolean =>
  source.kind === 'sftp' || (source.kind === 'https' && source.header !== null);
