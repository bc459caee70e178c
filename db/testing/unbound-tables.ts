import { parseSync } from 'libpg-query';

/** A node of Postgres' own parse tree: one key, its type, or a list or a leaf. */
type Node = { [key: string]: Node } | Node[] | string | number | boolean | null | undefined;

/**
 * The district's tables of a statement that are not bound to the transaction's district, by the name they have there.
 * Each needs `its.district_id = $district` among the conditions of its own level: `where` or `on`, joined by `and`. An
 * insert needs `$district` as the value of district_id.
 * @param tables SQL names of the tables that have a district
 * @param district the parameter's number, 0 where the statement has none
 */
export function unboundTables(text: string, tables: ReadonlySet<string>, district: number): string[] {
  const unbound: string[] = [];
  const visit = (node: Node): void => {
    if (Array.isArray(node)) {
      for (const inner of node) visit(inner);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    for (const [type, inner] of Object.entries(node)) {
      if (type === 'SelectStmt' || type === 'UpdateStmt' || type === 'DeleteStmt' || isSelect(type, inner))
        unbound.push(...unboundOfLevel(inner, tables, district));
      if (type === 'InsertStmt') unbound.push(...unboundInsert(inner, tables, district));
      visit(inner);
    }
  };
  visit(parseSync(text) as Node);
  return unbound;
}

/** `larg` and `rarg` of a union are selects without the wrapper. */
const isSelect = (type: string, node: Node): boolean =>
  (type === 'larg' || type === 'rarg' || type === 'selectStmt') && at(node, 'targetList') !== undefined;

function unboundOfLevel(level: Node, tables: ReadonlySet<string>, district: number): string[] {
  const sources = [at(level, 'relation'), at(level, 'fromClause'), at(level, 'usingClause')];
  const found = sources.flatMap((source) => rangesOf(source)).filter(({ table }) => tables.has(table));
  const conditions = [at(level, 'whereClause'), ...sources.flatMap(joinConditions)].flatMap(conjuncts);
  const bound = new Set(conditions.map((condition) => boundName(condition, district)));
  const alone = found.length === 1 && bound.has('');
  return found.filter(({ name }) => !alone && !bound.has(name)).map(({ name }) => name);
}

/** Tables that a `from` names itself; those of its subqueries are a level of their own. */
function rangesOf(node: Node): { table: string; name: string }[] {
  if (Array.isArray(node)) return node.flatMap(rangesOf);
  const join = at(node, 'JoinExpr');
  if (join) return [...rangesOf(at(join, 'larg')), ...rangesOf(at(join, 'rarg'))];
  // An update or a delete has its table without the wrapper.
  const range = at(node, 'RangeVar') ?? (at(node, 'relname') ? node : undefined);
  const table = at(range, 'relname');
  if (typeof table !== 'string') return [];
  return [{ table, name: String(at(at(range, 'alias'), 'aliasname') ?? table) }];
}

function joinConditions(node: Node): Node[] {
  if (Array.isArray(node)) return node.flatMap(joinConditions);
  const join = at(node, 'JoinExpr');
  if (!join) return [];
  return [at(join, 'quals'), ...joinConditions(at(join, 'larg')), ...joinConditions(at(join, 'rarg'))];
}

function conjuncts(condition: Node): Node[] {
  const bool = at(condition, 'BoolExpr');
  if (!bool) return condition ? [condition] : [];
  return at(bool, 'boolop') === 'AND_EXPR' ? (at(bool, 'args') as Node[]).flatMap(conjuncts) : [];
}

/** The table whose district the condition binds, '' where it names none, else undefined. */
function boundName(condition: Node, district: number): string | undefined {
  const compared = at(condition, 'A_Expr');
  if (at(at(at(at(compared, 'name'), 0), 'String'), 'sval') !== '=') return undefined;
  const sides = [at(compared, 'lexpr'), at(compared, 'rexpr')];
  if (!sides.some((side) => isDistrict(side, district))) return undefined;
  const column = sides.map((side) => columnPath(side)).find((path) => path?.at(-1) === 'district_id');
  return column && (column.at(-2) ?? '');
}

function unboundInsert(insert: Node, tables: ReadonlySet<string>, district: number): string[] {
  const table = String(at(at(insert, 'relation'), 'relname'));
  if (!tables.has(table)) return [];
  const columns = (at(insert, 'cols') ?? []) as Node[];
  const place = columns.findIndex((column) => at(at(column, 'ResTarget'), 'name') === 'district_id');
  const select = at(at(insert, 'selectStmt'), 'SelectStmt');
  const lists = (at(select, 'valuesLists') as Node[] | undefined)?.map((list) =>
    at(at(list, 'List'), 'items'),
  );
  const given = lists
    ? lists.map((items) => at(items, place))
    : [at(at(at(at(select, 'targetList'), place), 'ResTarget'), 'val')];
  return place >= 0 && given.every((value) => isDistrict(value, district)) ? [] : [table];
}

function isDistrict(node: Node, district: number): boolean {
  const cast = at(node, 'TypeCast');
  if (cast) return isDistrict(at(cast, 'arg'), district);
  return at(at(node, 'ParamRef'), 'number') === district && district > 0;
}

function columnPath(node: Node): string[] | undefined {
  const fields = at(at(node, 'ColumnRef'), 'fields') as Node[] | undefined;
  return fields?.map((field) => String(at(at(field, 'String'), 'sval')));
}

const at = (node: Node, key: string | number): Node =>
  typeof node === 'object' && node !== null ? (node as Record<string | number, Node>)[key] : undefined;
