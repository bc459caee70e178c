import type { Tokens } from './tokens.ts';

const BOX = /^(POBOX|POBX|POB|PO|BOX|BX|BUZON)-?(\d[\dA-Z-]*)$/;
const ROUTE = /^(RR|RFD|HCR|HC)-?(\d[\dA-Z]*)$/;
/** Elsewhere than first these may be a highway, a road or a unit. */
const FIRST_ROUTE = /^(PSC|CMR|OMC|ROUTE|RTE|RT|RD|UNIT)-?(\d[\dA-Z]*)$/;

/** "RR7", "HC-68" and "BOX12" are a name and its number: they become two words. */
export function separateGluedWords(tokens: Tokens): void {
  const { word } = tokens;
  for (let at = 0; at < word.length; at++) {
    const found = glued(word[at] ?? '', at === 0);
    if (found) separate(tokens, at, found);
  }
}

function glued(word: string, isFirst: boolean): RegExpExecArray | null {
  const letter = word.charCodeAt(0);
  const ending = word.charCodeAt(word.length - 1);
  if (letter < 66 || letter > 85 || word.length < 3) return null; // B to U
  // Most words end in a letter after another letter, and are not glued.
  if (ending > 57 && word.charCodeAt(word.length - 2) > 57) return null;
  return BOX.exec(word) ?? ROUTE.exec(word) ?? (isFirst ? FIRST_ROUTE.exec(word) : null);
}

function separate(
  { word, text, afterComma }: Tokens,
  at: number,
  [, name = '', number = '']: string[],
): void {
  const written = text[at] ?? '';
  word.splice(at, 1, name, number);
  text.splice(at, 1, written.slice(0, -number.length).replace(/[-.]+$/, ''), written.slice(-number.length));
  afterComma.splice(at + 1, 0, false);
}
