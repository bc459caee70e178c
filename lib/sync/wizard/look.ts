import type { Context } from '../../context.ts';
import { withProgress } from '../../held-file/progress.ts';
import { readHeader } from '../../record/csv/column.ts';
import { fitMapping } from '../../record/csv/fit-mapping.ts';
import { headerKey } from '../../record/csv/header-key.ts';
import { isInitials } from '../../record/csv/initials.ts';
import { type ColumnMeaning, WHOLE_NAMES } from '../../record/csv/meaning.ts';
import { orderOf } from '../../record/csv/names.ts';
import { findPlaceholders } from '../../record/csv/placeholders.ts';
import type { ColumnProfile } from '../../record/csv/profile.ts';
import { columnProperties, NEEDED } from '../../record/csv/properties.ts';
import { unclearNames } from '../../record/csv/unclear-names.ts';
import { lookAtTable } from '../upload/look.ts';
import { recognizedOf } from '../upload/recognized.ts';
import { shownCell } from '../upload/shown-cell.ts';
import { draftById } from './draft.ts';
import type { DraftLook } from './schema.ts';

type LookedColumn = DraftLook['columns'][number];

const SAMPLES = 3;
const NAMES = WHOLE_NAMES.map((name) => ({ name, date: false }));
const isWholeName = (property: string): boolean => NAMES.some(({ name }) => name === property);

/**
 * The columns of a draft: as the user chose them, and new ones as what they most likely are.
 * @throws NotFound without such a draft; Unreadable, TooLarge
 */
export async function lookAtDraft(ctx: Context, id: string): Promise<DraftLook> {
  const draft = await draftById(ctx, id);
  const mapping = draft.choices?.mapping;
  const {
    table,
    profile,
    columns: guessed,
  } = await withProgress(ctx, draft, [1], (read) => lookAtTable(ctx, read(), mapping?.reading));
  const { header } = table;
  const known = new Set(mapping?.columns.map((column) => headerKey(column.header)));
  const chosen = mapping && fitMapping(header, mapping).columns;
  const columns = guessed.map((guess, index) => {
    const meaning = known.has(headerKey(guess.header)) ? chosen?.[index] : undefined;
    const { header, property, dates, blanks, placeholders }: ColumnMeaning = meaning ?? guess;
    return {
      ...{ header, property, dates, blanks, placeholders, by: meaning ? ('chosen' as const) : guess.by },
      ...seen(profile.columns[index], property),
    };
  });
  return {
    recognized: recognizedOf(table),
    columns,
    fixed: mapping?.fixed ?? [],
    rows: profile.first.map((row) =>
      columns.map(({ property }, index) => shownCell(row[index] ?? '', property)),
    ),
    rowCount: profile.rows,
    properties: [
      ...NAMES,
      ...columnProperties(columns.flatMap(({ property }) => property ?? [])).filter(
        ({ name }) => !isWholeName(name),
      ),
    ],
    needed: [...NEEDED].map(({ list, names }) => ({ list, names: [...names] })),
  };
}

function seen(
  profile: ColumnProfile | undefined,
  property: string | null,
): Pick<LookedColumn, 'samples' | 'filled' | 'blank' | 'asked' | 'initials' | 'unclear'> {
  const { filled, blank, values } = profile ?? { filled: 0, blank: 0, values: new Map<string, number>() };
  const samples = [...values.keys()].slice(0, SAMPLES).map((value) => shownCell(value, property));
  const order = orderOf(property);
  return {
    ...{ filled, blank, samples },
    asked: property === null ? [] : findPlaceholders(values, isDate(property), property),
    initials: property === 'middleName' && isInitials([...values.keys()]),
    unclear: order ? unclearNames(values.keys(), order).map((name) => shownCell(name, property)) : [],
  };
}

function isDate(property: string): boolean {
  const column = readHeader(property);
  return 'date' in column && column.date;
}
