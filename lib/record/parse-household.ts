import { readAddress } from '../address/read-address.ts';
import { addressWarnings } from '../address/warnings.ts';
import type { Warning } from '../failure.ts';
import { cleaned } from './fields.ts';
import type { HouseholdRecord, LocationRecord, StaffRecord } from './record.ts';
import type { HouseholdRequest } from './schema.ts';

type LocationRequest = NonNullable<HouseholdRequest['householdLocations']>[number];

/** A sound household as HR sent it. Every address is read here, once: the plan only looks its keys up (ADR-4). */
export const householdRecord = (sent: HouseholdRequest): HouseholdRecord => ({
  name: cleaned(sent.name),
  phone: cleaned(sent.phone),
  householdLocations: (sent.householdLocations ?? []).map(locationRecord),
});

/** ADR-2, ADR-7: addresses that were accepted but look odd, with pointers from the staff member. */
export const oddAddresses = ({ household }: Pick<StaffRecord, 'household'>): Warning[] =>
  (household?.householdLocations ?? []).flatMap(({ addressWarnings: odd = [] }, index) =>
    odd.map((warning) => ({
      ...warning,
      pointer: `/household/householdLocations/${index}/address${warning.pointer ?? ''}`,
    })),
  );

function locationRecord(sent: LocationRequest): LocationRecord {
  const given = { ...sent.address, postOfficeBox: sent.address.postOfficeBox ?? false };
  const { address, matchKeys } = readAddress(given);
  const odd = addressWarnings(given, address);
  return {
    startDate: cleaned(sent.startDate),
    endDate: cleaned(sent.endDate),
    mailing: sent.mailing ?? null,
    physical: sent.physical ?? null,
    private: sent.private ?? null,
    secondary: sent.secondary ?? null,
    address,
    matchKeys,
    ...(odd.length > 0 && {
      addressWarnings: odd.map(({ field, ...warning }) => ({ ...warning, pointer: `/${field}` })),
    }),
  };
}
