import type { CitusFacts, NodeAnswer } from './facts.ts';

/** Older ones were not tried. */
const MIN_MAJOR = 13;
const SUPERUSER = 'As a superuser, in this database on the coordinator';

/** A thing that was looked at: what was found, or what is missing and what to do. */
export interface CitusCheck {
  name: string;
  found: string;
  problem?: string;
}

/** In the order in which an operator solves them. A check is left out if the one before already answers it. */
export function citusChecks(facts: CitusFacts): CitusCheck[] {
  const extension = extensionOf(facts);
  const migrations = migrationsOf(facts);
  if (extension.problem) return [extension, migrations];
  // One without nodes does not know yet what it is.
  if (!facts.isCoordinator && facts.nodes.length > 0)
    return [
      extension,
      {
        name: 'coordinator',
        found: '',
        problem: 'This server is a node. OWNER_DATABASE_URL and DATABASE_URL must name the coordinator.',
      },
    ];
  return [extension, migrations, nodesCheck(facts), ...rolesOf(facts), preparedCheck(facts)];
}

function extensionOf({ installed, version, database }: CitusFacts): CitusCheck {
  const name = 'Citus';
  if (!installed)
    return {
      name,
      found: '',
      problem:
        'This Postgres has no Citus, so all districts stay on this one server. Install Citus on it and on each node, and add citus to shared_preload_libraries.',
    };
  if (!version)
    return {
      name,
      found: '',
      problem: `The database ${database} does not have the extension. As a superuser, in this database on the coordinator and on each node: create extension citus`,
    };
  if (Number.parseInt(version, 10) < MIN_MAJOR)
    return { name, found: '', problem: `Citus ${version} is too old. Update it to ${MIN_MAJOR} or newer.` };
  return { name, found: version };
}

function migrationsOf({ pending, version }: CitusFacts): CitusCheck {
  const name = 'migrations';
  if (pending === 0) return { name, found: 'current' };
  return {
    name,
    found: '',
    problem: version
      ? 'The tables of this release are not there yet, and can’t be made beside Citus before the database is distributed. Drop the extension (drop extension citus), run `campus migrate`, and create it again.'
      : 'The tables of this release are not there yet. Run `campus migrate`.',
  };
}

export function nodesCheck({ nodes }: Pick<CitusFacts, 'nodes'>): CitusCheck {
  const name = 'nodes';
  const holding = nodes.filter(({ holdsRows }) => holdsRows);
  if (!nodes.some(({ isCoordinator }) => isCoordinator))
    return {
      name,
      found: '',
      problem: `The coordinator does not know its own address. ${SUPERUSER}: select citus_set_coordinator_host('HOST', PORT)`,
    };
  if (holding.length === 0)
    return {
      name,
      found: '',
      problem: `No node may hold rows. ${SUPERUSER}, for each node: select citus_add_node('HOST', PORT)`,
    };
  const away = nodes.filter(({ active }) => !active).map((node) => node.name);
  if (away.length > 0)
    return {
      name,
      found: '',
      problem: `Not active: ${away.join(', ')}. ${SUPERUSER}: select citus_activate_node('HOST', PORT)`,
    };
  return { name, found: holding.map((node) => node.name).join(', ') };
}

function rolesOf({ owner, appRole, database, knownRoles, answers }: CitusFacts): CitusCheck[] {
  const own = (role: string) => `alter database "${database}" owner to "${role}"`;
  return [owner, appRole].map((role) => {
    const name = `role ${role}`;
    const refused = answers.filter((answer) => answer.role === role && answer.refusal !== undefined);
    if (!knownRoles.includes(role))
      return {
        name,
        found: '',
        problem: `Citus has not made the role known to the nodes, which it does when the role owns the database. ${SUPERUSER}: ${role === owner ? own(owner) : `begin; ${own(role)}; ${own(owner)}; commit`}`,
      };
    if (refused.length > 0) return { name, found: '', problem: refusalOf(role, refused) };
    return { name, found: 'signs in on each node' };
  });
}

export const refusalOf = (role: string, refused: readonly NodeAnswer[]): string =>
  `${refused.map(({ node, refusal }) => `${node} does not let it in (${refusal})`).join('; ')}. The role ${role} must exist on each node, and the coordinator must be able to sign in there as it (pg_hba.conf there; a password in pg_dist_authinfo or in the .pgpass of the coordinator’s Postgres).`;

export function preparedCheck({ prepared, answers }: Pick<CitusFacts, 'prepared' | 'answers'>): CitusCheck {
  const name = 'max_prepared_transactions';
  const without = [
    ...(prepared === 0 ? ['the coordinator'] : []),
    ...new Set(answers.filter((answer) => answer.prepared === 0).map(({ node }) => node)),
  ];
  if (without.length === 0) return { name, found: 'set' };
  return {
    name,
    found: '',
    problem: `It is 0 on ${without.join(', ')}: statements that touch two nodes would fail there. Set it to twice max_connections, and restart that server.`,
  };
}
