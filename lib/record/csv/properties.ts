import { z } from 'zod';
import { schemaAt } from '../../wire/schema-at.ts';
import { staffMemberCreateRequest } from '../schema.ts';
import { KNOWN, readHeader } from './column.ts';
import type { Needed } from './missing.ts';

/** A property that a column may be. */
export interface ColumnProperty {
  name: string;
  date: boolean;
}

/** So many employments and positions are offered; headers that name more are known all the same. */
const OFFERED = 3;

/** The API's properties as columns, in the API's order; `also`: more that a file's headers name. */
export function columnProperties(also: readonly string[] = []): ColumnProperty[] {
  const names = KNOWN.flatMap((name) =>
    /^(employments|positions)\./.test(name)
      ? Array.from({ length: OFFERED }, (_, place) => name.replace('.1.', `.${place + 1}.`))
      : [name],
  );
  const listed = grouped(names);
  return [...new Set([...listed, ...also])].map((name) => {
    const column = readHeader(name);
    return { name, date: !('unknown' in column) && column.date };
  });
}

/** All of position 1 before position 2. */
const grouped = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => names.filter((other) => groupOf(other) === groupOf(name)))),
];

const groupOf = (name: string): string => name.slice(0, name.lastIndexOf('.') + 1);

/** Which properties the API requires, of a person, and of an employment or position that has any column. */
export const NEEDED: readonly Needed[] = ['', 'employments', 'positions'].map((list) => {
  const holder = schemaAt(staffMemberCreateRequest, list ? [list, 0] : []);
  const shape = holder instanceof z.ZodObject ? (holder.shape as Record<string, z.ZodType>) : {};
  return { list, names: Object.keys(shape).filter((name) => !shape[name]?.safeParse(undefined).success) };
});
