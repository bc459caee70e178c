import { columnsOf } from '../../db/columns-of.ts';
import { title } from '../../db/schema/district.ts';
import { household, householdLocation, householdMember } from '../../db/schema/household.ts';
import {
  districtAssignment,
  employment,
  enrollment,
  guardianship,
  identity,
  person,
} from '../../db/schema/person.ts';
import { STORED_ADDRESS } from '../address/stored-address.ts';

/** The columns of each table that a plan reads, writes and journals: the schema's, but for what only Campus sets. */
export const COLUMNS = {
  title: columnsOf(title, 'active'),
  address: STORED_ADDRESS,
  person: columnsOf(person, 'rev', 'createdAt', 'updatedAt'),
  identity: columnsOf(identity),
  employment: columnsOf(employment),
  districtAssignment: columnsOf(districtAssignment),
  household: columnsOf(household),
  householdMember: columnsOf(householdMember),
  householdLocation: columnsOf(householdLocation),
  /** A student's, which HR never touches: moved when two people are combined (CMB-1). */
  enrollment: columnsOf(enrollment),
  guardianship: columnsOf(guardianship),
};

export type Table = keyof typeof COLUMNS;
