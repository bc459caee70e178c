import { date, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DistrictId } from '../district-id.ts';

/** The two columns every district table begins with; together they are its primary key. */
export const keys = { districtId: uuid().$type<DistrictId>().notNull(), id: uuid().notNull() };

/** A calendar date, always as text `YYYY-MM-DD`: a JS Date would move it across time zones. */
export const day = () => date({ mode: 'string' });

/** A moment in time with its zone. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });
