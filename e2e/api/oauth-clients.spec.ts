import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as oauth from 'oauth4webapi';
import { ClientCredentials } from 'simple-oauth2';
import { pythonWithRequestsOauthlib } from '../clients/python.ts';
import { expect, test } from '../fixtures.ts';
import { tokenUrl } from '../vendor.ts';

// openid-client is the client of all these tests (e2e/vendor.ts), its two methods in token.spec.ts.

const SCHOOLS = '/api/businessOfficeIntegration/schools';
const PYTHON_CLIENT = join(import.meta.dirname, '../clients/requests_oauthlib_client.py');

for (const by of ['basic', 'body'] as const) {
  test(`CRED-2 oauth4webapi gets a token by ${by} and calls the API with it`, async ({
    product,
    district,
  }) => {
    const { clientId, clientSecret, appName } = district.access;
    const server = { issuer: product.baseUrl, token_endpoint: tokenUrl(product.baseUrl, appName) };
    const client = { client_id: clientId };
    const authenticate = by === 'basic' ? oauth.ClientSecretBasic : oauth.ClientSecretPost;
    const insecure = { [oauth.allowInsecureRequests]: true };
    const answer = await oauth.clientCredentialsGrantRequest(
      server,
      client,
      authenticate(clientSecret),
      new URLSearchParams(),
      insecure,
    );
    const { access_token } = await oauth.processClientCredentialsResponse(server, client, answer);
    const url = new URL(`${product.baseUrl}${SCHOOLS}`);
    const schools = await oauth.protectedResourceRequest(
      access_token,
      'GET',
      url,
      undefined,
      undefined,
      insecure,
    );
    expect(schools.status).toBe(200);
    expect(((await schools.json()) as { data: unknown[] }).data).not.toEqual([]);
  });

  test(`CRED-2 simple-oauth2 gets a token by ${by} and calls the API with it`, async ({
    product,
    district,
  }) => {
    const { clientId, clientSecret, appName } = district.access;
    const url = new URL(tokenUrl(product.baseUrl, appName));
    const client = new ClientCredentials({
      client: { id: clientId, secret: clientSecret },
      auth: { tokenHost: url.origin, tokenPath: `${url.pathname}${url.search}` },
      options: { authorizationMethod: by === 'basic' ? 'header' : 'body' },
    });
    const { token } = await client.getToken({});
    const schools = await fetch(`${product.baseUrl}${SCHOOLS}`, {
      headers: { authorization: `${token.token_type} ${token.access_token}` },
    });
    expect(schools.status).toBe(200);
  });

  test(`CRED-2 requests-oauthlib gets a token by ${by} and calls the API with it`, async ({
    product,
    district,
  }) => {
    const python = pythonWithRequestsOauthlib();
    test.skip(
      !python,
      'There is no Python with requests-oauthlib: apt-get install python3-requests-oauthlib',
    );
    const { clientId, clientSecret, appName } = district.access;
    const { stdout } = await promisify(execFile)(python as string, [PYTHON_CLIENT], {
      env: {
        ...process.env,
        OAUTHLIB_INSECURE_TRANSPORT: '1',
        NO_PROXY: '*',
        BASE_URL: product.baseUrl,
        TOKEN_URL: tokenUrl(product.baseUrl, appName),
        CLIENT_ID: clientId,
        CLIENT_SECRET: clientSecret,
        BY: by,
      },
    });
    const { status, body } = JSON.parse(stdout);
    expect(status).toBe(200);
    expect(body.data).not.toEqual([]);
  });
}
