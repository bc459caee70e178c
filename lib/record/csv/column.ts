import { z } from 'zod';
import { nearest } from '../../text/nearest.ts';
import { schemaAt } from '../../wire/schema-at.ts';
import { staffMemberCreateRequest } from '../schema.ts';
import type { Blanks, DateFormat, Placeholder } from './meaning.ts';
import { type NameOrder, orderOf } from './names.ts';

/** Where a column's values go in a record: names of properties and places in lists, from 0. */
export interface Column {
  header: string;
  /** Its name in the API. */
  property: string;
  path: (string | number)[];
  /** `true`, `yes` or `1` mean true there. */
  flag: boolean;
  date: boolean;
  /** How a date is written there. */
  dates: DateFormat;
  /** The latest day that a year of two digits may mean there; without it such a year isn't read. */
  latest?: string | undefined;
  /** The order of whole names, which are split; `path` is the last name's. */
  names?: NameOrder;
  /** Without it a blank cell leaves the field as it is. */
  blanks?: Blanks | undefined;
  /** What values mean there, by `placeholderKey`. */
  placeholders?: ReadonlyMap<string, Placeholder['means']>;
  coded?: Coded;
}

/** How a column's values are read as the district's codes. */
export interface Coded {
  /** Where the code goes: the column's own place, or that of the code which a description stands for. */
  path: Column['path'];
  codeOf: CodeOf;
}

/** Null: rows with the value are ignored; undefined: the value is no known one and stays as it is. */
export type CodeOf = (value: string) => string | null | undefined;

/** The places in a record that a column fills, as the steps of their paths. */
export const placesOf = ({ path, names }: Column): (string | number)[][] =>
  names ? [['lastName'], ['firstName'], ['middleName']] : [path];

/** The places that no other column of the file may fill. A whole name need not have a middle name, so another column may. */
export const uniquePlaces = (column: Column): string[] =>
  placesOf(column)
    .slice(0, 2)
    .map((place) => place.join('.'));

/** Lists longer than this have no columns. */
const MAX_ITEMS = 100;
const SHORT = /^household\.address\./i;
const LONG = 'household.householdLocations.1.address.';

/**
 * The columns of a CSV feed by the API's property names: `lastName`, `positions.1.schoolNumber`,
 * `household.address.fullStreetAddress` (short for the first of `householdLocations`). Without regard to case.
 */
export function readHeader(header: string): Column | { unknown: string; hint: string | undefined } {
  const name = header.trim();
  const order = orderOf(name);
  if (order)
    return {
      header: name,
      property: name,
      path: ['lastName'],
      names: order,
      flag: false,
      date: false,
      dates: 'iso',
    };
  const steps = name.replace(SHORT, LONG).split('.');
  const path: (string | number)[] = [];
  for (const step of steps) {
    const here = schemaAt(staffMemberCreateRequest, path);
    if (here instanceof z.ZodArray) {
      if (!/^[1-9]\d{0,2}$/.test(step) || Number(step) > MAX_ITEMS) return unknown(name);
      path.push(Number(step) - 1);
    } else if (here instanceof z.ZodObject) {
      const property = Object.keys(here.shape).find((key) => key.toLowerCase() === step.toLowerCase());
      if (!property) return unknown(name);
      path.push(property);
    } else return unknown(name);
  }
  const leaf = schemaAt(staffMemberCreateRequest, path);
  if (leaf instanceof z.ZodArray || leaf instanceof z.ZodObject) return unknown(name);
  const date = leaf?.meta()?.format === 'date';
  return {
    header: name,
    property: propertyAt(path),
    path,
    flag: leaf instanceof z.ZodBoolean,
    date,
    dates: 'iso',
  };
}

const propertyAt = (path: readonly (string | number)[]): string =>
  path
    .map((step) => (typeof step === 'number' ? step + 1 : step))
    .join('.')
    .replace(LONG, 'household.address.');

const unknown = (name: string) => ({ unknown: name, hint: nearest(name, KNOWN) });

/** What one place of each list is called; others of a list go by the same names. */
export const KNOWN: readonly string[] = leaves(staffMemberCreateRequest, '').map((name) =>
  name.replace(LONG, 'household.address.'),
);

function leaves(schema: z.ZodType, prefix: string): string[] {
  const here = schemaAt(schema, []);
  if (here instanceof z.ZodArray) return leaves(here.element as z.ZodType, `${prefix}.1`);
  if (!(here instanceof z.ZodObject)) return here instanceof z.ZodUnknown ? [] : [prefix];
  return Object.entries(here.shape).flatMap(([name, member]) =>
    leaves(member as z.ZodType, prefix ? `${prefix}.${name}` : name),
  );
}
