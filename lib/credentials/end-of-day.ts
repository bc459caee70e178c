/** SQL for the moment a calendar date ends in a time zone; null for null. */
export const endOfDay = (date: string, timeZone: string): string =>
  `((${date}::date + 1)::timestamp at time zone ${timeZone}::text)`;
