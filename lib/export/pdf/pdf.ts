import { INK, MUTED, Sheet, type SheetHead } from './sheet.ts';
import { type PdfCell, type PdfColumn, Table } from './table.ts';

export interface PdfHead extends SheetHead {
  /** What the report was narrowed to: "Search: schoolNumber". */
  filters: readonly string[];
}

/** A report in the order it is read. Rows belong to the table that began last. */
export type PdfPart =
  | { heading: string }
  | { paragraph: string }
  | { table: string; columns: readonly PdfColumn[] }
  /** `together`: how many rows at a time belong together, so that no page ends between them. */
  | { rows: readonly (readonly PdfCell[])[]; together?: number };

/**
 * A report as a tagged PDF, written as its parts come: title, district and filters, "Page x of y", headings of tables again
 * on every page, text wrapped and never cut.
 *
 * @param parts rows in as many parts as they come in; between two of them other work has its turn
 */
export function pdfStream(head: PdfHead, parts: AsyncIterable<PdfPart>): ReadableStream<Uint8Array> {
  const bytes = bytesOf(head, parts);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}

async function* bytesOf(head: PdfHead, parts: AsyncIterable<PdfPart>) {
  const sheet = new Sheet(head);
  let table: Table | undefined;
  begin(sheet, head);
  for await (const part of parts) {
    if ('rows' in part) for (const group of groups(part.rows, part.together ?? 1)) table?.rows(group);
    else {
      table?.end();
      table = undefined;
      if ('table' in part) table = new Table(sheet, part.table, part.columns);
      else if ('heading' in part) heading(sheet, part.heading);
      else sheet.paragraph('P', part.paragraph, { font: 'Helvetica', size: 9, color: MUTED });
    }
    yield sheet.taken();
  }
  table?.end();
  sheet.end();
  yield sheet.taken();
}

function* groups<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

function begin(sheet: Sheet, { title, district, generated, filters }: PdfHead): void {
  sheet.paragraph('H1', title, { font: 'Helvetica-Bold', size: 16, color: INK });
  for (const line of [district, `Generated on ${generated}`, ...filters])
    sheet.paragraph('P', line, { font: 'Helvetica', size: 9, color: MUTED });
  sheet.y += 8;
}

/** For a heading, the text under it, and the first rows of a table. */
const HEADING_ROOM_POINTS = 160;

function heading(sheet: Sheet, text: string): void {
  if (sheet.room < HEADING_ROOM_POINTS) sheet.addPage();
  else sheet.y += 8;
  sheet.paragraph('H2', text, { font: 'Helvetica-Bold', size: 11, color: INK });
  sheet.y += 2;
}
