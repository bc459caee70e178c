import { and, arrayOverlaps, count, eq, gt, type SQL, sql } from 'drizzle-orm';
import { inDistrict, json } from '../../db/conditions.ts';
import { hasWords } from '../../db/has-words.ts';
import { defineSearch } from '../../db/query.ts';
import { difference } from '../../db/schema/validation.ts';
import { inBatches } from '../concurrency/in-batches.ts';
import type { Context } from '../context.ts';
import { nameWords } from '../text/name-words.ts';
import type { Entry, Section } from './schema.ts';
import { fieldsOf } from './sections.ts';

/** What entries are narrowed to (VAL-3): words in names and numbers, folded as names are (SRCH-2); a field that differs. */
export interface EntryFilter {
  search?: string;
  field?: string;
}

/** A section of a stored report. */
export interface Place {
  validationId: string;
  section: Section;
}

/** An entry as the report shows it, and its place. */
export const ENTRY_COLUMNS = {
  section: sql<Section>`${difference.section}`,
  seq: difference.seq,
  staffNumber: difference.staffNumber,
  personId: difference.personId,
  campus: json<Entry['campus']>(difference.campus),
  hr: json<Entry['hr']>(difference.hr),
  fields: difference.fields,
  why: json<Entry['why']>(difference.why),
};

export type StoredEntry = Entry & { section: Section; seq: number };

export const viewEntry = ({ section: _, seq: __, ...entry }: StoredEntry): Entry => entry;

export const isNarrowed = ({ search = '', field = '' }: EntryFilter): boolean =>
  search.trim() !== '' || field !== '';

function matches({ validationId, section, search = '', field = '' }: Place & EntryFilter): SQL | undefined {
  const words = nameWords(search);
  return and(
    inDistrict(difference),
    eq(difference.validationId, validationId),
    eq(difference.section, section),
    words.length === 0 ? undefined : hasWords(difference.searchText, words),
    field === '' ? undefined : arrayOverlaps(difference.fields, [...fieldsOf(field)]),
  );
}

const FULLEST = {
  validationId: '00000000-0000-0000-0000-000000000000',
  section: 'demographics',
  search: 'a',
  field: 'name',
} as const;

/** At most `limit` entries of a section after the place `after`, in report order. */
export const entriesAfter = defineSearch(
  'entries of a section after one',
  (orm, { after, limit, ...asked }: Place & EntryFilter & { after: number; limit: number }) =>
    orm
      .select(ENTRY_COLUMNS)
      .from(difference)
      .where(and(matches(asked), gt(difference.seq, after)))
      .orderBy(difference.seq)
      .limit(limit),
  { ...FULLEST, after: 0, limit: 1 },
);

/** How many entries of a section match. */
export const entryCount = defineSearch(
  'how many entries of a section match',
  (orm, asked: Place & EntryFilter) => orm.select({ total: count() }).from(difference).where(matches(asked)),
  FULLEST,
);

const BATCH_ROWS = 250;

/** All matching entries of one section, in batches that each are a transaction of their own. */
export async function* allEntries(ctx: Context, asked: Place & EntryFilter): AsyncGenerator<Entry[]> {
  const batches = inBatches<StoredEntry>(BATCH_ROWS, (last) =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      entriesAfter(tx, { ...asked, after: last?.seq ?? -1, limit: BATCH_ROWS }),
    ),
  );
  for await (const batch of batches) yield batch.map(viewEntry);
}
