import type { FieldError } from '../../lib/failure.ts';

/** A refused call of the admin API, in the words of its problem document. */
export class AdminProblem extends Error {
  readonly status: number;
  readonly requestId: string | undefined;
  /** What is wrong with which field of the body. */
  readonly errors: readonly FieldError[];
  constructor(message: string, status: number, requestId?: string, errors: readonly FieldError[] = []) {
    super(message);
    this.name = 'AdminProblem';
    this.status = status;
    this.requestId = requestId;
    this.errors = errors;
  }
}

/** Every query and mutation of the pages is a call of the admin API, which fails with this error only. */
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AdminProblem;
  }
}
