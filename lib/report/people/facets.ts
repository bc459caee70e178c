import type { StaffRecord } from '../../record/record.ts';
import type { NewEntry } from '../difference-writer.ts';
import type { Tag } from './changes.ts';

/** For how many people HR sent these at all. */
export interface Sent {
  employments: number;
  assignments: number;
  addresses: number;
}

/** How many people each filter of the People view finds, over the whole report. */
export interface Facets {
  /** People with entries, those for whom nothing changes included. */
  people: number;
  tags: Partial<Record<Tag, number>>;
  sent: Sent;
}

export const emptyFacets = (): Facets => ({
  people: 0,
  tags: {},
  sent: { employments: 0, assignments: 0, addresses: 0 },
});

/** Adds a person's first entry, or takes it off. Changes `facets`. */
export function countFacets(
  facets: Facets,
  { lead }: { lead?: Pick<NonNullable<NewEntry['lead']>, 'tags'> | undefined },
  by: 1 | -1 = 1,
): void {
  if (!lead) return;
  facets.people += by;
  for (const tag of lead.tags) {
    facets.tags[tag] = (facets.tags[tag] ?? 0) + by;
    if (facets.tags[tag] === 0) delete facets.tags[tag];
  }
}

/** What a record has, 1 or 0 each. `employments: []` changes nothing, `positions: []` says that there are none (STAFF-6). */
export const sentBy = ({ employments = [], positions, household }: StaffRecord): Sent => ({
  employments: Number(employments.length > 0),
  assignments: Number(Boolean(positions)),
  addresses: Number(Boolean(household)),
});

/** Changes `sum`. */
export function addSent(sum: Sent, { employments, assignments, addresses }: Sent): void {
  sum.employments += employments;
  sum.assignments += assignments;
  sum.addresses += addresses;
}

/** People for whom something changes, or whom the commit refuses. */
export const peopleIn = ({ people = 0, tags = {} }: Partial<Facets>): number =>
  people - (tags['change:ignored'] ?? 0);
