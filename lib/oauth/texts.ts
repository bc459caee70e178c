/** What a vendor's developer reads when a token or a call is refused. Parameters and headers are the protocol's. */
export const OAUTH_TEXTS = {
  clientUnknown: () =>
    'The client could not be authenticated. Check Client ID, Client Secret and the appName of the Token URL.',
  bothWays: () => 'Authenticate the client by Basic or by the form, not by both.',
  otherClientId: () => 'The client_id of the form is not the one in the Authorization header.',
  noCredentials: () =>
    'Send the Client ID and the Client Secret, by Basic or as client_id and client_secret.',
  noSecret: () => 'The Client Secret is missing.',
  basicNeeded: () => 'The Authorization header must be Basic with base64 of client_id:client_secret.',
  basicNotEncoded: () => 'The Authorization header must hold client_id:client_secret, each form-encoded.',

  bodyTooLarge: (kibibytes: number) => `The body is larger than ${kibibytes} KiB.`,
  sendForm: () => 'Send the body as a form: Content-Type: application/x-www-form-urlencoded.',
  sendUtf8: () => 'Send the form as UTF-8.',
  sendUncompressed: () => 'Send the form uncompressed.',
  formNotEncoded: () => 'The form is not properly encoded: every % must begin an encoded character of UTF-8.',
  queryNotEncoded: () => 'The query of the Token URL is not properly encoded.',
  parameterTwice: (name: string) => `The form has the parameter ${name} twice.`,
  appNameTwice: () => 'The Token URL has appName twice.',
  /** Without a period, which would look like a part of the URL. */
  noApplication: (tokenUrl: string) => `No Campus Application selected. Use the Token URL ${tokenUrl}`,
  noGrantType: () => 'The parameter grant_type is missing. Send grant_type=client_credentials.',
  otherGrantType: () => 'The only grant_type here is client_credentials.',
  scopesAllowed: (scopes: readonly string[]) => `This client can ask for: ${scopes.join(' ')}.`,
  noToken: () => 'The parameter token is missing.',

  sendToken: () => 'Send the access token in the header `Authorization: Bearer …`.',
  tokenUnknown: () => 'The access token is unknown. Request a new one.',
  tokenExpired: () => 'The access token has expired. Request a new one.',
  tokenRevoked: () => 'The access token was revoked. Request a new one with the current client secret.',
  clientDisabled: () => 'The client of this access token is no longer enabled. Ask the district.',
  peopleOnly: () => 'This call is for people who are signed in, not for a client.',

  databaseAway: () => 'The database can’t be reached right now. Try again shortly.',
  ourFault: () => 'Something went wrong on our side. Try again.',
} as const;
