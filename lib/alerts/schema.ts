import { z } from 'zod';

/** When a district is notified of errors and of clients that have stopped calling. */
export const alertSettingsSchema = z.strictObject({
  /** More open errors than this within `errorHours`. */
  errorLimit: z.int().min(1).max(100_000),
  errorHours: z.int().min(1).max(168),
  /** Days without a call, of a client that has called before. */
  silentDays: z.int().min(1).max(365),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

export const DEFAULT_ALERTS: AlertSettings = { errorLimit: 50, errorHours: 24, silentDays: 7 };
