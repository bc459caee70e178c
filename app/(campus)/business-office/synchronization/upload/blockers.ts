import type { ColumnMeaning } from '../../../../../lib/record/csv/meaning.ts';
import { missingProperties, type Needed } from '../../../../../lib/record/csv/missing.ts';
import { labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Sentences that say why a file can't be sent with these columns. */
export function blockersOf(
  columns: readonly Pick<ColumnMeaning, 'header' | 'property'>[],
  needed: readonly Needed[],
): string[] {
  const headers = Map.groupBy(
    columns.filter(({ property }) => property !== null),
    ({ property }) => property as string,
  );
  const twice = [...headers].filter(([, same]) => same.length > 1);
  const missing = missingProperties(needed, [...headers.keys()]);
  return [
    ...twice.map(([property, same]) =>
      UPLOAD_TEXTS.columnTwice(
        same.map(({ header }) => header),
        labelOfProperty(property),
      ),
    ),
    ...missing.map((property) => UPLOAD_TEXTS.columnMissing(labelOfProperty(property))),
  ];
}
