import type { Warning } from '../../../failure.ts';
import { RECORD_TEXTS } from '../../../record/texts.ts';
import { PLAN_TEXTS } from '../messages.ts';
import type { SentLocation } from './pair-locations.ts';

const pointer = (index: number): string => `/household/householdLocations/${index}`;

/** What is odd about a location as HR sent it, whatever becomes of it. */
export const locationWarnings = (location: SentLocation): Warning[] => [
  ...oddDates(location),
  ...oddAddress(location),
  ...differingDetails(location),
];

const oddAddress = ({ index, record }: SentLocation): Warning[] =>
  (record.addressWarnings ?? []).map((warning) => ({
    ...warning,
    pointer: `${pointer(index)}/address${warning.pointer ?? ''}`,
  }));

/** ADR-3: a detail that differs from what the address has is not taken over. */
const differingDetails = ({ index, resolved }: SentLocation): Warning[] =>
  resolved.differing.map((detail) => ({
    code: 'addressDetailDiffers',
    message: PLAN_TEXTS.addressDetailDiffers(detail, String(resolved.address[detail])),
    pointer: `${pointer(index)}/address/${detail}`,
  }));

function oddDates({ index, record: { startDate, endDate } }: SentLocation): Warning[] {
  if (startDate === null || endDate === null || endDate >= startDate) return [];
  const message = RECORD_TEXTS.endBeforeStart('location', endDate, startDate);
  return [{ code: 'endBeforeStart', message, pointer: `${pointer(index)}/endDate` }];
}

export const repeatedLocation = (index: number, message: string): Warning => ({
  code: 'locationRepeated',
  message,
  pointer: pointer(index),
});

export const noLongerPrivate = (index: number): Warning => ({
  code: 'privateNotCarriedOver',
  message: PLAN_TEXTS.noLongerPrivate(),
  pointer: `${pointer(index)}/private`,
});
