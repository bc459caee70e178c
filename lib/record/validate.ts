import type { z } from 'zod';
import type { FieldError } from '../failure.ts';
import { fieldErrors, firstErrors } from '../wire/field-errors.ts';

/**
 * Validates what a client sent against a schema and the rules that span several properties.
 *
 * @returns the parsed record, or all errors, one per pointer (STAFF-8), but no more than a thousand
 */
export function validate<T>(
  schema: z.ZodType<T>,
  json: unknown,
  crossErrors: (json: unknown) => FieldError[],
): { sent: T } | { errors: FieldError[] } {
  const parsed = schema.safeParse(json);
  const crossed = crossErrors(json);
  if (parsed.success && crossed.length === 0) return { sent: parsed.data };
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues, schema, json);
  const reported = new Set(errors.map((error) => error.pointer));
  return { errors: firstErrors([...errors, ...crossed.filter(({ pointer }) => !reported.has(pointer))]) };
}
