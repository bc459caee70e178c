import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandFailed, EXIT } from './exit.ts';

/** The server and the client: from options, else from the environment, else from the last `login`. */
export interface Settings {
  /** The Base URL of the credentials page: `{origin}/campus`. */
  url: string;
  appName: string;
  clientId: string;
}

/** What `login` saves: the token, which expires, but not the secret. */
export interface Login extends Settings {
  accessToken: string;
  expiresAt: string;
}

export interface SettingOptions {
  url?: string;
  app?: string;
  clientId?: string;
  secretFile?: string;
}

const loginFile = (): string =>
  join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'campus-hr', 'login.json');

export function readLogin(): Login | undefined {
  try {
    return JSON.parse(readFileSync(loginFile(), 'utf8')) as Login;
  } catch {
    return undefined;
  }
}

export function keepLogin(login: Login): string {
  const file = loginFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
  return file;
}

/** @throws CommandFailed (usage) that names the missing setting */
export function settingsFrom(options: SettingOptions): Settings {
  const kept = readLogin();
  const found = {
    url: options.url ?? process.env.CAMPUS_URL ?? kept?.url,
    appName: options.app ?? process.env.CAMPUS_APP_NAME ?? kept?.appName,
    clientId: options.clientId ?? process.env.CAMPUS_CLIENT_ID ?? kept?.clientId,
  };
  const { url, appName, clientId } = found;
  if (!url) throw missing('the Base URL', '--url or CAMPUS_URL');
  if (!appName) throw missing('the appName', '--app or CAMPUS_APP_NAME');
  if (!clientId) throw missing('the Client ID', '--client-id or CAMPUS_CLIENT_ID');
  return { url: url.replace(/\/+$/, ''), appName, clientId };
}

/** The Client Secret, from the environment or a file, never from an argument, because other users of the machine could read it there. */
export function readSecret({ secretFile }: SettingOptions): string | undefined {
  const file = secretFile ?? process.env.CAMPUS_CLIENT_SECRET_FILE;
  if (!file) return process.env.CAMPUS_CLIENT_SECRET;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new CommandFailed(EXIT.usage, `The secret file ${file} can't be read.`, { cause });
  }
}

const missing = (what: string, where: string) =>
  new CommandFailed(EXIT.usage, `Say ${what} by ${where}; Business Office API Credentials shows it.`);
