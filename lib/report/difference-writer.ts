import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, ONE } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { difference } from '../../db/schema/validation.ts';
import { unnested } from '../../db/unnested.ts';
import type { Warning } from '../failure.ts';
import { nameKey } from '../text/name-key.ts';
import type { Tag } from './people/changes.ts';
import type { Entry, Section } from './schema.ts';

export interface NewEntry extends Entry {
  section: Section;
  /** false: only listed, for its reason (VAL-1). */
  counted: boolean;
  /** The commit removes the position that Campus shows (POS-10). */
  removesPosition?: boolean;
  /** Of the name only the middle name differs, and HR's is the initial of Campus' (ID-6). */
  initialOnly?: boolean;
  /** Of a transferred person's entries: lib/report/people/bound.ts. */
  personKey?: string;
  searchText?: string;
  /** On a person's first entry: what is of the person as a whole. */
  lead?: { tags: Tag[]; digest: string; warnings: readonly Warning[] } | undefined;
}

/** How many entries each section has so far. */
export type Totals = Partial<Record<Section, number>>;

const insertEntries = defineCommand(
  'insert entries of a report',
  (
    orm,
    p: Params<{
      validationId: string;
      sections: readonly Section[];
      seqs: readonly number[];
      staffNumbers: readonly (string | null)[];
      personIds: readonly (string | null)[];
      searchTexts: readonly string[];
      personKeys: readonly (string | null)[];
      tags: readonly (readonly string[] | null)[];
      digests: readonly (string | null)[];
      warnings: readonly unknown[];
      counted: readonly boolean[];
      removesPosition: readonly boolean[];
      fields: readonly (readonly string[])[];
      campus: readonly unknown[];
      hr: readonly unknown[];
      why: readonly unknown[];
    }>,
  ) => {
    const { table, selection } = unnested('entry', {
      section: [difference.section, p.sections],
      seq: [difference.seq, p.seqs],
      staffNumber: [difference.staffNumber, p.staffNumbers],
      personId: [difference.personId, p.personIds],
      searchText: [difference.searchText, p.searchTexts],
      personKey: [difference.personKey, p.personKeys],
      tags: [difference.tags, p.tags],
      digest: [difference.digest, p.digests],
      warnings: [difference.warnings, p.warnings],
      counted: [difference.counted, p.counted],
      removesPosition: [difference.removesPosition, p.removesPosition],
      fields: [difference.fields, p.fields],
      campus: [difference.campus, p.campus],
      hr: [difference.hr, p.hr],
      why: [difference.why, p.why],
    });
    const rows = orm
      .select({
        districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
        validationId: sql`${p.validationId}::uuid`.as('validation_id'),
        ...selection,
      })
      .from(table);
    return orm.insert(difference).select(rows).returning(ONE);
  },
);

/** Stores entries after the stored ones, section by section, in the order they come. @returns the new totals */
export async function writeDifferences(
  tx: Transaction,
  validationId: string,
  entries: readonly NewEntry[],
  before: Totals,
): Promise<Totals> {
  const totals = { ...before };
  const seqs = entries.map(({ section }) => {
    const seq = totals[section] ?? 0;
    totals[section] = seq + 1;
    return seq;
  });
  if (entries.length === 0) return totals;
  await insertEntries(tx, {
    validationId,
    sections: entries.map(({ section }) => section),
    seqs,
    staffNumbers: entries.map(({ staffNumber }) => staffNumber),
    personIds: entries.map(({ personId }) => personId),
    searchTexts: entries.map((entry) => entry.searchText ?? searchText(entry)),
    personKeys: entries.map(({ personKey = null }) => personKey),
    tags: entries.map(({ lead }) => lead?.tags ?? null),
    digests: entries.map(({ lead }) => lead?.digest ?? null),
    warnings: entries.map(({ lead }) => (lead?.warnings.length ? lead.warnings : null)),
    counted: entries.map(({ counted }) => counted),
    removesPosition: entries.map(({ removesPosition = false }) => removesPosition),
    fields: entries.map(({ fields }) => fields),
    campus: entries.map(({ campus }) => campus),
    hr: entries.map(({ hr }) => hr),
    why: entries.map(({ why }) => why),
  });
  return totals;
}

const SEARCHED = ['staffNumber', 'lastName', 'firstName', 'workEmail'] as const;

/** Each name and number once, though both sides mostly have the same; folded as names are searched (SRCH-2). */
function searchText({ campus, hr }: NewEntry): string {
  const texts = new Set<string>();
  for (const side of [campus, hr])
    for (const field of SEARCHED) {
      const text = side?.[field];
      if (typeof text === 'string') texts.add(text);
    }
  return [...texts].map(nameKey).join(' ');
}
