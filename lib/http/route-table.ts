import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import type { EndpointFor, Method } from './endpoint.ts';
import { MethodNotAllowed } from './refusals.ts';
import { HTTP_TEXTS } from './texts.ts';

interface Route<Ctx> {
  segments: string[];
  methods: Map<Method, EndpointFor<Ctx>>;
}

export interface Match<Ctx = Context> {
  endpoint: EndpointFor<Ctx>;
  params: Record<string, string>;
}

/** The outcome of a look-up. A failure is a value, because the district's error log may record it first. */
export type Found<Ctx = Context> =
  | { match: Match<Ctx> }
  | { failure: NotFound | MethodNotAllowed }
  | { options: string[] };

/** A look-up of endpoints by method and path below the API's base. A literal segment wins over a parameter. */
export function routeTable<Ctx = Context>(
  endpoints: readonly EndpointFor<Ctx>[],
): (method: string, path: string) => Found<Ctx> {
  const routes = new Map<string, Route<Ctx>>();
  for (const endpoint of endpoints) {
    const route = routes.get(endpoint.path) ?? { segments: endpoint.path.split('/'), methods: new Map() };
    if (route.methods.has(endpoint.method))
      throw new Error(`${endpoint.method} ${endpoint.path} is declared twice`);
    route.methods.set(endpoint.method, endpoint);
    routes.set(endpoint.path, route);
  }
  const literalFirst = [...routes.values()].sort((a, b) => (literalness(a) < literalness(b) ? -1 : 1));

  return (method, path) => {
    const segments = decodeSegments(path);
    const route = segments && literalFirst.find((candidate) => fits(candidate.segments, segments));
    if (!route) return { failure: new NotFound(HTTP_TEXTS.noPath()) };
    const allow = allowedMethods(route);
    if (method === 'OPTIONS') return { options: allow };
    const endpoint = route.methods.get((method === 'HEAD' ? 'GET' : method) as Method);
    if (!endpoint) return { failure: new MethodNotAllowed(method, allow) };
    const params = route.segments.flatMap((name, i) =>
      isParam(name) ? [[name.slice(1, -1), segments[i]]] : [],
    );
    return { match: { endpoint, params: Object.fromEntries(params) } };
  };
}

const isParam = (segment: string) => segment.startsWith('{');
const literalness = ({ segments }: Pick<Route<never>, 'segments'>) =>
  segments.map((segment) => (isParam(segment) ? '1' : '0')).join('');

/** A trailing slash means the same path. Undefined if the path is no valid UTF-8 or has NUL. */
function decodeSegments(path: string): string[] | undefined {
  try {
    const segments = path.replace(/\/$/, '').split('/').map(decodeURIComponent);
    return segments.some((segment) => segment.includes('\0')) ? undefined : segments;
  } catch {
    return undefined;
  }
}

const fits = (pattern: string[], segments: string[]) =>
  pattern.length === segments.length &&
  pattern.every((name, i) => (isParam(name) ? segments[i] !== '' : name === segments[i]));

const allowedMethods = ({ methods }: { methods: ReadonlyMap<Method, unknown> }): string[] =>
  [...methods.keys()].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).concat('OPTIONS');
