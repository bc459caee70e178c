import { z } from 'zod';
import { type FieldError, Invalid, Unreadable } from '../failure.ts';
import { nearest } from '../text/nearest.ts';
import { fieldErrors } from '../wire/field-errors.ts';
import { clip, pointerTo } from '../wire/pointer.ts';
import { readForm, twice } from './form.ts';

const NONE = z.object({});

/**
 * A URL's parameters by an endpoint's schema. `Unreadable` for a name that the schema lacks or that is given twice,
 * `Invalid` for a value that it refuses. The pointer is the parameter's name.
 *
 * @param search with or without its `?`
 */
export function readQuery(schema: z.ZodObject = NONE, search: string): Record<string, unknown> {
  const pairs = readForm(search.replace(/^\?/, ''));
  if (!pairs)
    throw new Unreadable(
      "The query can't be read: every % must begin an encoded character of UTF-8, never NUL.",
    );
  const known = Object.keys(schema.shape);
  const errors: FieldError[] = [
    ...twice(pairs).map(
      (name): FieldError => ({
        pointer: pointerTo([name]),
        code: 'parameterTwice',
        message: `The parameter ${clip(name)} is given twice.`,
      }),
    ),
    ...pairs.filter(([name]) => !known.includes(name)).map(([name]) => unknownParameter(name, known)),
  ];
  if (errors.length > 0)
    throw new Unreadable(`${errors[0]?.message} Correct the query and send it again.`, errors);
  const values = Object.fromEntries(pairs);
  const read = schema.safeParse(values);
  if (read.success) return read.data;
  throw new Invalid(
    "The query holds values that can't be used. Correct them and send it again.",
    fieldErrors(read.error.issues, schema, values),
  );
}

function unknownParameter(name: string, known: string[]): FieldError {
  const meant = nearest(name, known);
  return {
    pointer: pointerTo([name]),
    code: 'unknownParameter',
    message: `The parameter ${clip(name)} is not known here.`,
    hint: meant
      ? `Did you mean ${meant}?`
      : known.length > 0
        ? `Known here: ${known.join(', ')}.`
        : 'No parameter is known here.',
  };
}
