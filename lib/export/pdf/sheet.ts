import type PDFDocument from 'pdfkit';
import type { PdfReference } from 'pdfkit';
import { LeanDocument } from './lean-document.ts';
import { type Font, Letters, type Run } from './letters.ts';

const MARGIN = 36;
const FOOT = 20;
export const INK = '#1b1e27';
export const MUTED = '#555b6b';
export const LINE = '#dfe2e9';

/** Printed on every page. */
export interface SheetHead {
  title: string;
  district: string;
  /** As a person reads it, in the district's zone. */
  generated: string;
}

/** Pages of a report, each with its foot; text is drawn line by line at a place that moves down. */
export class Sheet {
  readonly #document: LeanDocument;
  readonly doc: PDFDocument;
  readonly letters: Letters;
  readonly width: number;
  /** Where the next line goes. */
  y = MARGIN;
  readonly #head: SheetHead;
  /** "of y" is known at the end: every page shows one drawing, which is written then. */
  readonly #total: PdfReference;
  readonly #fonts: Record<string, PdfReference>;
  #pages = 0;

  constructor(head: SheetHead) {
    this.#head = head;
    this.#document = new LeanDocument({
      size: 'LETTER',
      layout: 'landscape',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-US',
      displayTitle: true,
      info: { Title: head.title, Author: head.district, Producer: 'Campus BOI', Creator: 'Campus BOI' },
    });
    this.doc = this.#document.doc;
    this.letters = new Letters(this.doc);
    this.#total = this.doc.ref({});
    this.#fonts = { Helvetica: this.#plain('Helvetica'), 'Helvetica-Bold': this.#plain('Helvetica-Bold') };
    this.width = 792 - 2 * MARGIN;
    this.addPage();
  }

  get left(): number {
    return MARGIN;
  }

  /** How far down text may go. */
  get bottom(): number {
    return this.doc.page.height - MARGIN - FOOT;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  addPage(): void {
    this.#document.addPage();
    this.#pages += 1;
    Object.assign(this.doc.page.fonts, this.#fonts);
    this.y = MARGIN;
    this.asArtifact(() => this.#foot());
  }

  /** What has been written since it was last asked for. */
  taken(): Uint8Array {
    return this.#document.taken();
  }

  /** What is no part of the text: screen readers pass over it. */
  asArtifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.doc.endMarkedContent();
  }

  /**
   * Lines, the first of them on the baseline `y`. Plain letters are written here: pdfkit looks up the kerning of every
   * pair, which takes four times as long as all the rest.
   */
  draw(lines: readonly (readonly Run[])[], x: number, y: number, style: TextStyle): void {
    const { size, color = INK } = style;
    const leading = style.leading ?? 0;
    let operators = '';
    lines.forEach((line, at) => {
      let left = x;
      const down = y + at * leading;
      for (const { font, text, width } of line) {
        if (text.trim() !== '' && font === 'Wide')
          this.doc
            .font(font, size)
            .fillColor(color)
            .text(text, left, down, { lineBreak: false, baseline: 'alphabetic' });
        else if (text.trim() !== '')
          operators += `/${font} ${size} Tf 1 0 0 -1 ${round(left)} ${round(down)} Tm (${encoded(text)}) Tj\n`;
        left += (width * size) / 1000;
      }
    });
    if (operators) this.doc.addContent(`BT ${rgb(color)} rg\n${operators}ET`);
  }

  /** A text of any length under what is there, as an element of the document's structure. */
  paragraph(tag: 'H1' | 'H2' | 'P', text: string, style: { font: Font; size: number; color?: string }): void {
    const { font, size, color } = style;
    const height = size * 1.3;
    const lines = this.letters.lines(this.letters.drawable(text), this.width, font, size);
    const element = this.doc.struct(tag);
    this.doc.addStructure(element);
    for (const line of lines) {
      if (this.room < height) this.addPage();
      element.add(() => this.draw([line], MARGIN, this.y + size, { size, color }));
      this.y += height;
    }
    element.end();
  }

  rule(y: number): void {
    this.doc
      .strokeColor(LINE)
      .lineWidth(0.5)
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .stroke();
  }

  end(): void {
    this.#total.data = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -3, 60, 10],
      Resources: { Font: this.#fonts },
    };
    this.#total.end(`BT /Helvetica 8 Tf ${rgb(MUTED)} rg 0 0 Td (of ${this.#pages}) Tj ET`);
    this.#document.end();
  }

  #plain(name: string): PdfReference {
    const font = this.doc.ref({
      Type: 'Font',
      Subtype: 'Type1',
      BaseFont: name,
      Encoding: 'WinAnsiEncoding',
    });
    font.end();
    return font;
  }

  #foot(): void {
    const { title, district, generated } = this.#head;
    const y = this.doc.page.height - MARGIN;
    this.rule(y - 14);
    const style = { size: 8, color: MUTED };
    const line = (text: string) =>
      this.letters.lines(this.letters.drawable(text), 1e6, 'Helvetica', style.size);
    this.draw(line(`${clip(district)} · ${title} · Generated on ${generated}`), MARGIN, y, style);
    const page = line(`Page ${this.#pages} `);
    const pageWidth = (page[0] ?? []).reduce((sum, run) => sum + (run.width * style.size) / 1000, 0);
    const right = MARGIN + this.width - 34;
    this.draw(page, right - pageWidth, y, style);
    this.doc.page.xobjects.Total = this.#total;
    // pdfkit's pages are turned upside down; what is drawn on one is turned back.
    this.doc.addContent(`q 1 0 0 -1 ${right} ${y} cm /Total Do Q`);
  }
}

interface TextStyle {
  size: number;
  color?: string;
  /** From one line's baseline to the next. */
  leading?: number;
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text);
const round = (n: number): number => Math.round(n * 100) / 100;
const rgb = (color: string): string =>
  [1, 3, 5].map((at) => round(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');

/** Windows-1252 between U+0080 and U+009F. */
const SPECIAL_BYTES = new Map(
  Array.from('€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ', (character, at) => [
    character,
    String.fromCharCode(0x80 + at),
  ]),
);

/** A plain text as the bytes of a PDF string, each as the character of its code. */
const encoded = (text: string): string =>
  text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\xFF]/g, (special) => SPECIAL_BYTES.get(special) ?? '?');
