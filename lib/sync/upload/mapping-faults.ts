import type { FieldError } from '../../failure.ts';
import { readHeader } from '../../record/csv/column.ts';
import { type FileMapping, WHOLE_NAMES } from '../../record/csv/meaning.ts';
import { missingProperties } from '../../record/csv/missing.ts';
import { NEEDED } from '../../record/csv/properties.ts';
import { UPLOAD_TEXTS } from './texts.ts';

const isWholeName = (property: string): boolean => WHOLE_NAMES.some((name) => name === property);

/** What keeps a mapping from being used: no property, the same property twice, or a required one that nothing is. */
export function mappingFaults({ columns, fixed }: Pick<FileMapping, 'columns' | 'fixed'>): FieldError[] {
  const errors: FieldError[] = [];
  const met = new Map<string, string>();
  const meet = (property: string, source: string, pointer: string): void => {
    const column = readHeader(property);
    if ('unknown' in column) {
      const message = UPLOAD_TEXTS.propertyUnknown(property);
      errors.push({ pointer, code: 'unknownColumn', message });
      return;
    }
    const before = met.get(column.property);
    if (before !== undefined) {
      const message = UPLOAD_TEXTS.propertyTwice(before, source, column.property);
      errors.push({ pointer, code: 'columnTwice', message });
    }
    met.set(column.property, source);
  };
  for (const [index, { header, property }] of columns.entries()) {
    if (property === null) continue;
    const pointer = `/columns/${index}/property`;
    // A whole name has no middle name in every row, so a column of middle names may stand beside it.
    if (isWholeName(property)) for (const part of ['lastName', 'firstName']) meet(part, header, pointer);
    else meet(property, header, pointer);
  }
  for (const [index, { property, value }] of fixed.entries())
    meet(property, value, `/fixed/${index}/property`);
  for (const name of missingProperties(NEEDED, [...met.keys()]))
    errors.push({ pointer: '/columns', code: 'columnMissing', message: UPLOAD_TEXTS.propertyMissing(name) });
  return errors;
}
