import type { CampusMetrics } from '../../lib/metrics/campus-metrics.ts';
import type { Handler } from '../web/front.ts';
import { areaOf } from './area-of.ts';

/** A handler whose requests are counted when their answer has ended, or their connection. */
export const counted =
  (metrics: CampusMetrics, handle: Handler): Handler =>
  (request, response) => {
    const began = performance.now();
    const area = areaOf(request.url ?? '');
    response.once('close', () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'cut';
      metrics.countRequest(area, status, (performance.now() - began) / 1_000);
    });
    return handle(request, response);
  };
