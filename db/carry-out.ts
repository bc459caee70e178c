import type pg from 'pg';

/** The first line of a migration whose statements run each by itself: an index can be built concurrently there only. */
export const OUTSIDE = '-- Outside of a transaction.';

/**
 * Carries out a migration and notes its name: in one transaction, whole or not at all; or, where its first line says so,
 * statement by statement. Such a one can be carried out again after it was interrupted: it drops its index before it builds it.
 *
 * @throws Error that names the migration; its cause is the database's error
 */
export async function carryOut(client: pg.ClientBase, name: string, text: string): Promise<void> {
  const statements = text.split('--> statement-breakpoint');
  const note = () => client.query('insert into app.migration (name) values ($1)', [name]);
  if (text.startsWith(OUTSIDE)) return outside(client, name, statements, note);
  await client.query('begin');
  try {
    // Rather fail than make all other statements wait for a lock that this one can't get.
    await client.query("set local lock_timeout = '30s'");
    for (const statement of statements) await client.query(statement);
    await note();
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw new Error(`The migration ${name} failed; nothing of it was kept.`, { cause });
  }
}

/** Without a limit for locks: a concurrent build waits for older transactions and keeps nobody waiting meanwhile. */
async function outside(
  client: pg.ClientBase,
  name: string,
  statements: readonly string[],
  note: () => Promise<unknown>,
): Promise<void> {
  try {
    for (const statement of statements) await client.query(statement);
    await note();
  } catch (cause) {
    throw new Error(`The migration ${name} failed; run \`campus migrate\` again.`, { cause });
  }
}
