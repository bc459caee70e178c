import type { PdfStructure } from 'pdfkit';
import type { Font, Run } from './letters.ts';
import { MUTED, type Sheet } from './sheet.ts';

export interface PdfColumn {
  label: string;
  /** Its share of the page's width. */
  share: number;
}
/** `mark` is the background color, which is bold as well: some readers can't distinguish colors. */
export type PdfCell = string | null | { text: string; mark: string };

const SIZE = 8;
const HEIGHT = 10.2;
const PAD_X = 4;
const PAD_Y = 3;
const GROUND = '#f1f3f7';
/** Rows that belong together and are not much taller than this are kept on one page. */
const MAX_KEPT_TOGETHER_POINTS = 300;

interface Drawn {
  lines: Run[][];
  mark?: string;
}

/** A table that goes on over pages, its headings again on each. */
export class Table {
  readonly #sheet: Sheet;
  readonly #columns: { label: string; x: number; width: number }[];
  readonly #structure: PdfStructure;
  #isBegun = false;

  constructor(sheet: Sheet, label: string, columns: readonly PdfColumn[]) {
    this.#sheet = sheet;
    const all = columns.reduce((sum, { share }) => sum + share, 0);
    let x = sheet.left;
    this.#columns = columns.map((column) => {
      const width = (column.share / all) * sheet.width;
      const placed = { label: column.label, x, width };
      x += width;
      return placed;
    });
    this.#structure = sheet.doc.struct('Table', { title: label });
    sheet.doc.addStructure(this.#structure);
  }

  /** Rows that belong together, on one page unless they are very tall. */
  rows(group: readonly (readonly PdfCell[])[]): void {
    const drawn = group.map((cells) =>
      this.#columns.map(({ width }, at) => this.#lines(cells[at] ?? null, width, 'Helvetica')),
    );
    const height = drawn.reduce((sum, row) => sum + linesOf(row) * HEIGHT + 2 * PAD_Y, 0);
    if (!this.#isBegun) this.#begin(Math.min(height, MAX_KEPT_TOGETHER_POINTS));
    if (height > this.#sheet.room && height < MAX_KEPT_TOGETHER_POINTS) this.#nextPage();
    for (const row of drawn) this.#row(row);
  }

  #row(drawn: Drawn[]): void {
    const most = linesOf(drawn);
    const row = this.#sheet.doc.struct('TR');
    this.#structure.add(row);
    const fields = drawn.map(() => this.#sheet.doc.struct('TD'));
    for (const field of fields) row.add(field);
    for (let from = 0; from < most; ) {
      let fit = Math.floor((this.#sheet.room - 2 * PAD_Y) / HEIGHT);
      if (fit < 1) {
        this.#nextPage();
        fit = Math.floor((this.#sheet.room - 2 * PAD_Y) / HEIGHT);
      }
      const to = Math.min(most, from + fit);
      this.#drawRow(drawn, fields, from, to);
      from = to;
    }
    for (const field of fields) field.end();
    row.end();
  }

  end(): void {
    if (!this.#isBegun) this.#begin(0);
    this.#structure.end();
    this.#sheet.y += 10;
  }

  /** The row's lines `from` to `to`, all on this page. */
  #drawRow(drawn: Drawn[], fields: PdfStructure[], from: number, to: number): void {
    const sheet = this.#sheet;
    const height = (to - from) * HEIGHT + 2 * PAD_Y;
    const top = sheet.y;
    sheet.asArtifact(() => {
      drawn.forEach(({ mark }, at) => {
        const { x, width } = this.#columns[at] as { x: number; width: number };
        if (mark) sheet.doc.rect(x + 1, top + 1, width - 2, height - 2).fill(mark);
      });
      sheet.rule(top + height);
    });
    drawn.forEach(({ lines }, at) => {
      const here = lines.slice(from, to);
      if (here.length > 0) fields[at]?.add(() => this.#drawLines(here, at, top));
    });
    sheet.y = top + height;
  }

  #drawLines(lines: Run[][], column: number, top: number, color?: string): void {
    const x = (this.#columns[column]?.x as number) + PAD_X;
    this.#sheet.draw(lines, x, top + PAD_Y + SIZE - 0.8, { size: SIZE, leading: HEIGHT, color });
  }

  #lines(cell: PdfCell, width: number, font: Font): Drawn {
    const marked = typeof cell === 'object' && cell !== null;
    const text = this.#sheet.letters.drawable((marked ? cell.text : cell) ?? '');
    return {
      lines: this.#sheet.letters.lines(text, width - 2 * PAD_X, marked ? 'Helvetica-Bold' : font, SIZE),
      mark: marked ? cell.mark : undefined,
    };
  }

  /** Its headings are on one page with its first rows, which take `height`. */
  #begin(height: number): void {
    this.#isBegun = true;
    if (this.#sheet.room < height + 4 * HEIGHT) this.#sheet.addPage();
    this.#headings(true);
  }

  #nextPage(): void {
    this.#sheet.addPage();
    this.#headings(false);
  }

  /** They are read out once; on later pages they are only seen. */
  #headings(read: boolean): void {
    const { doc } = this.#sheet;
    const labels = this.#columns.map(({ label, width }) => this.#lines(label, width, 'Helvetica-Bold').lines);
    const height = Math.max(...labels.map((lines) => lines.length)) * HEIGHT + 2 * PAD_Y;
    const top = this.#sheet.y;
    const draw = (at: number) => this.#drawLines(labels[at] ?? [], at, top, MUTED);
    this.#sheet.asArtifact(() => {
      doc.rect(this.#sheet.left, top, this.#sheet.width, height).fill(GROUND);
      if (!read) for (const at of labels.keys()) draw(at);
    });
    if (read) {
      const row = doc.struct('TR');
      this.#structure.add(row);
      labels.forEach((_, at) => {
        row.add(doc.struct('TH', { scope: 'Column' }, () => draw(at)));
      });
      row.end();
    }
    this.#sheet.y = top + height;
  }
}

const linesOf = (row: readonly Drawn[]): number => Math.max(...row.map(({ lines }) => lines.length));
