import type { Connection } from './schema.ts';

/** What the provider calls itself. */
export const issuerOf = (connection: Connection): string =>
  connection.protocol === 'oidc' ? connection.issuer : connection.entityId;
