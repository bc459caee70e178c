import type { Area } from '../../lib/metrics/campus-metrics.ts';

const PREFIXES: [prefix: string, area: Area][] = [
  ['/campus/api/businessOfficeIntegration', 'api'],
  ['/campus/api/health', 'health'],
  ['/campus/api/auth', 'sign-in'],
  ['/campus/api/', 'admin'],
  ['/campus/oauth2', 'oauth2'],
  ['/campus/_next/static', 'static'],
];

/** @param target as the request has it: path and query */
export const areaOf = (target: string): Area =>
  PREFIXES.find(([prefix]) => target.startsWith(prefix))?.[1] ?? 'page';
