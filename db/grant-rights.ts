import pg from 'pg';

/** Shared by all districts: changed by the command line only. */
const READ_ONLY = ['district'];
/** The app can't rewrite its own audit. */
const APPEND_ONLY = ['audit_event'];

/** Gives the app's role what it needs and no more, whatever it had before. It owns nothing and can't truncate. */
export async function grantRights(owner: pg.ClientBase, roleName: string): Promise<void> {
  const role = pg.escapeIdentifier(roleName);
  await owner.query('begin');
  try {
    await owner.query(`revoke all on all tables in schema public, app, pgboss from ${role}`);
    await owner.query(
      `grant select, insert, update, delete on all tables in schema public, pgboss to ${role}`,
    );
    await owner.query(`revoke insert, update, delete on ${READ_ONLY.join()} from ${role}`);
    await owner.query(`revoke update, delete on ${APPEND_ONLY.join()} from ${role}`);
    await owner.query(`grant select on app.migration to ${role}`);
    await owner.query(`grant usage on schema app, pgboss to ${role}`);
    await owner.query(`grant usage, select on all sequences in schema pgboss to ${role}`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}
