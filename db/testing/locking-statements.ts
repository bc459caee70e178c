import { parseSync } from 'libpg-query';
import { OUTSIDE } from '../carry-out.ts';

type Node = { [key: string]: Node } | Node[] | string | number | boolean | null | undefined;

/**
 * What of a migration would keep reads or writes waiting for longer than a moment, or break the release before it while
 * both run (docs/operators/updating.md): one sentence each.
 * @param validated constraints that earlier migrations have validated
 */
export function lockingStatements(text: string, validated: ReadonlySet<string> = new Set()): string[] {
  const pieces = text.split('--> statement-breakpoint').map(statementsOf);
  const statements = pieces.flat();
  const made = new Set(statements.map((one) => named(at(one, 'CreateStmt', 'relation'))));
  const outside = text.startsWith(OUTSIDE);
  return [
    ...pieces.filter((all) => all.length > 1).map(() => 'Put one statement between two breakpoints.'),
    ...statements.flatMap((one) => faultsOf(one, { made, outside, validated })),
  ];
}

/** The constraints that a migration validates. */
export const validatedIn = (text: string): string[] =>
  statementsOf(text).flatMap((one) =>
    list(at(one, 'AlterTableStmt', 'cmds')).flatMap((command) =>
      at(command, 'AlterTableCmd', 'subtype') === 'AT_ValidateConstraint'
        ? String(at(command, 'AlterTableCmd', 'name'))
        : [],
    ),
  );

interface Known {
  made: ReadonlySet<string>;
  outside: boolean;
  validated: ReadonlySet<string>;
}

function faultsOf(statement: Node, known: Known): string[] {
  const [type, inner] = Object.entries((statement ?? {}) as Record<string, Node>)[0] ?? [];
  const table = named(at(inner, 'relation'));
  const isNew = known.made.has(table);
  const concurrent = at(inner, 'concurrent') === true;
  if (concurrent && !known.outside)
    return [`Begin the migration with “${OUTSIDE}”: an index is built concurrently only there.`];
  if (known.outside && !concurrent)
    return ['A migration outside of a transaction only drops and builds one index concurrently.'];
  switch (type) {
    case 'IndexStmt':
      return isNew || concurrent
        ? []
        : [
            `The index on ${table} stops writes while it is built: build it concurrently, in a migration of its own.`,
          ];
    case 'AlterTableStmt':
      return isNew ? [] : list(at(inner, 'cmds')).flatMap((command) => alteration(command, table, known));
    case 'UpdateStmt':
    case 'DeleteStmt':
      return isNew
        ? []
        : [`Rows of ${table} are written in one transaction: let the product do it in batches.`];
    case 'RenameStmt':
      return [
        `A name of ${table} changes: the release before reads the old one. Add a column, and drop the old one a release later.`,
      ];
    case 'DropStmt':
      return at(inner, 'removeType') === 'OBJECT_TABLE'
        ? ['A table is dropped: say in the test which release used it last.']
        : [];
    case 'TruncateStmt':
    case 'ClusterStmt':
    case 'LockStmt':
    case 'ReindexStmt':
    case 'VacuumStmt':
      return ['The statement locks a whole table.'];
    default:
      return [];
  }
}

function alteration(command: Node, table: string, { validated }: Known): string[] {
  const inner = at(command, 'AlterTableCmd');
  const name = String(at(inner, 'name') ?? at(inner, 'def', 'ColumnDef', 'colname') ?? '');
  const constraint = at(inner, 'def', 'Constraint');
  switch (at(inner, 'subtype')) {
    case 'AT_SetNotNull': {
      const check = `${table}_${name}_set`;
      return validated.has(check)
        ? []
        : [
            `“not null” on ${table}.${name} reads the table under a lock: add the check ${check} as not valid, validate it in a later migration, then set it.`,
          ];
    }
    case 'AT_AlterColumnType':
      return [
        `The type of ${table}.${name} changes: the table is rewritten under a lock. Add a column instead.`,
      ];
    case 'AT_DropColumn':
      return [`${table}.${name} is dropped: say in the test which release used it last.`];
    case 'AT_AddColumn':
      return list(at(inner, 'def', 'ColumnDef', 'constraints')).flatMap((one) =>
        newColumn(one, `${table}.${name}`),
      );
    case 'AT_AddConstraint':
      return at(constraint, 'skip_validation') === true || at(constraint, 'indexname')
        ? []
        : [
            `The constraint on ${table} is checked under a lock: add it as not valid and validate it in a later migration, or build its index concurrently before.`,
          ];
    default:
      return [];
  }
}

function newColumn(constraint: Node, column: string): string[] {
  const inner = at(constraint, 'Constraint');
  const value = at(inner, 'raw_expr');
  switch (at(inner, 'contype')) {
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return [`${column} is unique: its index is built under a lock.`];
    case 'CONSTR_GENERATED':
      return [`${column} is computed: the table is rewritten under a lock.`];
    case 'CONSTR_DEFAULT':
      return isConstant(value)
        ? []
        : [`The default of ${column} is computed per row: the table is rewritten under a lock.`];
    default:
      return [];
  }
}

/** Also `now()`, which is one moment for all rows, and a cast of a constant. */
function isConstant(value: Node): boolean {
  const call = at(value, 'FuncCall', 'funcname');
  if (call) return JSON.stringify(call).includes('"now"');
  const cast = at(value, 'TypeCast', 'arg');
  return cast
    ? isConstant(cast)
    : at(value, 'A_Const') !== undefined || at(value, 'A_ArrayExpr') !== undefined;
}

const statementsOf = (text: string): Node[] =>
  list(at(parseSync(text) as Node, 'stmts')).map((one) => at(one, 'stmt'));

const list = (node: Node): Node[] => (Array.isArray(node) ? node : []);

function at(node: Node, ...path: string[]): Node {
  return path.reduce<Node>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner[key] : undefined,
    node,
  );
}

function named(relation: Node): string {
  const schema = at(relation, 'schemaname');
  return [...(typeof schema === 'string' ? [schema] : []), String(at(relation, 'relname') ?? '')].join('.');
}
