import { setTracer } from '../db/tracer.ts';
import { log } from '../lib/log.ts';
import { settings } from '../lib/settings.ts';

/**
 * Begins to send traces, if the settings say so; else no package of OpenTelemetry's SDK is loaded.
 * @returns what sends the last ones, before the process ends
 */
export async function beginTracing(service: 'campus-web' | 'campus-worker'): Promise<() => Promise<void>> {
  const { tracing } = settings();
  if (!tracing) return async () => {};
  const { openTracing } = await import('../lib/tracing/open-telemetry.ts');
  const { tracer, end } = await openTracing(service, tracing, log());
  setTracer(tracer);
  return end;
}
