import { tracer } from '../../db/tracer.ts';
import { areaOf } from '../metrics/area-of.ts';
import type { Handler } from './front.ts';
import { pathOf } from './refusal.ts';

/**
 * A handler whose requests are spans, if tracing is on. Named by the route's template: the path holds ids. Files of the
 * build and health checks are none. A caller's own `traceparent` is not used: anybody could send one.
 *
 * @param templateOf of a page's path; calls to the API name themselves (lib/http/finished.ts)
 */
export const traced = (handle: Handler, templateOf: (path: string) => string | undefined): Handler =>
  !tracer()
    ? handle
    : (request, response) => {
        const target = request.url ?? '';
        const area = areaOf(target);
        const method = request.method ?? '';
        const span = area === 'static' || area === 'health' ? undefined : tracer()?.open(method, 'server');
        if (!span) return handle(request, response);
        const route = templateOf(pathOf(target));
        if (route) span.rename(`${method} ${route}`);
        span.set({ 'http.request.method': method, 'http.route': route, 'campus.area': area });
        response.once('close', () => {
          const { statusCode, writableFinished } = response;
          span.set({ 'http.response.status_code': statusCode });
          if (!writableFinished) span.fail({ name: 'cut' });
          else if (statusCode >= 500) span.fail({ name: String(statusCode) });
          span.end();
        });
        return span.run(() => handle(request, response));
      };
