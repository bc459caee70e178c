import type { AddressComponents } from './components.ts';
import { type DeliveryLine, textOf } from './delivery-line.ts';
import { parseDeliveryRoute } from './delivery-route.ts';
import { stateCode, withoutLastLine } from './last-line.ts';
import { parsePostOfficeBox } from './post-office-box.ts';
import { parseStreetAddress } from './street-address.ts';
import { type Tokens, tokenize } from './tokens.ts';

export interface AddressLine {
  fullStreetAddress: string;
  city?: string | null;
  state?: string | null;
  zip?: string | null;
  county?: string | null;
}

/** The delivery lines Publication 28 knows: special forms first, the street address when none of them fits. */
const FORMS: readonly ((tokens: Tokens) => DeliveryLine | null)[] = [
  parseDeliveryRoute,
  parsePostOfficeBox,
  parseStreetAddress,
];

/** Components of one delivery line (ADR-5). Never throws and drops no word: what can't be parsed is the street (ADR-7). */
export function parseAddress(line: AddressLine): AddressComponents {
  const delivery = parseDeliveryLine(deliveryTokens(line));
  return {
    postOfficeBox: delivery.postOfficeBox,
    number: delivery.number,
    prefix: delivery.prefix,
    street: delivery.street,
    tag: delivery.tag,
    direction: delivery.direction,
    apt: delivery.apt,
    city: trimmed(line.city),
    state: stateCode(line.state),
    zip: trimmed(line.zip),
    county: trimmed(line.county),
    locationCode: null,
    tract: null,
    block: null,
  };
}

function deliveryTokens(line: AddressLine): Tokens {
  const tokens = tokenize(line.fullStreetAddress);
  const end = withoutLastLine(tokens, line);
  for (const list of [tokens.text, tokens.word, tokens.afterComma]) list.length = end;
  return tokens;
}

function parseDeliveryLine(tokens: Tokens): DeliveryLine {
  for (const form of FORMS) {
    const parsed = form(tokens);
    if (parsed) return parsed;
  }
  return {
    postOfficeBox: false,
    number: null,
    prefix: null,
    street: textOf(tokens, 0, tokens.text.length),
    tag: null,
    direction: null,
    apt: null,
  };
}

export function trimmed(value: string | null | undefined): string | null {
  return value?.trim().replace(/\s+/g, ' ') || null;
}
