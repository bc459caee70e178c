import type { NewEntry } from '../difference-writer.ts';
import type { Tag } from './tags.ts';

/** How many people each filter of the People view finds, over the whole report. */
export interface Facets {
  /** People with entries, those for whom nothing changes included. */
  people: number;
  tags: Partial<Record<Tag, number>>;
}

export const emptyFacets = (): Facets => ({ people: 0, tags: {} });

/** Adds a person's first entry. Changes `facets`. */
export function countFacets(facets: Facets, { lead }: Pick<NewEntry, 'lead'>): void {
  if (!lead) return;
  facets.people += 1;
  for (const tag of lead.tags) facets.tags[tag] = (facets.tags[tag] ?? 0) + 1;
}
