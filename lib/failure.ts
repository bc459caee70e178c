import type { ErrorCode, WarningCode } from './codes/code.ts';

/** One thing that is wrong with what a client sent, or with one person of a commit. API.md, *Conventions*. */
export interface FieldError {
  /** JSON pointer into the body as sent, `''` for the whole of it. */
  pointer: string;
  code: ErrorCode;
  message: string;
  hint?: string;
  /** In a transfer: which record of the call, from 0, and whose. */
  index?: number;
  staffNumber?: string;
  /** A staffNumber sent twice: the other record of this call, or the place where an earlier call staged it. */
  otherIndex?: number;
  stagedAt?: string;
  /** In a table: the line, or the row of a workbook, from 1, and the column by its header. */
  line?: number;
  column?: string;
}

/** Where HR's wish was not wholly carried out, or looks odd. */
export interface Warning {
  code: WarningCode;
  message: string;
  pointer?: string;
  /** Of `likelyDuplicate`: who in Campus is likely the same person (CMB-2). */
  candidates?: { id: string; staffNumber: string | null; score: number; reasons: string[] }[];
}

/** A request that can't go on. lib/http/problem.ts alone knows which status answers which failure. */
export class Failure extends Error {
  readonly errors: FieldError[];
  /** More members of the problem document, such as `allowed` or `jobId`. */
  readonly facts: Record<string, unknown>;
  constructor(message: string, errors: FieldError[] = [], facts: Record<string, unknown> = {}) {
    super(message);
    this.name = new.target.name;
    this.errors = errors;
    this.facts = facts;
  }
}

/** Can't be read at all: malformed JSON, an unknown parameter. */
export class Unreadable extends Failure {}
/** Can be read, but holds values the rules refuse; `errors` has all of them. */
export class Invalid extends Failure {}
/** No such thing in this district. */
export class NotFound extends Failure {}
/** The current state does not allow it, or it exists already. */
export class Conflict extends Failure {}
/** The caller is known but lacks a scope or tool right. */
export class Forbidden extends Failure {}
/** Nobody is signed in, or the token is missing, unknown, expired or revoked. */
export class Unauthenticated extends Failure {}
/** Too many calls of this kind lately. */
export class TooMany extends Failure {
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
/** Too many bytes or rows. */
export class TooLarge extends Failure {}
/** The body pauses or arrives too slowly. */
export class TooSlow extends Failure {}
/** `If-Match` names an older state. */
export class Stale extends Failure {}
/** The database or the worker is away; the same request may succeed shortly. */
export class Unavailable extends Failure {}
