import type { Rows } from '../../change.ts';
import { defaultStart, type SentLocation } from './pair-locations.ts';

type Row = Rows['householdLocation'];
export const FLAGS = ['mailing', 'physical', 'private', 'secondary'] as const;

/** HH-1: what a new location is where HR does not say. */
export function newRow({ record, resolved }: SentLocation, householdId: string, today: string): Row {
  return {
    householdId,
    addressId: resolved.id,
    startDate: record.startDate ?? defaultStart(record, today),
    endDate: record.endDate,
    mailing: record.mailing ?? true,
    physical: record.physical ?? !resolved.address.postOfficeBox,
    private: record.private ?? false,
    secondary: record.secondary ?? false,
  };
}

/** A stored location with what HR sent of it; the rest stays. */
export function keptRow({ record }: SentLocation, before: Row): Row {
  const after = { ...before };
  if (record.startDate !== null) after.startDate = record.startDate;
  if (record.endDate !== null) after.endDate = record.endDate;
  for (const flag of FLAGS) after[flag] = record[flag] ?? before[flag];
  return after;
}
