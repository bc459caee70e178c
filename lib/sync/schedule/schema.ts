import { z } from 'zod';

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, 00:00 to 23:59');

/** When few work with Campus, in the district's zone. A window that ends no later than it begins ends the next day. */
export const offHoursSchema = z
  .strictObject({
    /** On which days windows begin: 1 is Monday, 7 Sunday. */
    days: z.array(z.int().min(1).max(7)).min(1, 'must have at least one day').max(7),
    begins: timeOfDay,
    ends: timeOfDay,
  })
  .refine(({ begins, ends }) => begins !== ends, {
    path: ['ends'],
    message: 'must differ from the beginning',
  });
export type OffHours = z.infer<typeof offHoursSchema>;

/** Of a district that has chosen nothing yet. */
export const DEFAULT_OFF_HOURS: OffHours = { days: [1, 2, 3, 4, 5, 6, 7], begins: '22:00', ends: '05:00' };

export const windowSchema = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

/** `at`: a wall time of the district's zone, `2026-11-26T22:30`. */
export const scheduleRequestSchema = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('offHours') }),
  z.strictObject({
    when: z.literal('time'),
    at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'must be a date and a time, 2026-11-26T22:30'),
  }),
]);
export type ScheduleRequest = z.infer<typeof scheduleRequestSchema>;

export const scheduleSchema = z.object({
  when: z.enum(['time', 'offHours']),
  dueAt: z.iso.datetime(),
  /** It does not start later than that. */
  latestAt: z.iso.datetime(),
  scheduledBy: z.string(),
  scheduledAt: z.iso.datetime(),
  /** Its time has come: a validation runs, then the commit starts. */
  beginning: z.boolean(),
  /** Why it did not start; null while it waits. */
  failure: z.string().nullable(),
});
export type Schedule = z.infer<typeof scheduleSchema>;
