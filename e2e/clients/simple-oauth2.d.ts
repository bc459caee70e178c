/** As much of simple-oauth2 as the tests use: the package brings no types. */
declare module 'simple-oauth2' {
  export class ClientCredentials {
    constructor(configuration: {
      client: { id: string; secret: string };
      auth: { tokenHost: string; tokenPath: string };
      options: { authorizationMethod: 'header' | 'body' };
    });
    getToken(params: { scope?: string }): Promise<{ token: { access_token: string; token_type: string } }>;
  }
}
