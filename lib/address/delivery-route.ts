import { type DeliveryLine, textOf } from './delivery-line.ts';
import { phraseAt, phrases } from './phrases.ts';
import { skipNumberSign } from './post-office-box.ts';
import { unitText } from './secondary-unit.ts';
import { ROUTE_KINDS, type RouteKind } from './tables/routes.ts';
import type { Tokens } from './tokens.ts';

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
  const route = phraseAt(ROUTES, word, 0, word.length);
  if (!route) return null;
  let at = skipNumberSign(word, route.words.length);
  const hasId = ROUTE_ID.test(word[at] ?? '') && !BOX.test(word[at] ?? '');
  const id = hasId ? (tokens.text[at++] ?? null) : null;
  const boxed = BOX.test(word[at] ?? '') || (word[at] === '#' && hasId && !route.meaning.needsBox);
  if (!id && !boxed) return null;
  if (route.meaning.needsBox && !boxed) return null;
  let number: string | null = null;
  if (boxed) {
    const from = skipNumberSign(word, at + 1);
    number = textOf(tokens, from, Math.min(from + 1, word.length));
    at = from + 1;
  }
  return {
    postOfficeBox: false,
    number,
    prefix: null,
    street: routeName(route.meaning, id),
    tag: null,
    direction: null,
    apt: unitText(tokens, at, word.length),
  };
}

/** Section 242 and 252: a leading zero of a route's number says nothing. */
function routeName(kind: RouteKind, id: string | null): string {
  return id === null ? kind.standard : `${kind.standard} ${id.replace(/^0+(?=\d)/, '')}`;
}

/** "RR 2" and its like, whose number is a box and not a house. */
export function isDeliveryRoute(street: string): boolean {
  return /^(?:RR|HC|PSC|CMR|OMC|Unit|Route)(?: [\dA-Z-]*\d[\dA-Z-]*)?$/i.test(street);
}
