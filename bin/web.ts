import { once } from 'node:events';
import type { Server } from 'node:http';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import next from 'next';
import { findAnswer } from '../app/api/find-answer.ts';
import { CallersNoted } from '../lib/callers/callers.ts';
import { database } from '../lib/database.ts';
import { isReadyAlone } from '../lib/health/readiness.ts';
import { CampusMetrics } from '../lib/metrics/campus-metrics.ts';
import { settings } from '../lib/settings.ts';
import { refuseUnboundRole } from './bound-role.ts';
import { checkout } from './data-folder.ts';
import { counted } from './metrics/counted.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { onStop } from './on-stop.ts';
import { beginTracing } from './tracing.ts';
import { withCompressedStatic } from './web/compressed-static.ts';
import { withDirectCalls } from './web/direct-calls.ts';
import { createFront } from './web/front.ts';
import { withNotedCallers } from './web/noted-callers.ts';
import { pageRoutes } from './web/page-routes.ts';
import { RunningCalls } from './web/running-calls.ts';
import { traced } from './web/traced.ts';

/**
 * Serves pages and API until it is stopped. It also starts while the database is away (`ready` answers 503 until
 * the database answers), but not with a role to which row level security does not apply.
 */
export async function startWeb(): Promise<void> {
  const { host, port, metricsPort, publicUrl, trustedProxies, hstsSubdomains, appDatabaseUrl, drainSeconds } =
    settings();
  // As `next start --experimental-next-config-strip-types`: Node reads next.config.ts, not Next's compiler, of 35 MB.
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true';
  process.env.NEXTAUTH_URL = `${publicUrl}/campus/api/auth`;
  let server: Server | undefined;
  const calls = new RunningCalls();
  const endTracing = await beginTracing('campus-web');
  onStop(async () => {
    if (server) await calls.end(server, drainSeconds);
    await endTracing();
  });
  await refuseUnboundRole(appDatabaseUrl);
  // Before Next's copy of the module opens the pool: the statements of the API would then pass through Next's bundle.
  database();
  const app = next({ dev: false, dir: checkout, port });
  await app.prepare();
  const buildFolder = join(checkout, process.env.NEXT_DIST_DIR ?? '.next');
  const metrics = metricsPort ? new CampusMetrics('web', database) : undefined;
  const handle = traced(
    withDirectCalls(findAnswer, withCompressedStatic(buildFolder, app.getRequestHandler())),
    pageRoutes(buildFolder),
  );
  const noted = withNotedCallers(new CallersNoted(database), metrics ? counted(metrics, handle) : handle);
  server = createFront(calls.watch(noted), {
    trustedProxies,
    https: publicUrl.startsWith('https:'),
    hstsSubdomains,
  });
  server.listen({ port, host });
  await once(server, 'listening');
  if (metricsPort && metrics)
    await serveMetrics(metrics, { port: metricsPort, host, isReady: () => isReadyAlone(database()) });
  // Otherwise it is kept at the end, which a killed process does not reach.
  flushCompileCache();
  process.send?.('ready');
}
