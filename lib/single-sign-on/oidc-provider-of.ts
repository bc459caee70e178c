import { BlockList } from 'node:net';
import type { Context } from '../context.ts';
import type { OidcProvider } from './oidc/provider.ts';
import type { ProviderRow } from './provider-row.ts';
import { openProviderSecret } from './secret.ts';

/** How the stored provider is spoken with. */
export const oidcProviderOf = (
  { keys, district, providerAddresses }: Pick<Context, 'keys' | 'district' | 'providerAddresses'>,
  row: ProviderRow,
): OidcProvider => ({
  connection: row.settings.connection,
  secret: openProviderSecret(keys, district.id, row),
  allowed: providerAddresses ?? new BlockList(),
});
