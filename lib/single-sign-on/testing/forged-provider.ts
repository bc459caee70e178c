import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OIDC_CLIENT } from './oidc-server.ts';

type Json = Record<string, unknown>;

/** How one answer differs from a good one. */
export interface Forgery {
  header?: Json;
  claims?: Json;
  /** Signs with this instead of the key that is published. */
  key?: KeyObject;
  metadata?: Json;
  /** In place of the code's answer. */
  token?: (response: ServerResponse) => void;
}

export interface ForgedProvider {
  issuer: string;
  /** What the next sign-in gets. */
  forge(forgery: Forgery): void;
  /** The provider's redirect for a start of Campus. */
  answerTo(url: string, changed?: Record<string, string | null>): URL;
  stop(): Promise<void>;
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const OTHER_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that answers as it is told: for answers that no honest one gives. */
export async function startForgedProvider(now: () => Date): Promise<ForgedProvider> {
  let forgery: Forgery = {};
  let nonce: string | null = null;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function idToken(): string {
    const seconds = Math.floor(now().getTime() / 1000);
    const header = { alg: 'RS256', kid: 'key', ...forgery.header };
    const claims = {
      ...{ iss: issuer, sub: 'subject', aud: OIDC_CLIENT.clientId, nonce, iat: seconds, exp: seconds + 300 },
      ...{ preferred_username: 'pat', name: 'Pat Simpson', email: 'pat@example.org', groups: ['office'] },
      ...forgery.claims,
    };
    const signed = `${b64(header)}.${b64(claims)}`;
    if (header.alg === 'none') return `${signed}.`;
    if (header.alg === 'HS256')
      return `${signed}.${createHmac('sha256', OIDC_CLIENT.clientSecret).update(signed).digest('base64url')}`;
    const key = forgery.key ?? pair.privateKey;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  }

  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] },
      ...forgery.metadata,
    }),
    '/keys': () => ({
      keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => ({ access_token: 'access', token_type: 'Bearer', id_token: idToken() }),
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (path === '/token' && forgery.token) return forgery.token(response);
    const answer = answers[path];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  return {
    issuer,
    forge: (next) => {
      forgery = next;
    },
    answerTo(url, changed = {}) {
      const asked = new URL(url).searchParams;
      nonce = asked.get('nonce');
      const answer = new URL(asked.get('redirect_uri') ?? '');
      const all = { code: 'code', state: asked.get('state'), ...changed };
      for (const [name, value] of Object.entries(all))
        if (value !== null) answer.searchParams.set(name, value);
      return answer;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
