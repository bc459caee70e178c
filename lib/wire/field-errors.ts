import { z } from 'zod';
import type { FieldError } from '../failure.ts';
import { nearest } from '../text/nearest.ts';
import { count } from '../text/numbers.ts';
import { pointerTo } from './pointer.ts';
import type { Refusal } from './refusal.ts';
import { schemaAt } from './schema-at.ts';

/** A client that sends more has one cause for all of them. */
const MAX_ERRORS = 1_000;
const MAX_UNKNOWN = 100;
/** Names that are compared with the known ones: each takes 0.1 ms. */
const MAX_HINTED = 20;

/**
 * The one place where a schema's issues become errors that a client can act on: one per property, with a pointer into
 * `json`, a code of the closed list in lib/codes, and a hint where one helps. Never holds a value. At most 1,000 of
 * them, and 100 unknown names of an object; the last one then says how many more there are.
 */
export function fieldErrors(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  json: unknown,
): FieldError[] {
  let hinted = 0;
  const nearestOf = (name: string, known: readonly string[]) =>
    hinted++ < MAX_HINTED ? nearest(name, known) : undefined;
  const errors: FieldError[] = [];
  for (const issue of issues.slice(0, MAX_ERRORS))
    if (issue.code === 'unrecognized_keys')
      for (const error of unknownProperties(issue, schema, nearestOf)) errors.push(error);
    else errors.push(fieldError(issue, json));
  return firstErrors(errors, issues.length - MAX_ERRORS);
}

/** The first errors of a record, and one that says how many more there are. */
export function firstErrors(errors: FieldError[], others = 0, most = MAX_ERRORS): FieldError[] {
  const more = Math.max(0, errors.length - most) + Math.max(0, others);
  if (more === 0) return errors;
  const message = `The record has ${count(more)} more errors, which are not listed.`;
  return [...errors.slice(0, most), { pointer: '', code: 'moreErrors', message }];
}

function unknownProperties(
  { keys, path }: z.core.$ZodIssueUnrecognizedKeys,
  schema: z.ZodType,
  nearestOf: typeof nearest,
): FieldError[] {
  const known = namesOf(schemaAt(schema, path));
  const knownHere = `Known here: ${known.join(', ')}.`;
  const errors = keys.slice(0, MAX_UNKNOWN).map((key): FieldError => {
    const meant = nearestOf(key, known);
    return {
      pointer: pointerTo([...path, key]),
      code: 'unknownProperty',
      message: meant
        ? `"${short(key)}" is not a known property; the nearest one is "${meant}".`
        : `"${short(key)}" is not a known property.`,
      hint: meant ? `Rename it to "${meant}" or leave it out.` : knownHere,
    };
  });
  const more = keys.length - MAX_UNKNOWN;
  if (more > 0)
    errors.push({
      pointer: pointerTo(path),
      code: 'unknownProperty',
      message: `${count(more)} more properties of this object are not known.`,
      hint: knownHere,
    });
  return errors;
}

/** What a client may send, in order; properties that are only tolerated in an answer sent back are `unknown`. */
function namesOf(schema: z.ZodType | undefined): string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, property]) =>
    schemaAt(property as z.ZodType, []) instanceof z.ZodUnknown ? [] : [name],
  );
}

function fieldError(issue: z.core.$ZodIssue, json: unknown): FieldError {
  const { code, message, hint } = refusalOf(issue, valueAt(json, issue.path));
  const name = nameOf(issue.path);
  return { pointer: pointerTo(issue.path), code, message: `${name} ${message}.`, ...(hint && { hint }) };
}

function refusalOf(issue: z.core.$ZodIssue, value: unknown): Refusal {
  if (issue.code === 'custom')
    return {
      code: issue.params?.code ?? 'invalid',
      message: issue.message,
      ...(issue.params?.hint && { hint: String(issue.params.hint) }),
    };
  if (issue.code === 'too_big' && issue.origin === 'array')
    return { code: 'tooMany', message: `has more than ${issue.maximum} entries` };
  if (issue.code === 'too_small' && issue.origin === 'array')
    return { code: 'required', message: `needs at least ${issue.minimum} entry` };
  if (issue.code !== 'invalid_type') return { code: 'invalid', message: `is not valid: ${issue.message}` };
  if (value === undefined) return { code: 'required', message: 'is required' };
  return wrongType(issue.expected, value);
}

function wrongType(expected: string, value: unknown): Refusal {
  switch (expected) {
    case 'string':
      if (value === null) return { code: 'required', message: "is required and can't be null" };
      return {
        code: 'notAString',
        message: `must be a string, not ${kindOf(value)}`,
        ...(typeof value === 'number' && { hint: 'Send it in quotes: a number loses its leading zeros.' }),
      };
    case 'boolean':
      return { code: 'notABoolean', message: `must be true or false, not ${kindOf(value)}` };
    case 'array':
      return {
        code: 'notAList',
        message: `must be a list, not ${kindOf(value)}`,
        ...(value === null && { hint: 'Leave it out to keep what is there.' }),
      };
    case 'object':
      return { code: 'notAnObject', message: `must be an object, not ${kindOf(value)}` };
    default:
      return { code: 'invalid', message: `must be ${expected}, not ${kindOf(value)}` };
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a string', number: 'a number', boolean: 'a boolean' }[typeof value as string] ?? 'an object'
  );
}

/** `schoolNumber`, `positions[2]`, or the record as a whole. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The record';
  return typeof last === 'number' ? `${String(path.at(-2) ?? 'entry')}[${last}]` : String(last);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

const short = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
