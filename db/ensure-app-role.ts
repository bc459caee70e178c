import pg from 'pg';
import { roleOf } from './app-role.ts';
import { errorCode } from './client.ts';
import { scramVerifier } from './scram-verifier.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;

/**
 * Creates the role of `appUrl`, or gives it the password of that URL. Leaves alone a role that signs in already,
 * so that where roles are somebody else's to make, the owner need not be able to.
 */
export async function ensureAppRole(owner: pg.ClientBase, appUrl: string): Promise<void> {
  if (await signsIn(appUrl)) return;
  const { name, password } = roleOf(appUrl);
  if (!PRINTABLE_ASCII.test(password))
    throw new Error(
      `DATABASE_URL does not sign in as ${name}. To create that role, give it a password of letters, digits and signs.`,
    );
  const role = pg.escapeIdentifier(name);
  const verifier = pg.escapeLiteral(scramVerifier(password));
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [name]);
  try {
    await owner.query(`${rowCount ? 'alter' : 'create'} role ${role} login password ${verifier}`);
  } catch (cause) {
    if (errorCode(cause) !== INSUFFICIENT_PRIVILEGE) throw cause;
    throw new Error(
      `The owner may not ${rowCount ? 'alter' : 'create'} the role ${role}: give it CREATEROLE for this once.`,
      { cause },
    );
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
