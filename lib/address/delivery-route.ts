import { type DeliveryLine, textOf } from './delivery-line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { skipNumberSign } from './post-office-box.ts';
import { ROUTE_KINDS, type RouteKind } from './tables/routes.ts';
import type { Tokens } from './tokens.ts';
import { unitText } from './unit-parts.ts';

const ROUTES = phrases(
  ROUTE_KINDS.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind] as const)),
);
const ROUTE_ID = /^(?=.*\d)[\dA-Z-]+$/;
const BOX = /^(?:BOX|BX)$/;

/**
 * Rural routes, highway contract routes and military units: Publication 28, sections 24, 25 and 238. The route is stored
 * as the street in its standard form ("RR 2", "HC 68", "PSC 3"), the box as the number. What follows (section 245) is
 * kept as the unit.
 */
export function parseDeliveryRoute(tokens: Tokens): DeliveryLine | null {
  const { word } = tokens;
  const end = word.length;
  const boxFirst = boxAt(word, 0, end);
  const at = boxFirst ? boxFirst.end : 0;
  const route = phraseAt(ROUTES, word, at, end);
  if (!route || (boxFirst && route.meaning.needsBox)) return null;
  const idAt = skipNumberSign(word, at + route.words.length);
  const hasId = ROUTE_ID.test(word[idAt] ?? '');
  const idEnd = hasId ? idAt + 1 : at + route.words.length;
  const box = boxFirst ?? boxAt(word, idEnd, end, hasId && !route.meaning.needsBox);
  if (!(box && hasId) && (route.meaning.needsBox || (!box && !hasId))) return null;
  return {
    postOfficeBox: false,
    number: box ? textOf(tokens, box.start, box.end) : null,
    prefix: null,
    street: routeName(route.meaning, hasId ? (tokens.text[idAt] ?? null) : null),
    tag: null,
    direction: null,
    apt: unitText(tokens, boxFirst || !box ? idEnd : box.end, end),
  };
}

/** The box's number behind BOX, or behind # when that is enough. */
function boxAt(word: readonly string[], at: number, end: number, signIsEnough = false) {
  if (!BOX.test(word[at] ?? '') && !(signIsEnough && word[at] === '#')) return null;
  const start = skipNumberSign(word, at + 1);
  return start < end ? { start, end: start + 1 } : null;
}

/** Section 242 and 252: a leading zero of a route's number says nothing. */
function routeName(kind: RouteKind, id: string | null): string {
  return id === null ? kind.standard : `${kind.standard} ${id.replace(/^0+(?=\d)/, '')}`;
}

const STORED_ROUTE = /^(?:(?:RR|HC|PSC|CMR|OMC|Unit|Route) [\dA-Z-]*\d[\dA-Z-]*|RR|HC)$/i;

/** "RR 2" and its like, whose number is a box and not a house. */
export function isDeliveryRoute(street: string): boolean {
  return STORED_ROUTE.test(street);
}
