import { Column, is, Param, Placeholder, SQL, Subquery } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core/query-builders/select.types';
import { arrayLiteral, type Cell } from './array.ts';
import type { BuiltQuery } from './orm.ts';

/** A query ready to run: text with `$1 …`, how its values are made, and how a row becomes an object. */
export interface Compiled {
  readonly text: string;
  /** The placeholders' names by position; undefined where the value is part of the query. */
  readonly names: readonly (string | undefined)[];
  /** @throws Error naming a placeholder that `given` does not have */
  values(given: Readonly<Record<string, unknown>>): unknown[];
  /** One row, its cells in the order of the selected fields. */
  row(cells: readonly unknown[]): Record<string, unknown>;
}

/**
 * A placeholder that is used in several places becomes one parameter: `$1` is the district everywhere, so Postgres (and
 * Citus) sees that the tables are joined within it, and an array is sent once. As a value that is inserted, Drizzle wraps
 * it for its column, which changes no id of a district.
 */
export function compile(name: string, built: BuiltQuery): Compiled {
  const { sql, params } = built.getQuery();
  const places: unknown[] = [];
  const placeOf = params.map((param) => {
    const name = plainName(param);
    const same = name === undefined ? -1 : places.findIndex((other) => plainName(other) === name);
    return same >= 0 ? same + 1 : places.push(param);
  });
  const makers = places.map(valueMaker);
  return {
    text: sql.replace(/\$(\d+)/g, (_, place: string) => `$${placeOf[Number(place) - 1]}`),
    names: places.map(placeholderName),
    values: (given) => makers.map((make) => make(given)),
    row: rowMaker(name, built),
  };
}

/** Of a placeholder that is sent as it is given. */
function plainName(param: unknown): string | undefined {
  const name = placeholderName(param);
  return is(param, Placeholder) || name === 'districtId' ? name : undefined;
}

function placeholderName(param: unknown): string | undefined {
  const inner = is(param, Param) ? param.value : param;
  return is(inner, Placeholder) ? inner.name : undefined;
}

type Given = Readonly<Record<string, unknown>>;

/** Drizzle encodes null, too, and fails for a date or writes the JSON text `null`; here null is always SQL's. */
function valueMaker(param: unknown): (given: Given) => unknown {
  const name = placeholderName(param);
  const encode = is(param, Param)
    ? (value: unknown) => param.encoder.mapToDriverValue(value)
    : (value: unknown) => value;
  const finished = (value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    const encoded = encode(value);
    return Array.isArray(encoded) ? arrayLiteral(encoded as Cell[]) : encoded;
  };
  if (name === undefined) {
    const constant = finished(is(param, Param) ? param.value : param);
    return () => constant;
  }
  return (given) => {
    // undefined is a mistake, never a null: a query on a district's table outside of one has no districtId.
    if (given[name] === undefined) throw new Error(`There is no value for the parameter ${name}.`);
    return finished(given[name]);
  };
}

type Decode = ((value: unknown) => unknown) | undefined;

/**
 * One function per query, made from its keys: `(cells) => ({ "id": cells[0], … })`. With a loop that set keys by name,
 * bench/queries.ts read a thousand rows in 2,680 µs of processor time where the same rows as arrays took 2,240; with this
 * there is no difference. A selection may hold another one by name, `{ ...LOCATION, address: ADDRESS }`, which becomes an
 * object in each row; not from an outer join, where Drizzle types that object as null if there is no row.
 */
function rowMaker(name: string, built: BuiltQuery): Compiled['row'] {
  const fields = built.fields ?? [];
  if (
    fields.some(({ path }) => path.length > 2) ||
    (fields.some(({ path }) => path.length > 1) && hasOuterJoin(built))
  )
    throw new Error(`The query ${name} selects whole tables: select columns by name.`);
  const decoders = fields.map(({ field }) => decoderOf(field));
  const cellAt = (at: number) =>
    decoders[at] ? `cells[${at}] === null ? null : decoders[${at}](cells[${at}])` : `cells[${at}]`;
  const property = (key: string | undefined, value: string) => `${JSON.stringify(key)}: ${value}`;
  const places = fields.map(({ path: [key, inner] }, at) => ({ key, inner, cell: cellAt(at) }));
  const properties = [...Map.groupBy(places, ({ key }) => key)].map(([key, own]) =>
    own[0]?.inner === undefined
      ? property(key, own[0]?.cell ?? '')
      : property(key, `{ ${own.map(({ inner, cell }) => property(inner, cell)).join(', ')} }`),
  );
  return new Function('decoders', `return (cells) => ({ ${properties.join(', ')} });`)(decoders);
}

/** Drizzle hands this on to the driver's query, but for its types. */
const hasOuterJoin = (built: BuiltQuery): boolean => {
  const { joinsNotNullableMap: joined } = built as unknown as {
    joinsNotNullableMap?: Record<string, boolean>;
  };
  return Object.values(joined ?? {}).includes(false);
};

/** Undefined where the cell is the value already: of texts, ids, flags and whole numbers. */
function decoderOf(field: SelectedFieldsOrdered[number]['field']): Decode {
  if (is(field, Column))
    return field.mapFromDriverValue === Column.prototype.mapFromDriverValue
      ? undefined
      : (value) => field.mapFromDriverValue(value);
  // Drizzle keeps an expression's decoder (`mapWith`) to itself, but for its types.
  const expression = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  const { decoder } = expression as unknown as { decoder: { mapFromDriverValue(value: unknown): unknown } };
  return (value) => decoder.mapFromDriverValue(value);
}
