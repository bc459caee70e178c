import { tracer } from '../../db/tracer.ts';

/** Names the request's span, if tracing is on, by the route's template, which holds no id. */
export function nameSpan(method: string, route: string): void {
  const span = tracer()?.current();
  span?.rename(`${method} ${route}`);
  span?.set({ 'http.route': route });
}
