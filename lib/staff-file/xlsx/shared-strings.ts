import { TooLarge } from '../../failure.ts';
import { STAFF_FILE_TEXTS } from '../texts.ts';
import { brokenWorkbook, type WorkbookPackage } from './package.ts';
import { readWholeXml } from './xml.ts';

/** Kept in memory while the sheet is read. */
const MAX_CHARS = 128 * 1024 * 1024;

/** The texts that cells name by their place. Rich text without its formats and without phonetic hints. */
export async function readSharedStrings(workbook: WorkbookPackage, path: string): Promise<string[]> {
  const texts: string[] = [];
  let chars = 0;
  let text = '';
  let within = false;
  let phonetic = false;
  await readWholeXml(workbook.read(path), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') within = !phonetic;
    },
    text(part) {
      if (within) text += part;
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        chars += text.length;
        if (chars > MAX_CHARS) throw new TooLarge(STAFF_FILE_TEXTS.tooManyCharacters(MAX_CHARS));
        texts.push(unescaped(text));
      }
    },
  });
  return texts;
}

/** Characters that XML can't hold are written as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export const sharedString = (texts: readonly string[], index: string): string => {
  const text = texts[Number(index)];
  if (text === undefined) throw brokenWorkbook();
  return text;
};
