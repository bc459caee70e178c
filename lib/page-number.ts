import { z } from 'zod';

/** Which page of a numbered list is asked for, in a query: from 1, which is the default. Runs in the browser, too. */
export const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'page must be a whole number from 1')
  .transform(Number)
  .default(1);
