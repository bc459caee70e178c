import { CommandFailed, EXIT } from './exit.ts';
import { type Login, readLogin, readSecret, type SettingOptions, type Settings } from './settings.ts';

const MARGIN_MS = 30_000;

/** A new access token by client credentials (RFC 6749 §4.4), by HTTP Basic. */
export async function requestToken(settings: Settings, secret: string): Promise<Login> {
  const { url, appName, clientId } = settings;
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString(
    'base64',
  );
  const response = await fetch(`${url}/oauth2/token?appName=${encodeURIComponent(appName)}`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  }).catch((cause) => {
    throw new CommandFailed(EXIT.fault, `${url} does not answer.`, { cause });
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new CommandFailed(
      EXIT.unauthorized,
      answer.error_description ?? `The Token URL answered ${response.status}.`,
      { facts: answer },
    );
  const expiresAt = new Date(Date.now() + answer.expires_in * 1000).toISOString();
  return { ...settings, accessToken: answer.access_token, expiresAt };
}

/** Returns a token that is valid for a while: the saved one, else a new one requested with the secret. */
export function tokens(settings: Settings, options: SettingOptions): () => Promise<string> {
  let current = readLogin();
  const fits = (login: Login | undefined): login is Login =>
    login?.url === settings.url &&
    login.clientId === settings.clientId &&
    Date.parse(login.expiresAt) - MARGIN_MS > Date.now();
  return async () => {
    if (fits(current)) return current.accessToken;
    const secret = readSecret(options);
    if (!secret)
      throw new CommandFailed(
        EXIT.unauthorized,
        'There is no valid token. Set CAMPUS_CLIENT_SECRET or CAMPUS_CLIENT_SECRET_FILE, or run campus hr login.',
      );
    current = await requestToken(settings, secret);
    return current.accessToken;
  };
}
