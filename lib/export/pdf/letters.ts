import { createRequire } from 'node:module';
import { join } from 'node:path';
import type PDFDocument from 'pdfkit';

/** Every reader has Helvetica, whose letters are those of Windows-1252; DejaVu, embedded where it is used, has others. */
export type Font = 'Helvetica' | 'Helvetica-Bold' | 'Wide';

/** A part of one line that one font draws. */
export interface Run {
  font: Font;
  text: string;
  width: number;
}

const SPECIALS = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const isPlain = (character: string, code: number): boolean =>
  (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x100 && code !== 0xad) || SPECIALS.has(character);

/** Invisible characters that change the direction of the text next to them. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** A line may break after these, and at blanks: paths, e-mails, JSON. */
const BREAKS = new Set(Array.from(' /,;-&?=@}', (sign) => sign.charCodeAt(0)));
const ASCII = /^[\x20-\x7E]*$/;

/** What the letters of one document measure, and which font has them. */
export class Letters {
  readonly #doc: PDFDocument;
  /** By font, in thousandths of the font's size. */
  readonly #widths: Record<Font, Map<string, number>> = {
    Helvetica: new Map(),
    'Helvetica-Bold': new Map(),
    Wide: new Map(),
  };
  /** The same of the commonest letters, by their code: most of a report is measured by these. */
  readonly #ascii: Record<Font, Float64Array> = {
    Helvetica: new Float64Array(128),
    'Helvetica-Bold': new Float64Array(128),
    Wide: new Float64Array(128),
  };
  readonly #wide = new Map<string, boolean>();

  constructor(doc: PDFDocument) {
    this.#doc = doc;
    // Found at run time: no bundler is to look for it.
    const packages = createRequire(join(process.cwd(), 'package.json'));
    doc.registerFont('Wide', packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'));
  }

  /**
   * A text that can be drawn whole. A character that no font has, and one that would reverse the text around it, is drawn as
   * `[U+4E2D]`: nothing is lost, and nothing looks like what it is not.
   */
  drawable(text: string): string {
    if (ASCII.test(text)) return text;
    let out = '';
    for (const character of text.normalize('NFC').replaceAll('\t', ' ').replace(/\r\n?/g, '\n'))
      out += character === '\n' || this.#fontOf(character, 'Helvetica') ? character : `[U+${hex(character)}]`;
    return out;
  }

  /** A drawable text in lines of at most `width` points, broken at blanks, else after a sign, else anywhere. */
  lines(text: string, width: number, font: Font, size: number): Run[][] {
    const most = (width * 1000) / size;
    return text.split('\n').flatMap((paragraph) => this.#wrap(paragraph, most, font));
  }

  #wrap(paragraph: string, most: number, font: Font): Run[][] {
    const lines: Run[][] = [];
    const wide = !ASCII.test(paragraph);
    const widths = this.#ascii[font];
    let start = 0;
    let used = 0;
    let breakAt = 0;
    let usedAtBreak = 0;
    for (let at = 0; at < paragraph.length; ) {
      const code = paragraph.charCodeAt(at);
      const length = code >= 0xd800 && code < 0xdc00 ? 2 : 1;
      const width =
        code < 128 && widths[code] ? widths[code] : this.#widthOf(paragraph.slice(at, at + length), font);
      if (used + width > most && at > start && code !== 0x20) {
        const kept = breakAt > start;
        const end = kept ? breakAt : at;
        lines.push(this.#runs(paragraph.slice(start, end), font, kept ? usedAtBreak : used, wide));
        used = kept ? used - usedAtBreak : 0;
        start = end;
        breakAt = start;
        usedAtBreak = 0;
      }
      used += width;
      at += length;
      if (BREAKS.has(code)) {
        breakAt = at;
        usedAtBreak = used;
      }
    }
    lines.push(this.#runs(paragraph.slice(start), font, used, wide));
    return lines;
  }

  #runs(text: string, plain: Font, width: number, wide: boolean): Run[] {
    if (!wide) return [{ font: plain, text, width }];
    const runs: Run[] = [];
    for (const character of text) {
      const font = this.#fontOf(character, plain) ?? plain;
      const width = this.#widthOf(character, plain);
      const last = runs.at(-1);
      if (last?.font === font) {
        last.text += character;
        last.width += width;
      } else runs.push({ font, text: character, width });
    }
    return runs;
  }

  #fontOf(character: string, plain: Font): Font | undefined {
    const code = character.codePointAt(0) as number;
    if (isPlain(character, code)) return plain;
    let has = this.#wide.get(character);
    if (has === undefined) {
      has =
        !TURNS.test(character) && code > 0x20 && this.#doc.font('Wide')._font.font.hasGlyphForCodePoint(code);
      this.#wide.set(character, has);
    }
    return has ? 'Wide' : undefined;
  }

  #widthOf(character: string, plain: Font): number {
    const font = this.#fontOf(character, plain) ?? plain;
    let width = this.#widths[font].get(character);
    if (width === undefined) {
      width = this.#doc.font(font, 1000).widthOfString(character);
      this.#widths[font].set(character, width);
      if (character < '\x7F') this.#ascii[font][character.charCodeAt(0)] = width;
    }
    return width;
  }
}

const hex = (character: string): string =>
  (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
