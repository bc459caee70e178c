import pg from 'pg';
import type { AppRole } from './app-role.ts';
import { errorCode } from './client.ts';
import { scramVerifier } from './scram-verifier.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Creates the app's role, or gives it the password that CAMPUS_KEY says. Leaves alone a role that signs in already,
 * so that where roles are somebody else's to make, the owner need not be able to.
 */
export async function ensureAppRole(owner: pg.ClientBase, role: AppRole): Promise<void> {
  if (await signsIn(role)) return;
  const name = pg.escapeIdentifier(role.name);
  const password = pg.escapeLiteral(scramVerifier(role.password));
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role.name]);
  try {
    await owner.query(`${rowCount ? 'alter' : 'create'} role ${name} login password ${password}`);
  } catch (cause) {
    if (errorCode(cause) !== INSUFFICIENT_PRIVILEGE) throw cause;
    throw new Error(
      `The owner may not ${rowCount ? 'alter' : 'create'} the role ${name}: give it CREATEROLE for this once.`,
      { cause },
    );
  }
}

async function signsIn(role: AppRole): Promise<boolean> {
  const client = new pg.Client({ connectionString: role.url });
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
