import { printed } from '../sections.ts';
import type { Period, PeriodKind } from './schema.ts';

type Dates = { from: unknown; to: unknown };

export const periodOf = ({ from, to }: Dates): Period => ({ from: printed(from), to: printed(to) });

/** What becomes of a period of Campus that HR says otherwise. */
export const kindOf = (campus: Dates, hr: Dates): PeriodKind =>
  campus.to === null && hr.to !== null ? 'ended' : 'changed';

/** The earlier period, where it differs. */
export const periodBefore = (campus: Dates, hr: Dates): Period | null =>
  campus.from === hr.from && campus.to === hr.to ? null : periodOf(campus);
