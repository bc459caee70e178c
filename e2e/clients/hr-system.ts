import { campusClient } from '../../bin/hr/client.ts';
import type { Vendor } from '../vendor.ts';

/** The client that is made from the OpenAPI document, as the district's HR system. */
export const hrSystem = (baseUrl: string, vendor: Vendor) => campusClient(baseUrl, () => vendor.token());
