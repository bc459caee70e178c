import { missingProperties, type Needed } from '../../../../../lib/record/csv/missing.ts';
import { labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import { UPLOAD_TEXTS } from './texts.ts';

interface Chosen {
  /** Of the column, or what a fixed value is called. */
  header: string;
  property: string | null;
}

/** Sentences that say why the file can't be checked with these columns and fixed values. */
export function blockersOf(chosen: readonly Chosen[], needed: readonly Needed[]): string[] {
  const headers = Map.groupBy(
    chosen.flatMap(({ header, property }) => partsOf(property).map((part) => ({ header, part }))),
    ({ part }) => part,
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

/** A column of whole names is what two columns would be; one of middle names may be beside it. */
const partsOf = (property: string | null): string[] => {
  if (property === null) return [];
  return property.startsWith('fullName.') ? ['lastName', 'firstName'] : [property];
};
