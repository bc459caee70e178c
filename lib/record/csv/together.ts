import type { FieldError } from '../../failure.ts';
import { sameContact, sameName, samePhone } from '../compare.ts';
import { TABLE_TEXTS } from './texts.ts';

type Tree = Record<string, unknown>;

/** A row of a person. */
export interface PersonRow {
  line: number;
  record: Tree;
  faults: readonly FieldError[];
}

/** The rows of one person as one record. */
export interface TogetherRecord {
  record: Tree;
  errors: FieldError[];
  /** Which row a place of the record comes from, and the place in that row's own record. */
  originOf(steps: readonly string[]): { row: number; steps: string[] };
}

interface Item {
  value: unknown;
  row: number;
  at: number;
}

/**
 * Puts the rows of one person together: each brings its employments and positions, an equal one once. All else is of
 * the person: a blank cell leaves it to the other rows, and cells that differ are an error that names both lines. What
 * Campus compares as equal does not differ: it is as the first row spells it (STAFF-1, STAFF-6, ID-5). Pure.
 */
export function putTogether(rows: readonly PersonRow[]): TogetherRecord {
  const [only] = rows;
  if (only && rows.length === 1 && hasShortLists(only.record))
    return { ...{ record: only.record, errors: [...only.faults] }, originOf: inOnlyRow };
  const record: Tree = {};
  const from = new Map<string, number>();
  const lists = new Map<string, Item[]>();
  const errors: FieldError[] = [];
  for (const [row, { record: own, line }] of rows.entries())
    for (const [name, value] of Object.entries(own)) {
      if (Array.isArray(value)) {
        const items = lists.get(name) ?? [];
        lists.set(name, items);
        for (const [at, item] of value.entries()) addItem(items, { value: item, row, at }, name);
        continue;
      }
      const before = record[name];
      if (before === undefined || before === '') {
        record[name] = value;
        from.set(name, row);
      } else if (value !== '' && name !== 'staffNumber') {
        const merged = merge(before, value, name);
        if (merged !== undefined) record[name] = merged;
        else errors.push(differs(name, rows[from.get(name) ?? 0]?.line ?? 0, line));
      }
    }
  for (const [name, items] of lists) record[name] = items.map(({ value }) => value);
  const originOf = (steps: readonly string[]) => {
    const [name = '', at, ...rest] = steps;
    const item = lists.get(name)?.[Number(at)];
    return item
      ? { row: item.row, steps: [name, String(item.at), ...rest] }
      : { row: from.get(name) ?? 0, steps: [...steps] };
  };
  for (const [row, { faults }] of rows.entries())
    for (const fault of faults) errors.push({ ...fault, pointer: placed(fault.pointer, row, lists) });
  return { record, errors, originOf };
}

/** Most people: nothing can be in their one row twice. */
const hasShortLists = (record: Tree): boolean =>
  Object.values(record).every((value) => !Array.isArray(value) || value.length < 2);

const inOnlyRow = (steps: readonly string[]) => ({ row: 0, steps: [...steps] });

/** An employment whose end only some rows have is one employment; positions are the same only if all is. */
function addItem(items: Item[], item: Item, list: string): void {
  for (const other of items) {
    const merged = merge(other.value, item.value);
    if (merged === undefined) continue;
    if (list !== 'employments' && !isEqual(other.value, item.value)) continue;
    other.value = merged;
    return;
  }
  items.push(item);
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Both together, if they contradict each other nowhere. */
function merge(a: unknown, b: unknown, name = ''): unknown {
  if (isEqual(a, b) || saysTheSame(name, a, b)) return a;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return undefined;
  const both = (Array.isArray(a) ? [...a] : { ...a }) as Tree;
  for (const [step, value] of Object.entries(b)) {
    const merged = both[step] === undefined ? value : merge(both[step], value, step);
    if (merged === undefined) return undefined;
    both[step] = merged;
  }
  return both;
}

const SAME: Readonly<Record<string, typeof samePhone>> = {
  ...sameContact,
  ...{ lastName: sameName, firstName: sameName, middleName: sameName },
  /** Of the household. */
  phone: samePhone,
  ssn: (a, b) => digitsOf(a) !== '' && digitsOf(a) === digitsOf(b),
};
const digitsOf = (text: string | null) => (text ?? '').replace(/[\s-]/g, '');

const saysTheSame = (name: string, a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && (SAME[name]?.(a, b) ?? false);

function differs(name: string, line: number, other: number): FieldError {
  return { pointer: `/${name}`, code: 'rowsDiffer', ...TABLE_TEXTS.rowsDiffer(name, line, other) };
}

function placed(pointer: string, row: number, lists: ReadonlyMap<string, readonly Item[]>): string {
  const [, name = '', at, ...rest] = pointer.split('/');
  const index = lists.get(name)?.findIndex((item) => item.row === row && item.at === Number(at)) ?? -1;
  return index < 0 ? pointer : ['', name, index, ...rest].join('/');
}
