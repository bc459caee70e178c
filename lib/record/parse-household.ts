import { readAddress } from '../address/read-address.ts';
import { cleaned } from './fields.ts';
import type { HouseholdRecord, LocationRecord } from './record.ts';
import type { HouseholdRequest } from './schema.ts';

type LocationRequest = NonNullable<HouseholdRequest['householdLocations']>[number];

/** A sound household as HR sent it. Every address is read here, once: the plan only looks its keys up (ADR-4). */
export const householdRecord = (sent: HouseholdRequest): HouseholdRecord => ({
  name: cleaned(sent.name),
  phone: cleaned(sent.phone),
  householdLocations: (sent.householdLocations ?? []).map(locationRecord),
});

function locationRecord(sent: LocationRequest): LocationRecord {
  const { address, matchKeys } = readAddress({
    ...sent.address,
    postOfficeBox: sent.address.postOfficeBox ?? false,
  });
  return {
    startDate: cleaned(sent.startDate),
    endDate: cleaned(sent.endDate),
    mailing: sent.mailing ?? null,
    physical: sent.physical ?? null,
    private: sent.private ?? null,
    secondary: sent.secondary ?? null,
    address,
    matchKeys,
  };
}
