import { parseSync } from 'libpg-query';

/** A node of Postgres' own parse tree: one key, its type, or a list or a leaf. */
type Node = { [key: string]: Node } | Node[] | string | number | boolean | null | undefined;

/** Each call gives another value: the nodes and the coordinator would have different ones. */
const VOLATILE = ['random', 'gen_random_uuid', 'clock_timestamp', 'timeofday', 'nextval', 'setval'];
/** They depend on a session's settings. With a column among their arguments Citus does not compute them in an update. */
const STABLE = [
  'to_json',
  'to_jsonb',
  'json_build_object',
  'jsonb_build_object',
  'to_char',
  'concat',
  'format',
];

/**
 * What Citus 13.2 refuses in a statement of one district, in words; each was seen there. Whether its tables are bound to the
 * district, so that one node has them all, is for `unboundTables` to say.
 * @param tables SQL names of the tables that are spread by their district
 */
export function refusedByCitus(text: string, tables: ReadonlySet<string>): string[] {
  const refused = new Set<string>();
  const named = { spread: false, elsewhere: '' };
  visit(parseSync(text) as Node, (type, node) => {
    if (type === 'RangeVar' || type === 'relation') noteTable(node, tables, named);
    if (type === 'InsertStmt') for (const reason of ofInsert(node)) refused.add(reason);
    if (type === 'UpdateStmt') for (const reason of ofSet(at(node, 'targetList'))) refused.add(reason);
    if (type === 'MergeStmt') refused.add('merge');
    if (type === 'TruncateStmt' || type === 'LockStmt' || type === 'CopyStmt')
      refused.add('truncate, lock or copy: row level security does not bind them to a district');
  });
  if (named.spread && named.elsewhere)
    refused.add(`${named.elsewhere} is on the coordinator alone, and joined with a table that is spread`);
  return [...refused];
}

function noteTable(node: Node, tables: ReadonlySet<string>, named: { spread: boolean; elsewhere: string }) {
  const table = at(node, 'relname');
  if (typeof table !== 'string') return;
  const schema = at(node, 'schemaname');
  if (schema === undefined) named.spread ||= tables.has(table);
  else named.elsewhere ||= `${schema}.${table}`;
}

function ofInsert(insert: Node): string[] {
  const select = at(at(insert, 'selectStmt'), 'SelectStmt');
  const conflict = at(insert, 'onConflictClause');
  const reasons = ofSet(at(conflict, 'targetList'));
  const rows = at(select, 'valuesLists');
  if (rows !== undefined) {
    if (holds(rows, 'SubLink')) reasons.push('a subquery among the values of an insert: read it before');
  } else if (select !== undefined) {
    if (at(insert, 'returningClause') === undefined)
      reasons.push(
        'insert … select without returning: Citus would write it by COPY, and after a conflict count all rows as inserted',
      );
    if (holds(at(conflict, 'targetList'), 'ParamRef'))
      reasons.push('a parameter after the conflict of an insert … select, which Citus loses');
  }
  return reasons;
}

/** Of an update, or of an insert after a conflict. */
function ofSet(targets: Node): string[] {
  if (!Array.isArray(targets)) return [];
  const reasons: string[] = [];
  for (const target of targets.map((one) => at(one, 'ResTarget'))) {
    if (at(target, 'name') === 'district_id')
      reasons.push('district_id is set: a row never changes its node');
    visit({ value: at(target, 'val') }, (type, call) => {
      if (type !== 'FuncCall') return;
      const name = String(at(at(listOf(at(call, 'funcname')).at(-1), 'String'), 'sval'));
      if (VOLATILE.includes(name)) reasons.push(`${name}() in set: give the value as a parameter`);
      if (STABLE.includes(name) && holds(at(call, 'args'), 'ColumnRef'))
        reasons.push(`${name}() of a column in set: compute it before`);
    });
  }
  return reasons;
}

function visit(node: Node, look: (type: string, node: Node) => void): void {
  if (Array.isArray(node)) for (const inner of node) visit(inner, look);
  else if (typeof node === 'object' && node !== null)
    for (const [type, inner] of Object.entries(node)) {
      look(type, inner);
      visit(inner, look);
    }
}

function holds(node: Node, wanted: string): boolean {
  let found = false;
  visit(node, (type) => {
    found ||= type === wanted;
  });
  return found;
}

const listOf = (node: Node): Node[] => (Array.isArray(node) ? node : []);
const at = (node: Node, key: string): Node =>
  typeof node === 'object' && node !== null ? (node as Record<string, Node>)[key] : undefined;
