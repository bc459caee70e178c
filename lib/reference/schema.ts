import { z } from 'zod';

/** A school. Positions name it by its number. REF-1. */
export const school = z
  .object({
    schoolNumber: z.string().meta({ example: '010' }),
    name: z.string().meta({ example: 'Grand Bend High School' }),
    type: z.string().nullable().optional(),
    active: z.boolean(),
  })
  .meta({ id: 'School' });

/** A gender, assignment code or title. REF-1. */
export const code = z
  .object({
    code: z.string().meta({ example: '20' }),
    description: z.string().meta({ example: 'Coach' }),
    active: z.boolean(),
  })
  .meta({ id: 'Code' });
