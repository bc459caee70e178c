import { BlockList } from 'node:net';
import type { Context } from '../context.ts';
import type { OidcProvider } from './oidc/provider.ts';
import type { ProviderRow } from './provider-row.ts';
import type { OidcConnection } from './schema.ts';
import { openProviderSecret } from './secret.ts';

/** How the stored provider is spoken with. */
export const oidcProviderOf = (
  { keys, district, providerAddresses }: Pick<Context, 'keys' | 'district' | 'providerAddresses'>,
  row: ProviderRow,
  connection: OidcConnection,
): OidcProvider => ({
  connection,
  secret: openProviderSecret(keys, district.id, row),
  allowed: providerAddresses ?? new BlockList(),
});
