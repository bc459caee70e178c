import { AsyncLocalStorage } from 'node:async_hooks';
import * as api from '@opentelemetry/api';
import { type ExportResult, ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { Span, SpanAttributes, Tracer } from '../../db/tracer.ts';
import type { Log } from '../log.ts';
import type { TracingSettings } from '../settings.ts';

/** A collector that is away must not delay the end of the process. */
const MAX_FLUSH_MS = 2_000;

const KINDS = { server: api.SpanKind.SERVER, consumer: api.SpanKind.CONSUMER };
const propagator = new W3CTraceContextPropagator();

/**
 * Sends traces by OTLP over HTTP. The packages read the standard variables for headers, sampling, batches and the
 * service's name themselves. It is not registered as the process' tracer, because Next and pg-boss would then add spans that
 * hold URLs with ids and search texts.
 */
export async function openTracing(
  service: 'campus-web' | 'campus-worker',
  { url, protocol }: TracingSettings,
  log: Log,
): Promise<{ tracer: Tracer; end(): Promise<void> }> {
  const { OTLPTraceExporter } = await (protocol === 'http/json'
    ? import('@opentelemetry/exporter-trace-otlp-http')
    : import('@opentelemetry/exporter-trace-otlp-proto'));
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': service }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(loggedOnce(new OTLPTraceExporter({ url }), log))],
  });
  return {
    tracer: createTracer(provider.getTracer('campus-boi')),
    end: () => inTime(provider.shutdown()),
  };
}

function createTracer(otel: api.Tracer): Tracer {
  const running = new AsyncLocalStorage<OpenSpan>();
  const current = () => {
    const span = running.getStore();
    return span?.ended ? undefined : span;
  };
  const start = (name: string, options: api.SpanOptions, parent: api.Context) =>
    new OpenSpan(otel.startSpan(name, options, parent), running);
  return {
    current,
    open: (name, kind, from) =>
      start(name, { kind: KINDS[kind] }, from ? contextFrom(from) : api.ROOT_CONTEXT),
    async step(name, attributes, work) {
      const parent = current();
      if (!parent) return work();
      const options = { kind: api.SpanKind.CLIENT, attributes };
      const span = start(name, options, parent.context);
      try {
        return await span.run(work);
      } catch (error) {
        span.fail(error);
        throw error;
      } finally {
        span.end();
      }
    },
    traceparent() {
      const carrier: { traceparent?: string } = {};
      const span = current();
      if (span) propagator.inject(span.context, carrier, api.defaultTextMapSetter);
      return carrier.traceparent;
    },
  };
}

class OpenSpan implements Span {
  ended = false;
  readonly context: api.Context;
  readonly #span: api.Span;
  readonly #running: AsyncLocalStorage<OpenSpan>;

  constructor(span: api.Span, running: AsyncLocalStorage<OpenSpan>) {
    this.#span = span;
    this.#running = running;
    this.context = api.trace.setSpan(api.ROOT_CONTEXT, span);
  }

  get traceId(): string {
    return this.#span.spanContext().traceId;
  }

  rename(name: string): void {
    this.#span.updateName(name);
  }

  set(attributes: SpanAttributes): void {
    this.#span.setAttributes(attributes);
  }

  fail(error: unknown): void {
    const { name, code } = error as { name?: unknown; code?: unknown };
    this.#span.setStatus({ code: api.SpanStatusCode.ERROR });
    this.set({
      'error.type': typeof name === 'string' ? name : typeof error,
      'db.response.status_code': isSqlState(code) ? code : undefined,
    });
  }

  run<T>(work: () => T): T {
    return this.#running.run(this, work);
  }

  end(): void {
    this.ended = true;
    this.#span.end();
  }
}

const contextFrom = (traceparent: string): api.Context =>
  propagator.extract(api.ROOT_CONTEXT, { traceparent }, api.defaultTextMapGetter);

const isSqlState = (code: unknown): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);

/** A collector that is away is logged once, until it has answered again. Its spans are dropped. */
function loggedOnce(exporter: SpanExporter, log: Log): SpanExporter {
  let away = false;
  const noted = ({ code }: ExportResult) => {
    const failed = code !== ExportResultCode.SUCCESS;
    if (failed && !away)
      log.warn('traces can not be sent to the collector; they are dropped until it answers');
    if (!failed && away) log.info('traces are sent again');
    away = failed;
  };
  return {
    export(spans: ReadableSpan[], done: (result: ExportResult) => void) {
      exporter.export(spans, (result) => {
        noted(result);
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

async function inTime(work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, MAX_FLUSH_MS);
  await Promise.race([work.catch(() => {}), promise]);
  clearTimeout(timer);
}
