import type { Warning } from '../../../failure.ts';
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
    message: `The address has ${detail} "${resolved.address[detail]}" in Campus; HR's was not taken over.`,
    pointer: `${pointer(index)}/address/${detail}`,
  }));

function oddDates({ index, record: { startDate, endDate } }: SentLocation): Warning[] {
  if (startDate === null || endDate === null || endDate >= startDate) return [];
  const message = `The location's endDate ${endDate} is before its startDate ${startDate}; both were taken as sent.`;
  return [{ code: 'endBeforeStart', message, pointer: `${pointer(index)}/endDate` }];
}

export const repeatedLocation = (index: number, message: string): Warning => ({
  code: 'locationRepeated',
  message,
  pointer: pointer(index),
});

export const noLongerPrivate = (index: number): Warning => ({
  code: 'privateNotCarriedOver',
  message: 'The address before was marked private; the new one is not, because HR did not send private.',
  pointer: `${pointer(index)}/private`,
});
