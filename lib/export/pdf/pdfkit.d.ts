/** What the reports call of the npm package pdfkit, which brings no types. */
declare module 'pdfkit' {
  /** An object of the file. */
  export interface PdfReference {
    data: Record<string, unknown>;
    end(content?: string): void;
  }
  export interface PdfStructure {
    add(child: PdfStructure | (() => void)): PdfStructure;
    end(): void;
  }
  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
    /** The font that was chosen last; `font` is fontkit's, of a font that came from a file. */
    readonly _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
    /** Where in the file the next byte goes. */
    _offset: number;
    _write(data: string | Uint8Array): void;
    page: {
      write(operators: Uint8Array): void;
      width: number;
      height: number;
      fonts: Record<string, PdfReference>;
      xobjects: Record<string, PdfReference>;
    };
    registerFont(name: string, source: string): this;
    font(name: string, size?: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    fill(color?: string): this;
    stroke(): this;
    save(): this;
    restore(): this;
    text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): this;
    widthOfString(text: string): number;
    ref(data: Record<string, unknown>): PdfReference;
    addContent(operators: string): this;
    addPage(): this;
    markContent(tag: string, options?: Record<string, unknown>): this;
    endMarkedContent(): this;
    struct(type: string, options: Record<string, unknown>, children?: () => void): PdfStructure;
    struct(type: string, children?: () => void): PdfStructure;
    addStructure(structure: PdfStructure): this;
    end(): void;
    /** What has been written since it was last asked for. */
    read(): Uint8Array | null;
  }
}
