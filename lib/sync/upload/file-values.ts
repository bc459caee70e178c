import { Breather } from '../../concurrency/breather.ts';
import { VALUE_KINDS, type ValueKind } from '../../record/csv/meaning.ts';
import { personOfRow } from '../../record/csv/person-of-row.ts';
import { openRows, type RecordOptions } from '../../record/csv/read-table.ts';
import { isFilled } from '../../record/csv/record-of-row.ts';

/** People of a value that a page names. */
const PEOPLE_SHOWN = 3;

interface FileValue {
  /** Rows. */
  count: number;
  /** The first people who have it, as `personOfRow` names them; one more than are shown says that there are more. */
  people: string[];
}

/** The distinct values of one kind in a file. */
export interface ValuesOfKind {
  kind: ValueKind;
  /** Headers of the columns that have them. */
  columns: string[];
  values: Map<string, FileValue>;
  /** Further distinct values than MAX_DISTINCT, as cells. */
  more: number;
}

/** A district has fewer codes. */
const MAX_DISTINCT = 3_000;

/** The schools, genders, assignment codes and titles of a table. @throws as `openRows` */
export async function valuesOfFile(
  source: AsyncIterable<Uint8Array>,
  { codes, ...options }: RecordOptions,
): Promise<ValuesOfKind[]> {
  const { table, columns: all, kinds, rows } = await openRows(source, options);
  // Fixed values were chosen as they are.
  const columns = all.slice(0, table.header.length);
  const found = VALUE_KINDS.map((kind): ValuesOfKind => {
    const of = columns.filter((_, index) => kinds[index] === kind);
    return { kind, columns: of.flatMap((column) => column?.header ?? []), values: new Map(), more: 0 };
  });
  const coded = columns.flatMap((column, index) => {
    const of = found.find(({ kind }) => kind === kinds[index]);
    return column && of ? [{ column, index, of }] : [];
  });
  const nameOf = personOfRow(all);
  const breather = new Breather();
  for await (const { cells, fault } of rows) {
    await breather.breathe();
    if (fault !== undefined) continue;
    for (const { column, index, of } of coded) {
      const value = cells[index]?.trim() ?? '';
      if (!isFilled(column, value)) continue;
      const found = of.values.get(value);
      if (!found && of.values.size >= MAX_DISTINCT) {
        of.more += 1;
        continue;
      }
      const one = found ?? { count: 0, people: [] };
      if (!found) of.values.set(value, one);
      one.count += 1;
      if (one.people.length > PEOPLE_SHOWN) continue;
      const person = nameOf(cells);
      if (person !== '' && !one.people.includes(person)) one.people.push(person);
    }
  }
  return found.filter((of) => of.columns.length > 0);
}
