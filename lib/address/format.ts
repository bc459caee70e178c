import type { DeliveryLine } from './delivery-line.ts';
import { isDeliveryRoute } from './delivery-route.ts';
import { withLetter } from './primary-number.ts';
import { fold } from './tokens.ts';
import { designatorOf } from './unit-designator.ts';

/** One line: "4321 S Lexington Ave SE Apt 45", "PO Box 125", "RR 2 Box 18"; parsed again it gives the same parts. */
export function formatStreetLine(line: DeliveryLine): string {
  return [...deliveryPoint(line), unit(line)].filter((part) => part !== null && part !== '').join(' ');
}

function deliveryPoint({
  postOfficeBox,
  number,
  prefix,
  street,
  tag,
  direction,
}: DeliveryLine): (string | null)[] {
  if (postOfficeBox) return ['PO Box', number];
  const isBox = number !== null && !number.includes(' ') && !prefix && !tag;
  if (isBox && street !== null && isDeliveryRoute(street)) return [street, 'Box', number];
  return [withLetter(number), prefix, street, tag, direction];
}

/** A unit without designator is an apartment. */
function unit({ postOfficeBox, apt }: DeliveryLine): string | null {
  if (apt === null || postOfficeBox) return apt;
  return designatorOf(fold(apt.split(' ')[0] ?? '')) ? apt : `Apt ${apt}`;
}
