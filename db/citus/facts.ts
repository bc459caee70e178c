import pg from 'pg';
import { roleOf } from '../app-role.ts';
import { errorCode } from '../client.ts';
import { migrationNames } from '../pending-migrations.ts';

/** A server of the cluster, as the coordinator knows it. */
export interface CitusNode {
  /** Such as `10.0.0.2:5432`. */
  name: string;
  isCoordinator: boolean;
  active: boolean;
  holdsRows: boolean;
}

/** What a node answered when the coordinator signed in to it as a role. */
export interface NodeAnswer {
  node: string;
  role: string;
  /** The node's words; undefined when it let the role in. */
  refusal?: string;
  /** `max_prepared_transactions` there. */
  prepared?: number;
}

/** What decides whether the tables can be spread over a cluster. */
export interface CitusFacts {
  database: string;
  owner: string;
  appRole: string;
  /** Whether the server has the files of the extension. */
  installed: boolean;
  /** Of the extension in this database, such as `13.2-1`. */
  version: string | undefined;
  /** Migrations that this release has and the database does not. */
  pending: number;
  isCoordinator: boolean;
  /** `max_prepared_transactions` of the coordinator. */
  prepared: number;
  nodes: CitusNode[];
  /** Of the owner and the app's role, those that Citus has made known to the nodes. */
  knownRoles: string[];
  answers: NodeAnswer[];
}

/** Reads them, and changes nothing. */
export async function citusFacts(owner: pg.ClientBase, appUrl: string): Promise<CitusFacts> {
  const appRole = roleOf(appUrl).name;
  const { rows } = await owner.query(
    `select current_database() as database, current_user as owner,
            exists (select from pg_available_extensions where name = 'citus') as installed,
            (select extversion from pg_extension where extname = 'citus') as version,
            current_setting('max_prepared_transactions')::int as prepared,
            to_regclass('app.migration') is not null as migrated`,
  );
  const { migrated, version, ...server } = rows[0];
  const facts = {
    ...server,
    appRole,
    version: version ?? undefined,
    pending: await pending(owner, migrated),
  };
  if (!version) return { ...facts, isCoordinator: false, nodes: [], knownRoles: [], answers: [] };
  const nodes = await nodesOf(owner);
  const isCoordinator = (await owner.query('select citus_is_coordinator() as yes')).rows[0].yes;
  return {
    ...facts,
    isCoordinator,
    nodes,
    knownRoles: await knownRoles(owner, [facts.owner, appRole]),
    answers: isCoordinator
      ? [...(await answersTo(owner, facts.owner)), ...(await answersToApp(appUrl, appRole))]
      : [],
  };
}

async function pending(owner: pg.ClientBase, migrated: boolean): Promise<number> {
  if (!migrated) return migrationNames.length;
  const { rows } = await owner.query<{ name: string }>('select name from app.migration');
  const applied = new Set(rows.map(({ name }) => name));
  return migrationNames.filter((name) => !applied.has(name)).length;
}

export async function nodesOf(owner: pg.ClientBase): Promise<CitusNode[]> {
  const { rows } = await owner.query<CitusNode>(
    `select nodename || ':' || nodeport as name, groupid = 0 as "isCoordinator", isactive as active,
            shouldhaveshards as "holdsRows"
       from pg_dist_node where noderole = 'primary' order by groupid`,
  );
  return rows;
}

async function knownRoles(owner: pg.ClientBase, names: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select r.rolname as name from pg_dist_object o join pg_roles r on r.oid = o.objid
      where o.classid = 'pg_authid'::regclass and r.rolname = any($1::text[])`,
    [names],
  );
  return rows.map(({ name }) => name);
}

/** The coordinator signs in to each node as the role that asks. */
export async function answersTo(client: pg.ClientBase, role: string): Promise<NodeAnswer[]> {
  const { rows } = await client.query<{ node: string; success: boolean; result: string }>(
    `select nodename || ':' || nodeport as node, success, result
       from run_command_on_workers('show max_prepared_transactions')`,
  );
  return rows.map(({ node, success, result }) => ({
    node,
    role,
    ...(success ? { prepared: Number(result) } : { refusal: result }),
  }));
}

/** None where the role does not sign in to the coordinator: `migrate` creates it. */
async function answersToApp(appUrl: string, role: string): Promise<NodeAnswer[]> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'campus distribute' });
  client.on('error', () => {});
  try {
    await client.connect();
    return await answersTo(client, role);
  } catch (error) {
    return [{ node: 'the coordinator', role, refusal: errorCode(error) ?? String(error) }];
  } finally {
    await client.end().catch(() => {});
  }
}
