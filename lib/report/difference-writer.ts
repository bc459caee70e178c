import { arrayLiteral, jsonList, jsonTexts } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Entry, Section } from './schema.ts';

export interface NewEntry extends Entry {
  section: Section;
  personId: string | null;
  /** false: only listed, for its reason (VAL-1). */
  counted: boolean;
}

/** How many entries each section has so far. */
export type Totals = Partial<Record<Section, number>>;

/** Stores entries behind those that are there, section by section, in the order they come. @returns the new totals */
export async function writeDifferences(
  tx: Transaction,
  validationId: string,
  entries: readonly NewEntry[],
  before: Totals,
): Promise<Totals> {
  const totals = { ...before };
  const places = entries.map(({ section }) => {
    const place = totals[section] ?? 0;
    totals[section] = place + 1;
    return place;
  });
  if (entries.length === 0) return totals;
  const column = (value: (entry: NewEntry) => string | null) => arrayLiteral(entries.map(value));
  await tx.run(
    `insert into difference
            (district_id, validation_id, section, seq, staff_number, person_id, search_text, fields, campus, hr, why,
             counted)
     select $1, $2, u.section, u.seq, u.staff_number, u.person_id, u.search_text, u.fields::text[],
            u.campus::jsonb, u.hr::jsonb, u.why::jsonb, u.counted
       from rows from (
            unnest($3::text[], $4::int[], $5::text[], $6::uuid[], $7::text[], $8::text[]),
            ${jsonTexts(9)}, ${jsonTexts(10)}, ${jsonTexts(11)}, unnest($12::boolean[]))
            as u(section, seq, staff_number, person_id, search_text, fields, campus, hr, why, counted)`,
    [
      tx.districtId,
      validationId,
      column(({ section }) => section),
      arrayLiteral(places),
      column(({ staffNumber }) => staffNumber),
      column(({ personId }) => personId),
      column(searchText),
      column(({ fields }) => arrayLiteral(fields)),
      jsonList(entries.map(({ campus }) => campus && JSON.stringify(campus))),
      jsonList(entries.map(({ hr }) => hr && JSON.stringify(hr))),
      jsonList(entries.map(({ why }) => JSON.stringify(why))),
      column(({ counted }) => String(counted)),
    ],
  );
  return totals;
}

const SEARCHED = ['staffNumber', 'lastName', 'firstName', 'staffMember'] as const;

/** Each name and number once, though both sides mostly have the same. */
function searchText({ campus, hr }: NewEntry): string {
  const texts: string[] = [];
  for (const side of [campus, hr])
    for (const field of SEARCHED) {
      const text = side?.[field];
      if (typeof text === 'string' && !texts.includes(text)) texts.push(text);
    }
  return texts.join(' ').toLowerCase();
}
