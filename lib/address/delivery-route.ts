import type { DeliveryLine } from './delivery-line.ts';
import { numberOfWord } from './ordinals.ts';
import { phraseAt, phrases } from './phrases.ts';
import { boxNumberText, skipNumberSign } from './post-office-box.ts';
import { BOX_PHRASES, ROUTE_BOX_NAMES } from './tables/boxes.ts';
import { ROUTE_KINDS, type RouteKind } from './tables/routes.ts';
import type { Tokens } from './tokens.ts';
import { designatorOf } from './unit-designator.ts';
import { unitText } from './unit-parts.ts';

const ROUTES = phrases(
  ROUTE_KINDS.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind] as const)),
);
const BOXES = phrases([...ROUTE_BOX_NAMES, ...BOX_PHRASES].map((spelling) => [spelling, true]));
const ROUTE_ID = /^(?=.*\d)[\dA-Z-]+$/;

/**
 * Rural routes, highway contract routes and military units: Publication 28, sections 24, 25 and 238. The route is stored
 * as the street in its standard form ("RR 2", "HC 68", "PSC 3"), the box as the number. What follows (section 245) is
 * kept as the unit.
 */
export function parseDeliveryRoute(tokens: Tokens): DeliveryLine | null {
  const { word } = tokens;
  const end = word.length;
  const boxFirst = boxAt(tokens, 0);
  const at = boxFirst ? boxFirst.end : 0;
  const route = phraseAt(ROUTES, word, at, end);
  if (!route || (boxFirst && route.meaning.needsBox)) return null;
  const routeId = idAt(tokens, at + route.words.length);
  const box = boxFirst ?? boxAt(tokens, routeId.end, routeId.id !== null && !route.meaning.needsBox);
  const hasId = routeId.id !== null;
  if (!(box && hasId) && (route.meaning.needsBox || (!box && !hasId))) return null;
  return {
    postOfficeBox: false,
    number: box ? boxNumberText(tokens, box.start, box.end) : null,
    prefix: null,
    street: routeName(route.meaning, routeId.id),
    tag: null,
    direction: null,
    apt: unitText(tokens, boxFirst || !box ? routeId.end : box.end, end),
  };
}

/** The route's number; a single letter or a number in words is one when the box follows ("Star Route B Box 11"). */
function idAt(tokens: Tokens, from: number): { id: string | null; end: number } {
  const { word, text } = tokens;
  const at = skipNumberSign(word, from);
  const here = word[at] ?? '';
  if (ROUTE_ID.test(here)) return { id: text[at] ?? null, end: at + 1 };
  const spelled = numberOfWord(here) ?? (/^[A-Z]$/.test(here) ? text[at] : undefined);
  return spelled !== undefined && boxAt(tokens, at + 1)
    ? { id: spelled, end: at + 1 }
    : { id: null, end: from };
}

/** The box's number after BOX, or after # when that is enough. */
function boxAt(tokens: Tokens, at: number, signIsEnough = false) {
  const { word } = tokens;
  const named = phraseAt(BOXES, word, at, word.length);
  if (!named && !(signIsEnough && word[at] === '#')) return null;
  const start = skipNumberSign(word, at + (named?.words.length ?? 1));
  return start < word.length ? { start, end: boxEnd(tokens, start) } : null;
}

/** "Box 12 D": a letter after the number belongs to it, unless more of an address follows. */
function boxEnd({ word, afterComma }: Tokens, start: number): number {
  const letter = start + 1;
  if (!/^\d+$/.test(word[start] ?? '') || !/^[A-Z]$/.test(word[letter] ?? '') || afterComma[letter])
    return letter;
  const next = letter + 1;
  const isLast =
    next >= word.length ||
    afterComma[next] ||
    designatorOf(word[next]) ||
    phraseAt(ROUTES, word, next, word.length);
  return isLast ? next : letter;
}

/** Section 242 and 252: a leading zero of a route's number says nothing. */
function routeName(kind: RouteKind, id: string | null): string {
  return id === null ? kind.standard : `${kind.standard} ${id.replace(/^0+(?=\d)/, '')}`;
}

const STORED_ROUTE = /^(?:(?:RR|HC|PSC|CMR|OMC|Unit|Route) [\dA-Z-]*\d[\dA-Z-]*|(?:RR|HC)(?: [A-Z])?)$/i;

/** "RR 2" and its like, whose number is a box and not a house. */
export function isDeliveryRoute(street: string): boolean {
  return STORED_ROUTE.test(street);
}
