/** Values that are the same for many calls: templates, names of queries, numbers. Nothing that somebody sent. */
export type SpanAttributes = Record<string, string | number | undefined>;

/** One measured piece of work of a trace. */
export interface Span {
  /** 32 hexadecimal digits, for the log. */
  readonly traceId: string;
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  /** Marks it as failed: the error's class and code, never its message, which may hold what somebody sent. */
  fail(error: unknown): void;
  /** Runs `work` so that its steps belong to this span. */
  run<T>(work: () => T): T;
  end(): void;
}

/** Records traces (lib/tracing/open-telemetry.ts). */
export interface Tracer {
  /** @param from the `traceparent` of the span that caused it, in another process */
  open(name: string, kind: 'server' | 'consumer', from?: string): Span;
  /** Undefined outside the work of an open span, and once that has ended: what it left to a timer is no step of it. */
  current(): Span | undefined;
  /** A step of the current span, which `current` is a step of in turn; without a current span, only `work`. */
  step<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
  /** The current span as W3C's `traceparent`, for another process. */
  traceparent(): string | undefined;
}

/** Shared by the bundle that Next loads and the server around it, which have a copy of every module each. */
const held = globalThis as { campusTracer?: Tracer };

/** Undefined while tracing is off. */
export const tracer = (): Tracer | undefined => held.campusTracer;

export function setTracer(given: Tracer | undefined): void {
  if (given) held.campusTracer = given;
  else delete held.campusTracer;
}
