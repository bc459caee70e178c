import { Invalid, type Warning } from '../../failure.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** @throws Invalid for columns that the mapping uses and the file doesn't have */
export function assertColumns(missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new Invalid(
    UPLOAD_TEXTS.columnsMissing(missing),
    missing.map((header) => ({
      pointer: '',
      code: 'columnsDiffer',
      message: UPLOAD_TEXTS.columnsMissing([header]),
      column: header,
    })),
  );
}

/** Columns of the file that the mapping doesn't name. */
export const columnsLeftOut = (headers: readonly string[]): Warning[] =>
  headers.length === 0 ? [] : [{ code: 'columnsLeftOut', message: UPLOAD_TEXTS.columnsLeftOut(headers) }];
