import { type FieldError, Invalid, TooLarge, Unreadable } from '../../failure.ts';
import { recordsRefused, tooManyErrors } from './texts.ts';

const MAX_ERRORS = 100_000;

/** The errors of a call that stages nothing. Stops at 100,000, so that a wholly broken file can't exhaust memory. */
export class CallErrors {
  readonly all: FieldError[] = [];
  /** Whether a record could not even be read. */
  unreadable = false;

  /** @throws TooLarge */
  add(errors: readonly FieldError[]): void {
    // Not spread: a hundred thousand arguments overflow the stack.
    for (const error of errors) this.all.push(error);
    if (this.all.length > MAX_ERRORS) throw new TooLarge(tooManyErrors(MAX_ERRORS), this.all);
  }

  /** @throws Invalid, or Unreadable, with all of them in the order sent */
  throwIfAny(): void {
    if (this.all.length === 0) return;
    const sorted = this.all.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
    const detail = recordsRefused(new Set(sorted.map((error) => error.index)).size);
    throw this.unreadable ? new Unreadable(detail, sorted) : new Invalid(detail, sorted);
  }
}
