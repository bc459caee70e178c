import type { Context } from '../../../lib/context.ts';
import type { Transaction } from '../../client.ts';
import { AddressBook } from '../address-book.ts';
import { writers } from '../writers.ts';
import type { SampleHousehold } from './sample.ts';

/**
 * Writes households with their members and addresses, and whose guardian lives with which student.
 *
 * @param ids from the sample's ids to ours
 */
export async function insertHouseholds(
  ctx: Context,
  tx: Transaction,
  households: SampleHousehold[],
  ids: Map<string, string>,
): Promise<void> {
  const addresses = new AddressBook(ctx.newId);
  const all = households.map((sample) => ({
    sample,
    id: ctx.newId(),
    addressId: addresses.idOf(given(sample)),
  }));
  await writers.address.insert(tx, addresses.take());
  await writers.household.insert(
    tx,
    all.map(({ id, sample }) => ({
      id,
      name: sample.name,
      phone: null,
      staffHousehold: sample.staffHousehold,
    })),
  );
  await writers.householdMember.insert(
    tx,
    all.flatMap(({ id, sample }) =>
      sample.members.map((member) => ({
        id: ctx.newId(),
        householdId: id,
        personId: ids.get(member) as string,
        startDate: null,
        endDate: null,
      })),
    ),
  );
  await writers.householdLocation.insert(
    tx,
    all.map(({ id, addressId }) => ({
      id: ctx.newId(),
      householdId: id,
      addressId,
      startDate: null,
      endDate: null,
      mailing: true,
      physical: true,
      private: false,
      secondary: false,
    })),
  );
  await writers.guardianship.insert(
    tx,
    guardianships(households).map(([guardian, student]) => ({
      id: ctx.newId(),
      guardianId: ids.get(guardian) as string,
      studentId: ids.get(student) as string,
    })),
  );
}

/** The sample's line lacks the unit, which has its own field. */
function given({ address: { fullStreetAddress, apt, ...rest } }: SampleHousehold) {
  return { ...rest, fullStreetAddress: apt ? `${fullStreetAddress} Apt ${apt}` : fullStreetAddress };
}

/** Each pair once, though they may share two households. */
function guardianships(households: SampleHousehold[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const { members } of households)
    for (const guardian of members.filter((id) => id.startsWith('guardian-')))
      for (const student of members.filter((id) => id.startsWith('student-')))
        pairs.set(`${guardian} ${student}`, [guardian, student]);
  return [...pairs.values()];
}
