import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

/** A person of the provider, with its claims. */
export interface Account {
  sub: string;
  [claim: string]: unknown;
}

export interface OidcServer {
  issuer: string;
  /** Who signs in next, without being asked. */
  signIn(account: Account): void;
  stop(): Promise<void>;
}

export const OIDC_CLIENT = { clientId: 'campus', clientSecret: 'a secret of the provider and Campus' };

const HOUR = 3_600;

/** oidc-provider on loopback, for one client. Its sign-in form is answered by the test. */
export async function startOidcServer(redirectUris: readonly string[]): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let account: Account = { sub: 'nobody' };
  const provider: Provider = new Provider(issuer, {
    // It would print a notice of each of these, were it left to its default.
    adapter: createMemoryAdapter(),
    ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    features: { devInteractions: { enabled: false } },
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    scopes: ['openid', 'profile', 'email', 'groups'],
    clients: [
      {
        client_id: OIDC_CLIENT.clientId,
        client_secret: OIDC_CLIENT.clientSecret,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [...redirectUris],
      },
    ],
    cookies: { keys: ['only for tests'] },
    interactions: { url: () => '/sign-in' },
    findAccount: () => ({ accountId: account.sub, claims: () => account }),
    loadExistingGrant: async (ctx: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const grant = new provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }] },
  });
  const callback = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/sign-in')) return callback(request, response);
    return provider.interactionFinished(request, response, { login: { accountId: account.sub } });
  });
  return {
    issuer,
    signIn: (next) => {
      account = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Follows the provider's redirects as a browser would, until one leads away from it. @returns where it leads */
export async function throughProvider(url: string): Promise<URL> {
  const { origin } = new URL(url);
  const cookies = new Map<string, string>();
  let next = url;
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The provider answers ${answer.status}: ${await answer.text()}`);
    const there = new URL(location, next);
    if (there.origin !== origin) return there;
    next = there.href;
  }
  throw new Error('The provider redirects for ever.');
}
