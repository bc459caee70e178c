import PDFDocument from 'pdfkit';

/** Text is handed on in pieces of about this many characters. */
const PIECE = 65_536;

/**
 * pdfkit with its writing gathered. It makes a buffer of every operator and of every line of the file, some hundred
 * thousand for a long table, and they cost more than the table itself.
 */
export class LeanDocument {
  readonly doc: PDFDocument;
  #file = '';
  #chunks: Uint8Array[] = [];
  #page = '';

  constructor(options: Record<string, unknown>) {
    this.doc = new PDFDocument({ ...options, autoFirstPage: false });
    const begun = this.doc.read();
    if (begun) this.#chunks.push(begun);
    this.doc._write = (data) => this.#write(data);
    this.doc.addContent = (operators) => {
      this.#page += `${operators}\n`;
      return this.doc;
    };
  }

  addPage(): void {
    this.#endPage();
    this.doc.addPage();
  }

  end(): void {
    this.#endPage();
    this.doc.end();
  }

  /** What has been written since it was last asked for. */
  taken(): Uint8Array {
    this.#gather();
    const chunks = this.#chunks;
    this.#chunks = [];
    return Buffer.concat(chunks);
  }

  #endPage(): void {
    if (this.#page) this.doc.page.write(Buffer.from(this.#page, 'latin1'));
    this.#page = '';
  }

  #write(data: string | Uint8Array): void {
    this.doc._offset += data.length;
    if (typeof data === 'string') {
      this.doc._offset += 1;
      this.#file += `${data}\n`;
      if (this.#file.length > PIECE) this.#gather();
    } else {
      this.#gather();
      this.#chunks.push(data);
    }
  }

  #gather(): void {
    if (this.#file) this.#chunks.push(Buffer.from(this.#file, 'latin1'));
    this.#file = '';
  }
}
