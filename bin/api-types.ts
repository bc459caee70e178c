import { writeFileSync } from 'node:fs';
import { API_TYPES, apiTypes } from './hr/make-api-types.ts';

/** Makes the types of the vendor's client from the contracts: `node bin/api-types.ts`. */
writeFileSync(API_TYPES, await apiTypes());
