/** A preview shows what a cell is, not all of it. */
const CELL_SHOWN = 200;
const WRITTEN_SSN = /\b\d{3}-\d{2}-(\d{4})\b/g;

/** A cell in a preview. An SSN has its last four digits only, also in a column that nobody knows as one. */
export function shownCell(cell: string, property: string | null): string {
  const shown = cell.slice(0, CELL_SHOWN).toWellFormed();
  if (property === 'ssn') return shown.replace(/\d(?=(?:\D*\d){4})/g, '*').replace(/^\d{1,4}$/, '****');
  return shown.replace(WRITTEN_SSN, '***-**-$1');
}
