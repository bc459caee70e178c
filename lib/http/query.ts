import { z } from 'zod';
import { type FieldError, Invalid, Unreadable } from '../failure.ts';
import { nearest } from '../text/nearest.ts';
import { fieldErrors } from '../wire/field-errors.ts';
import { clip, pointerTo } from '../wire/pointer.ts';
import { readForm, twice } from './form.ts';
import { HTTP_TEXTS } from './texts.ts';

const NONE = z.object({});

/**
 * A URL's parameters by an endpoint's schema. `Unreadable` for a name that the schema lacks or that is given twice,
 * `Invalid` for a value that it refuses. The pointer is the parameter's name.
 *
 * @param search with or without its `?`
 */
export function readQuery(schema: z.ZodObject = NONE, search: string): Record<string, unknown> {
  const pairs = readForm(search.replace(/^\?/, ''));
  if (!pairs) throw new Unreadable(HTTP_TEXTS.queryUnreadable());
  const known = Object.keys(schema.shape);
  const errors: FieldError[] = [
    ...twice(pairs).map(
      (name): FieldError => ({
        pointer: pointerTo([name]),
        code: 'parameterTwice',
        message: HTTP_TEXTS.parameterTwice(clip(name)),
      }),
    ),
    ...pairs.filter(([name]) => !known.includes(name)).map(([name]) => unknownParameter(name, known)),
  ];
  const [first] = errors;
  if (first) throw new Unreadable(HTTP_TEXTS.correctQuery(first.message), errors);
  const values = Object.fromEntries(pairs);
  const read = schema.safeParse(values);
  if (read.success) return read.data;
  throw new Invalid(HTTP_TEXTS.queryInvalid(), fieldErrors(read.error.issues, schema, values));
}

function unknownParameter(name: string, known: string[]): FieldError {
  const meant = nearest(name, known);
  return {
    pointer: pointerTo([name]),
    code: 'unknownParameter',
    message: HTTP_TEXTS.parameterUnknown(clip(name)),
    hint: meant ? HTTP_TEXTS.parameterMeant(meant) : HTTP_TEXTS.parametersKnown(known),
  };
}
