import { parseSync } from 'libpg-query';

type Node = { [key: string]: Node } | Node[] | string | number | boolean | null | undefined;

/** What a statement writes into a column: parameters by number, and columns that it reads. */
export interface WrittenValue {
  table: string;
  column: string;
  params: number[];
  columns: string[];
}

/** Every value that the inserts and updates of a statement write, also in `with` and after a conflict. */
export function writtenValues(text: string): WrittenValue[] {
  const written: WrittenValue[] = [];
  const visit = (node: Node): void => {
    if (Array.isArray(node)) {
      for (const inner of node) visit(inner);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    if (node.InsertStmt) written.push(...ofInsert(node.InsertStmt));
    if (node.UpdateStmt) written.push(...ofSet(tableOf(node.UpdateStmt), at(node.UpdateStmt, 'targetList')));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseSync(text) as Node);
  return written;
}

function ofInsert(insert: Node): WrittenValue[] {
  const table = tableOf(insert);
  const columns = listOf(at(insert, 'cols')).map((column) => String(at(at(column, 'ResTarget'), 'name')));
  const select = at(at(insert, 'selectStmt'), 'SelectStmt');
  const rows = at(select, 'valuesLists')
    ? listOf(at(select, 'valuesLists')).map((row) => listOf(at(at(row, 'List'), 'items')))
    : [listOf(at(select, 'targetList')).map((target) => at(at(target, 'ResTarget'), 'val'))];
  return [
    ...rows.flatMap((row) => columns.map((column, i) => ({ table, column, ...readBy(row[i]) }))),
    ...ofSet(table, at(at(insert, 'onConflictClause'), 'targetList')),
  ];
}

const ofSet = (table: string, targets: Node): WrittenValue[] =>
  listOf(targets).map((target) => ({
    table,
    column: String(at(at(target, 'ResTarget'), 'name')),
    ...readBy(at(at(target, 'ResTarget'), 'val')),
  }));

function readBy(value: Node): Pick<WrittenValue, 'params' | 'columns'> {
  const read = { params: [] as number[], columns: [] as string[] };
  const visit = (node: Node): void => {
    if (Array.isArray(node)) for (const inner of node) visit(inner);
    else if (typeof node === 'object' && node !== null) {
      if (node.ParamRef) read.params.push(Number(at(node.ParamRef, 'number')));
      if (node.ColumnRef)
        read.columns.push(
          listOf(at(node.ColumnRef, 'fields'))
            .map((field) => at(at(field, 'String'), 'sval'))
            .join('.'),
        );
      for (const inner of Object.values(node)) visit(inner);
    }
  };
  visit(value);
  return read;
}

const tableOf = (statement: Node): string => String(at(at(statement, 'relation'), 'relname'));
const listOf = (node: Node): Node[] => (Array.isArray(node) ? node : []);
const at = (node: Node, key: string): Node =>
  typeof node === 'object' && node !== null ? (node as Record<string, Node>)[key] : undefined;
