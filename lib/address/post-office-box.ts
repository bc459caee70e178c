import { type DeliveryLine, joinTexts, textOf } from './delivery-line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { BOX_NAMES, BOX_PHRASES } from './tables/boxes.ts';
import type { Tokens } from './tokens.ts';
import { unitText } from './unit-parts.ts';

const BOXES = phrases(BOX_PHRASES.map((spelling) => [spelling, true]));
const NAMES = phrases(BOX_NAMES.map((spelling) => [spelling, true]));
const GLUED = /^(?:POBOX|POB|PO)(\d+[A-Z]?)$/;

/**
 * Post office boxes: Publication 28, section 28. Department words before or behind the box ("Dept 12", "File 74155")
 * are kept as the unit; with a house number before it the line is a street address (section 215, dual addresses).
 */
export function parsePostOfficeBox(tokens: Tokens): DeliveryLine | null {
  const named = findBox(tokens);
  if (!named) return null;
  const from = skipNumberSign(tokens.word, named.end);
  const to = boxNumberEnd(tokens.word, from);
  if (named.glued === null && to === from) return null;
  const number = named.glued ?? textOf(tokens, from, to);
  const rest = named.glued ? named.end : to;
  const apt = joinTexts(unitText(tokens, 0, named.start), unitText(tokens, rest, tokens.word.length));
  return { postOfficeBox: true, number, prefix: null, street: null, tag: null, direction: null, apt };
}

function findBox({ word, text }: Tokens): { start: number; end: number; glued: string | null } | null {
  for (let at = 0; at < word.length; at++) {
    if (word[at]?.charCodeAt(0) !== 80 /* P */) continue;
    const glued = GLUED.exec(word[at] ?? '');
    const phrase = phraseAt(BOXES, word, at, word.length);
    if (!glued && !phrase) continue;
    if (at > 1 && /^\d/.test(word[0] ?? '')) return null;
    if (glued) return { start: at, end: at + 1, glued: text[at]?.slice(-(glued[1]?.length ?? 0)) ?? null };
    return { start: at, end: at + (phrase?.words.length ?? 0), glued: null };
  }
  const name = phraseAt(NAMES, word, 0, word.length);
  return name ? { start: 0, end: name.words.length, glued: null } : null;
}

export function skipNumberSign(word: readonly string[], at: number): number {
  let next = at;
  while (word[next] === '#' || word[next] === 'NO' || word[next] === 'NUMBER') next++;
  return next;
}

/** A box is one word with a digit or one letter ("L"), or letters before such a word ("CS 198422"). */
function boxNumberEnd(word: readonly string[], from: number): number {
  const [first = '', second = ''] = [word[from], word[from + 1]];
  if (/\d/.test(first) || /^[A-Z]{1,2}$/.test(first)) {
    return /^[A-Z]{1,2}$/.test(first) && /^\d/.test(second) ? from + 2 : from + 1;
  }
  return from;
}
