import { type FieldError, TooLarge } from '../../failure.ts';
import { tooManyErrors } from './texts.ts';

const MAX_ERRORS = 100_000;

/** The errors of a call that stages nothing. Stops at 100,000, so that a wholly broken file can't exhaust memory. */
export class CallErrors {
  readonly all: FieldError[] = [];
  /** @throws TooLarge */
  add(errors: readonly FieldError[]): void {
    this.all.push(...errors);
    if (this.all.length > MAX_ERRORS) throw new TooLarge(tooManyErrors(MAX_ERRORS), this.all);
  }
}
