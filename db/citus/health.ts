import type pg from 'pg';
import type { Database } from '../client.ts';
import { answersTo, type CitusNode, type NodeAnswer, nodesOf } from './facts.ts';
import { type CitusCheck, nodesCheck, preparedCheck, refusalOf } from './problems.ts';
import { unspreadTables } from './spread-tables.ts';

/** Longer than a node of a busy cluster takes; a node that stands still answers nothing. */
const MAX_WAIT = '10s';

/** What `campus distribute` sets for the database. */
const SETTINGS = {
  'citus.propagate_set_commands': 'local',
  'citus.multi_shard_modify_mode': 'sequential',
} as const;

/** A distributed database, as the role of web and worker sees it on the coordinator. */
export interface CitusHealth {
  role: string;
  version: string;
  nodes: CitusNode[];
  answers: NodeAnswer[];
  /** `max_prepared_transactions` of the coordinator. */
  prepared: number;
  /** Tables that should be spread and are on the coordinator alone. */
  unspread: string[];
  /** Tables whose policy binds the owner, too: Citus would lose the rows of a shard that it moves. */
  forced: string[];
  /** Of those that `campus distribute` sets, what this connection has; null where there is none. */
  settings: Record<string, string | null>;
}

/** @returns undefined on a database without the extension */
export async function citusHealth(db: Database): Promise<CitusHealth | undefined> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(`set local statement_timeout = '${MAX_WAIT}'`);
    const health = await read(client);
    await client.query('commit');
    return health;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function read(client: pg.ClientBase): Promise<CitusHealth | undefined> {
  const { rows } = await client.query<{ version: string }>(
    "select extversion as version from pg_extension where extname = 'citus'",
  );
  const version = rows[0]?.version;
  if (version === undefined) return undefined;
  const { rows: own } = await client.query<{ role: string; prepared: number; settings: (string | null)[] }>(
    `select current_user as role, current_setting('max_prepared_transactions')::int as prepared,
            array(select current_setting(name, true) from unnest($1::text[]) with ordinality as s(name, at) order by at) as settings`,
    [Object.keys(SETTINGS)],
  );
  const { role, prepared, settings } = own[0] as (typeof own)[number];
  const { rows: forced } = await client.query<{ name: string }>(
    `select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
      where c.relforcerowsecurity order by 1`,
  );
  return {
    role,
    version,
    prepared,
    nodes: await nodesOf(client),
    unspread: await unspreadTables(client),
    forced: forced.map(({ name }) => name),
    settings: Object.fromEntries(Object.keys(SETTINGS).map((name, at) => [name, settings[at] ?? null])),
    // The last: one that fails ends the transaction.
    answers: await answersTo(client, role),
  };
}

/** Pure. */
export function healthChecks(health: CitusHealth): CitusCheck[] {
  return [
    { name: 'Citus', found: health.version },
    answeringOf(health),
    preparedCheck(health),
    tablesOf(health),
    settingsOf(health),
  ];
}

function answeringOf(health: CitusHealth): CitusCheck {
  const known = nodesCheck(health);
  const refused = health.answers.filter(({ refusal }) => refusal !== undefined);
  return refused.length > 0
    ? { name: known.name, found: '', problem: refusalOf(health.role, refused) }
    : known;
}

function tablesOf({ unspread, forced }: CitusHealth): CitusCheck {
  const name = 'tables on Citus';
  if (unspread.length > 0)
    return {
      name,
      found: '',
      problem: `On the coordinator alone: ${unspread.join(', ')}. Stop web and workers, and run \`campus distribute\`.`,
    };
  if (forced.length > 0)
    return {
      name,
      found: '',
      problem: `Row level security is forced on ${forced.join(', ')}: Citus would lose the rows of a shard that it moves. Run \`campus distribute\` before you move any.`,
    };
  return { name, found: 'distributed' };
}

function settingsOf({ settings }: CitusHealth): CitusCheck {
  const name = 'settings of Citus';
  const wrong = Object.entries(SETTINGS).filter(([setting, value]) => settings[setting] !== value);
  if (wrong.length === 0) return { name, found: 'those of `campus distribute`' };
  return {
    name,
    found: '',
    problem: `Not as \`campus distribute\` sets them: ${wrong.map(([setting, value]) => `${setting} (${settings[setting] ?? 'none'}, must be ${value})`).join(', ')}. Run it again.`,
  };
}
