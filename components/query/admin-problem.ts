import type { FieldError } from '../../lib/failure.ts';

/** A refused call of the admin API, in the words of its problem document. */
export class AdminProblem extends Error {
  readonly status: number;
  readonly requestId: string | undefined;
  /** What is wrong with which field of the body. */
  readonly errors: readonly FieldError[];
  /** What the user must enter again before the call goes through; undefined if that is not the reason. */
  readonly needed: 'password' | 'password and code' | 'single sign-on' | undefined;
  constructor(
    message: string,
    status: number,
    { requestId, errors = [], needed }: Partial<AdminProblem> = {},
  ) {
    super(message);
    this.name = 'AdminProblem';
    this.status = status;
    this.requestId = requestId;
    this.errors = errors;
    this.needed = needed;
  }
}

/** Every query and mutation of the pages is a call of the admin API, which fails with this error only. */
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AdminProblem;
  }
}
