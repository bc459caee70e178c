import type { Context } from '../../context.ts';
import { page } from '../../paging.ts';
import { storedReport } from '../read-validation.ts';
import { cardOf } from './card.ts';
import { peopleIn } from './facets.ts';
import { isFilteredPeople, type PeopleFilter } from './filter.ts';
import { labelsOf } from './labels.ts';
import { entriesOfPeople, leadCount, leadsAfter } from './leads.ts';
import type { PersonCard } from './schema.ts';

export interface PeoplePage {
  data: PersonCard[];
  /** On the first page: how many people match. */
  total: number | null;
  nextCursor: string | null;
}

/** The people of a run's report who match, by name, each with everything the commit does to them. @throws NotFound */
export function readPeople(
  ctx: Context,
  { runId, cursor, limit, ...filter }: { runId: string; cursor?: string[]; limit: number } & PeopleFilter,
): Promise<PeoplePage> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { id: validationId, facets } = await storedReport(ctx, tx, runId);
    const asked = { validationId, userId: reviewerOf(ctx), ...filter };
    const rows = await leadsAfter(tx, { ...asked, after: cursor?.[0] ?? '', limit: limit + 1 });
    const { data: leads, nextCursor } = page(rows, limit, ({ personKey }) => [personKey]);
    const entries = await entriesOfPeople(tx, {
      validationId,
      personKeys: leads.map(({ personKey }) => personKey),
    });
    const labels = await labelsOf(tx, leads, entries);
    const total = async () => {
      if (!isFilteredPeople(filter)) return peopleIn(facets);
      // All who match are here: a search for one person need not read the report a second time.
      return nextCursor === null ? leads.length : ((await leadCount(tx, asked))[0]?.total ?? 0);
    };
    const byPerson = Map.groupBy(entries, ({ personKey }) => personKey);
    return {
      data: leads.map((lead) => cardOf(lead, byPerson.get(lead.personKey) ?? [], labels)),
      total: cursor ? null : await total(),
      nextCursor,
    };
  });
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Whose marks count; clients and jobs review nothing. */
export const reviewerOf = ({ actor }: Context): string => (actor.kind === 'user' ? actor.id : NOBODY);
