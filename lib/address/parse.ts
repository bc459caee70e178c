import type { AddressComponents, AddressLine } from './components.ts';
import { type DeliveryLine, trimmed, wholeAsStreet } from './delivery-line.ts';
import { parseDeliveryRoute } from './delivery-route.ts';
import { separateGluedWords } from './glued-words.ts';
import { stateCode, withoutLastLine, zipCode } from './last-line.ts';
import { parsePostOfficeBox } from './post-office-box.ts';
import { parseStreetAddress } from './street-address.ts';
import { type Tokens, tokenize, truncate } from './tokens.ts';

/** Components of one delivery line (ADR-5). Never throws and drops no word: what can't be parsed is the street (ADR-7). */
export function parseAddress(line: AddressLine): AddressComponents {
  const delivery = parseDeliveryLine(line);
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
    zip: zipCode(line.zip),
    county: trimmed(line.county),
    locationCode: null,
    tract: null,
    block: null,
  };
}

/** The forms of Publication 28, special ones first. */
function parseDeliveryLine(line: AddressLine): DeliveryLine {
  const tokens = deliveryTokens(line);
  if (tokens.word.length === 0) return wholeAsStreet(trimmed(line.fullStreetAddress));
  return parseDeliveryRoute(tokens) ?? parsePostOfficeBox(tokens) ?? parseStreetAddress(tokens);
}

/** The words of a delivery line, without the city, state and zip that it repeats. */
export function deliveryTokens(line: AddressLine): Tokens {
  const tokens = tokenize(line.fullStreetAddress);
  truncate(tokens, withoutLastLine(tokens, line));
  separateGluedWords(tokens);
  return tokens;
}
