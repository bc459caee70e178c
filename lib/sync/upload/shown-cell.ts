/** A preview shows what a cell is, not all of it. */
const CELL_SHOWN = 200;
/** More than an SSN has, so that none is cut before it is recognized. */
const READ_ON = 20;
const WRITTEN_SSN = /\b\d{3}([-. ])\d{2}\1(\d{4})\b/g;

/** A cell in a preview. An SSN has its last four digits only, also in a column that nobody knows as one. */
export function shownCell(cell: string, property: string | null): string {
  const read = cell.slice(0, CELL_SHOWN + READ_ON);
  const masked =
    property === 'ssn'
      ? read.replace(/\d(?=(?:\D*\d){4})/g, '*').replace(/^\d{1,4}$/, '****')
      : read.replace(WRITTEN_SSN, '***$1**$1$2');
  return masked.slice(0, CELL_SHOWN).toWellFormed();
}
