import type { AddressComponents } from './components.ts';
import { isDeliveryRoute } from './delivery-route.ts';
import { fold } from './tokens.ts';
import { designatorOf } from './unit-designator.ts';

/** One delivery line: "4321 S Lexington Ave SE Apt 45", "PO Box 125", "RR 2 Box 18"; parsed again it gives the same parts. */
export function formatStreetLine(
  c: Pick<AddressComponents, 'postOfficeBox' | 'number' | 'prefix' | 'street' | 'tag' | 'direction' | 'apt'>,
): string {
  return [...deliveryPoint(c), unit(c)].filter((part) => part !== null && part !== '').join(' ');
}

function deliveryPoint(c: Parameters<typeof formatStreetLine>[0]): (string | null)[] {
  if (c.postOfficeBox) return [`PO Box ${c.number ?? ''}`.trim()];
  if (c.street && c.number && !c.prefix && !c.tag && isDeliveryRoute(c.street))
    return [c.street, 'Box', c.number];
  return [c.number, c.prefix, c.street, c.tag, c.direction];
}

/** A unit without designator is an apartment. */
function unit(c: Parameters<typeof formatStreetLine>[0]): string | null {
  if (!c.apt || c.postOfficeBox) return c.apt;
  const first = fold(c.apt.split(' ')[0] ?? '');
  return designatorOf(first) ? c.apt : `Apt ${c.apt}`;
}
