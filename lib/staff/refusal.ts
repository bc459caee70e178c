import { type FieldError, Invalid } from '../failure.ts';

/** All errors of a record at once (STAFF-8), with a sentence that says what to do. */
export const refusal = (errors: FieldError[]): Invalid =>
  new Invalid(
    errors.length === 1 && errors[0]
      ? `${errors[0].message}${errors[0].hint ? ` ${errors[0].hint}` : ''}`
      : `${errors.length} values can't be accepted. Nothing was changed. Correct them and send the call again.`,
    errors,
  );
