import type { z } from 'zod';
import type { FieldError } from '../failure.ts';
import { fieldErrors } from '../wire/field-errors.ts';

/**
 * What a client sent, if it fits the schema and the rules that span several properties; else all that is wrong with it,
 * each place once (STAFF-8).
 */
export function checked<T>(
  schema: z.ZodType<T>,
  json: unknown,
  crossErrors: (json: unknown) => FieldError[],
): { sent: T } | { errors: FieldError[] } {
  const parsed = schema.safeParse(json);
  const crossed = crossErrors(json);
  if (parsed.success && crossed.length === 0) return { sent: parsed.data };
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues, schema, json);
  const told = new Set(errors.map((error) => error.pointer));
  return { errors: [...errors, ...crossed.filter((error) => !told.has(error.pointer))] };
}
