import type { Endpoint } from '../../../lib/http/endpoint.ts';
import { getSchools } from './schools.ts';

/**
 * Every method of every path of the API. The catch-all route serves them, the OpenAPI document lists them, and a
 * test walks them.
 */
export const endpoints: Endpoint[] = [getSchools];
