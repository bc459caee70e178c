import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

export interface ReferenceServer {
  tokenUrl: string;
  stop(): Promise<void>;
}

/** oidc-provider on loopback with one client of the client credentials grant, the stranger to compare with. */
export async function startReferenceServer(client: {
  clientId: string;
  clientSecret: string;
  scopes: readonly string[];
  allScopes: readonly string[];
}): Promise<ReferenceServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  // Of what is chosen here it would print a notice, were it left to its defaults.
  const chosen = {
    adapter: createMemoryAdapter(),
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }] },
    ttl: { ClientCredentials: 600 },
  };
  const provider = new Provider(origin, {
    ...chosen,
    scopes: [...client.allScopes],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        scope: client.scopes.join(' '),
      },
    ],
  });
  server.on('request', provider.callback());
  return {
    tokenUrl: `${origin}/token`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
