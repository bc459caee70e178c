import type { FailedPlan } from '../change/person-plan.ts';
import type { NoMatch } from '../change/plan/match-person.ts';
import { Conflict, type Failure, type FieldError, Invalid, NotFound } from '../failure.ts';

/** All errors of a record at once (STAFF-8), with a sentence that says what to do. */
export const refusal = (errors: FieldError[]): Invalid =>
  new Invalid(
    errors.length === 1 && errors[0]
      ? sentences(errors[0])
      : `${errors.length} values can't be accepted. Nothing was changed. Correct them and send the call again.`,
    errors,
  );

/** The answer to a call whose plan failed. */
export const failureOf = ({ cause, errors }: Pick<FailedPlan, 'cause' | 'errors'>): Failure => {
  const [error] = errors;
  return cause === 'values' || !error ? refusal(errors) : noMatch({ cause, error });
};

/** The answer to a call for a person or a position that Campus does not have, or has more than once. */
export function noMatch({ cause, error }: NoMatch): Failure {
  switch (cause) {
    case 'numberTaken':
      return new Conflict(sentences(error), [error]);
    case 'numberShared':
      return new Conflict(sentences(error));
    case 'numberUnknown':
      return new NotFound(sentences(error));
    case 'positionUnknown':
      return new NotFound(sentences(error), [error]);
  }
}

const sentences = ({ message, hint }: FieldError): string => (hint ? `${message} ${hint}` : message);
